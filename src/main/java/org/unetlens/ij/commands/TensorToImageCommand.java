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

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.unetlens.ij.NpyImages;

import ij.ImagePlus;

/** Plugins &gt; U-Net Lens &gt; Tensor (.npy) to Image...: from NumPy. */
@Plugin(type = Command.class, label = "Tensor (.npy) to Image...",
	iconPath = "/org/unetlens/icons/tensor.png",
	description = "Opens a NumPy array as an image.", menu = { @Menu(
		label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
			label = "Tensor (.npy) to Image...", weight = 32) })
public class TensorToImageCommand extends LensCommand {

	@Parameter(label = "File (.npy)", required = false,
		description = "An array of 1 to 5 axes.")
	private File file;

	@Parameter(label = "Axes of the array",
		description = "In NumPy's order, e.g. zyx or NHWC; auto: yx, cyx, zcyx or tzcyx by their number.")
	private String axes = NpyImages.AUTO;

	@Parameter(type = ItemIO.OUTPUT, label = "Image")
	private ImagePlus opened;

	@Override
	protected void execute() {
		opened = show(NpyImages.open(file, axes));
	}
}
