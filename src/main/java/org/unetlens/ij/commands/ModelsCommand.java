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

import java.awt.GraphicsEnvironment;
import java.util.stream.Collectors;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;
import org.unetlens.ij.ResultWindows;
import org.unetlens.model.ModelLibrary;
import org.unetlens.ui.models.ModelsWindow;

import ij.IJ;

/**
 * Plugins &gt; U-Net Lens &gt; Models...: what there is to segment with. A
 * macro gets a list.
 */
@Plugin(type = Command.class, label = "Models...",
	iconPath = "/org/unetlens/icons/models.png",
	description = "Shows what models there are and what they are for; imports, checks, exports and deletes your own.",
	menu = { @Menu(label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
		label = "Models...", weight = 41) })
public class ModelsCommand extends LensCommand {

	@Override
	protected void execute() {
		final ModelLibrary library = ModelLibrary.here();
		if (IJ.isMacro() || GraphicsEnvironment.isHeadless()) ResultWindows
			.showText("Models of U-Net Lens", library.models().stream().map(m -> m
				.name() + "\t" + m.origin() + "\n").collect(Collectors.joining()));
		else ModelsWindow.open(library);
	}
}
