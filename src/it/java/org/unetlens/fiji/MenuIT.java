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


package org.unetlens.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.imagej.ImageJ;
import net.imagej.legacy.LegacyService;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleInfo;

import ij.Menus;

/** Every command of ours is in ImageJ's menu once, and is the SciJava one. */
class MenuIT {

	private final ImageJ imageJ = RealImageJ.get();

	private List<CommandInfo> ours() {
		final List<CommandInfo> ours = new ArrayList<>();
		for (final CommandInfo command : imageJ.command().getCommands())
			if (command.getClassName().startsWith("org.unetlens.")) ours.add(command);
		return ours;
	}

	@Test
	void commandsAreFound() {
		assertTrue(ours().size() >= 9, ours()::toString);
	}

	/** ImageJ finds commands by the label alone, whatever menu they are in. */
	@Test
	void noLabelIsThatOfAnotherCommand() {
		for (final CommandInfo our : ours())
			for (final ModuleInfo other : imageJ.module().getModules())
				if (!other.getIdentifier().equals(our.getIdentifier()) && other
					.getMenuPath().getLeaf() != null) assertFalse(other.getMenuPath()
						.getLeaf().getName().equals(our.getTitle()), our.getTitle() +
							" is also " + other.getIdentifier());
	}

	@Test
	void imageJRunsTheSciJavaCommand() {
		final LegacyService legacy = imageJ.get(LegacyService.class);
		assertNotNull(legacy);
		final Map<?, ?> commands = Menus.getCommands();
		for (final CommandInfo our : ours()) {
			final Object target = commands.get(our.getTitle());
			assertNotNull(target, our.getTitle() + " is not in ImageJ's menu");
			assertFalse(target.toString().contains("CommandPlugIn"), our.getTitle() +
				" would run through the bridge for plain ImageJ: " + target);
		}
	}

	@Test
	void menuPathsAreOurs() {
		for (final CommandInfo our : ours()) {
			assertEquals(3, our.getMenuPath().size(), our.getTitle());
			assertEquals("Plugins", our.getMenuPath().get(0).getName());
			assertEquals("U-Net Lens", our.getMenuPath().get(1).getName());
		}
	}
}
