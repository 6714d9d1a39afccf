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

package org.unetlens.ij.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.IJ;

/** Tests {@link MacroDefaults}. */
public class MacroDefaultsTest {

	private final Context context = new Context(CommandService.class,
		ModuleService.class, org.scijava.app.StatusService.class);

	@AfterEach
	public void close() {
		context.dispose();
	}

	private Module processed() {
		return processed(SegmentCommand.class);
	}

	private Module processed(final Class<? extends Command> command) {
		final Module module = context.service(ModuleService.class).createModule(
			context.service(CommandService.class).getCommand(command));
		new MacroDefaults().process(module);
		return module;
	}

	/** Called from the macro below. */
	public static String inputsResolvedInMacro() {
		final MacroDefaultsTest test = new MacroDefaultsTest();
		final Module module = test.processed();
		final Module compare = test.processed(CompareSkipsCommand.class);
		test.close();
		return module.isInputResolved("augmentation") + " " + module
			.isInputResolved("image") + " " + compare.isInputResolved("truth");
	}

	@Test
	public void aMacroIsNeverAsked() {
		assertEquals("true true true", IJ.runMacro("return call('" + getClass()
			.getName() + ".inputsResolvedInMacro');"));
	}

	@Test
	public void aPersonIsAsked() {
		assertFalse(processed().isInputResolved("augmentation"));
		assertFalse(processed(CompareSkipsCommand.class).isInputResolved("truth"));
	}
}
