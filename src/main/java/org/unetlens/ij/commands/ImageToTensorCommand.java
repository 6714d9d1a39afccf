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

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.NpyImages;

import ij.ImagePlus;

/** Plugins &gt; U-Net Lens &gt; Image to Tensor (.npy)...: for NumPy. */
@Plugin(type = Command.class, label = "Image to Tensor (.npy)...",
	iconPath = "/org/unetlens/icons/tensor.png",
	description = "Saves the active image as a NumPy array.", menu = { @Menu(
		label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
			label = "Image to Tensor (.npy)...", weight = 31) })
public class ImageToTensorCommand extends LensCommand {

	@Parameter(label = "Image", persist = false, required = false,
		description = "Saved with its pixels as they are; RGB as three channels.")
	private ImagePlus image;

	@Parameter(label = "File (.npy)", required = false,
		style = FileWidget.SAVE_STYLE, description = "The file to write.")
	private File file;

	@Parameter(label = "Axes of the array",
		description = "In NumPy's order, e.g. yx, cyx, zyx, tzcyx, NHWC or NCHW; auto: t, z, c, y, x without those of length 1.")
	private String axes = NpyImages.AUTO;

	@Parameter(label = "Replace the file if it is there", persist = false,
		description = "Otherwise a file that is there is left as it is.")
	private boolean overwrite;

	@Override
	protected void execute() {
		NpyImages.save(image, file, axes, overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE);
	}
}
