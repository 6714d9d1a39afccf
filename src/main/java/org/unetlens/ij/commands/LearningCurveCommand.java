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
import java.util.List;
import java.util.Locale;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.ij.review.LearningCurves;
import org.unetlens.ij.train.AnnotationSource;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.review.LearningCurve;

import ij.IJ;

/**
 * Plugins &gt; U-Net Lens &gt; Learning Curve...: whether annotating more
 * images is worth it.
 */
@Plugin(type = Command.class, label = "Learning Curve...",
	iconPath = "/org/unetlens/icons/train.png",
	description = "Whether annotating more images is worth it.", menu = { @Menu(
		label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
			label = "Learning Curve...", weight = 15) })
public class LearningCurveCommand extends LensCommand {

	@Parameter(label = "Folder of images", required = false,
		style = FileWidget.DIRECTORY_STYLE, description = "Annotated images.")
	private File images;

	@Parameter(label = "Folder of labels", required = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "Label images, masks or ROI files of the same names; left empty: they lie beside the images.")
	private File labels;

	@Parameter(label = "Settings (.json)", required = false, persist = false,
		description = "Settings of each training, as train --write-config writes them; left empty, objects in grey or colour images.")
	private File config;

	@Parameter(label = "Steps of each training", min = "1",
		description = "The same for each, so that they can be compared; more take longer.")
	private int steps = 500;

	@Parameter(label = "Numbers of images",
		description = "auto = 1, 2, 4, 8 ... and all; or numbers joined by commas.")
	private String counts = "auto";

	@Parameter(label = "Choices of images for each number", min = "1",
		description = "More tell chance from gain, and take that many times longer.")
	private int draws = 1;

	@Parameter(label = "Folder for the results", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Interrupted (ESC), it goes on where it was when called again with the same folder.")
	private File output;

	@Override
	protected void execute() {
		final SettingsTree settings = new SettingsTree(FileInput.optional(config)
			.orElse(null));
		settings.setLength("steps", "steps", steps);
		final List<Integer> numbers = LearningCurves.parse(counts);
		final LearningCurves curves = new LearningCurves(LearningCurves.training(
			AnnotationSource.of(FileInput.path(images, "folder of images", "images"),
				FileInput.optional(labels)), settings, progress()), numbers, draws,
			FileInput.path(output, "folder for the results", "output"));
		final LearningCurve curve = curves.run(p -> IJ.log(String.format(
			Locale.ROOT, "%d images, choice %d: %.3f", p.images(), p.draw(), p
				.value())), progress());
		IJ.log(curve.verdict());
		IJ.log("Report: " + curves.page());
	}
}
