/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens.ij.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import org.unetlens.ui.Screen;

/**
 * Dialogs of plain ImageJ for every kind of input; screenshots lie in
 * {@code target/input-dialog}.
 */
class InputDialogTest {

	@Test
	void everyKindOfInputIsAskedFor() throws Exception {
		final File pictures = Screen.folder("input-dialog");
		try (Screen screen = Screen.open(1000, 900)) {
			final List<String> printed = screen.run(1, InputsSession.class, pictures
				.getPath()).lines().toList();
			for (final String line : List.of("fields 4 3 1 1 4", "optional None",
				"rate 0.00025", "wrong Count: give a whole number from 1 to 9 false",
				"range Count: give a whole number from 1 to 9 false", "right true true",
				"callback 7", "accepted true", "source=same 50", "reference=null",
				"mode=many", "side=RIGHT", "count=7", "rate=2.5E-4", "overlap=0.5",
				"keep=false", "input=" + new File("/in.tif"), "output=" + new File(
					"/out.tif"), "folder=" + new File("/folder"), "name=nuclei"))
				assertTrue(printed.contains(line), line + " in " + String.join("\n",
					printed));
		}
	}

	private static NumberText number(final String name) {
		return new NumberText(new CommandInfo(EveryInput.class).getInput(name));
	}

	@Test
	void numbersThatMayNotBeGivenAreNamed() {
		assertEquals(9, number("count").parse(" 9 ").orElseThrow());
		assertTrue(number("count").parse("2.5").isEmpty());
		assertEquals("Count: give a whole number from 1 to 9", number("count")
			.problem("10").orElseThrow());
		assertEquals("Rate: give a number of at least 0.0", number("rate").problem(
			"-1").orElseThrow());
		assertTrue(number("rate").problem("1e-5").isEmpty());
		assertTrue(number("rate").problem("NaN").isPresent());
		assertEquals(5, number("rate").digits(0.00025));
		assertEquals(2, number("rate").digits(3));
		assertEquals(0, number("count").digits(3));
	}

	@Test
	void messagesArePlainText() {
		assertEquals("Words for\na <person>.", MessageText.plain(
			"<html>Words for<br>a &lt;person&gt;.</html>"));
		assertEquals("x".repeat(60) + "\n" + "y".repeat(20), MessageText.plain("x"
			.repeat(60) + " " + "y".repeat(20)));
	}

	@Test
	void eachStyleHasItsField() {
		final CommandInfo info = new CommandInfo(EveryInput.class);
		assertEquals(InputKind.SLIDER, kind(info, "overlap"));
		assertEquals(InputKind.NUMBER, kind(info, "rate"));
		assertEquals(InputKind.SAVE, kind(info, "output"));
		assertEquals(InputKind.FOLDER, kind(info, "folder"));
		assertEquals(InputKind.FILE, kind(info, "input"));
		assertEquals(InputKind.CHOICE, kind(info, "side"));
		assertEquals(EveryInput.Side.RIGHT, InputKind.chosen(info.getInput("side"),
			"RIGHT"));
	}

	private static InputKind kind(final CommandInfo info, final String name) {
		final ModuleItem<?> item = info.getInput(name);
		return InputKind.of(item);
	}
}
