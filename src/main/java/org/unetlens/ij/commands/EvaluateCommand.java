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
import java.nio.file.Path;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ResultsTables;
import org.unetlens.ij.evaluation.EvaluationReport;
import org.unetlens.ij.evaluation.Evaluator;
import org.unetlens.ij.evaluation.ObjectsAre;

import ij.ImagePlus;

/**
 * Plugins &gt; U-Net Lens &gt; Evaluate...: label images against their truth.
 */
@Plugin(type = Command.class, label = "Evaluate...",
	iconPath = "/org/unetlens/icons/evaluate.png",
	description = "Compares label images with what they should be.", menu = {
		@Menu(label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
			label = "Evaluate...", weight = 21) })
public class EvaluateCommand extends LensCommand {

	@Parameter(label = "Prediction", persist = false, required = false,
		description = "A label image or mask: one number per object, 0 = background. It is not changed.")
	private ImagePlus prediction;

	@Parameter(label = "Truth", persist = false, required = false,
		description = "What it should be, of the same size. It is not changed.")
	private ImagePlus truth;

	@Parameter(label = "Folder of predictions (instead)", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Label images to evaluate together, instead of the images above.")
	private File predictionfolder;

	@Parameter(label = "Folder of truth (instead)", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Label images of the same names.")
	private File truthfolder;

	@Parameter(label = "Objects are", choices = { "auto", "numbers", "areas" },
		description = "numbers: all pixels of one number; areas: each connected area, in masks; auto: numbers, but masks are refused.")
	private String objects = ObjectsAre.AUTO.toString();

	@Parameter(label = "Folder for CSV and JSON", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Where evaluation.csv and evaluation.json go; nothing is written without it.")
	private File output;

	@Parameter(label = "Replace files that are there", persist = false,
		description = "Otherwise files that are there are left as they are.")
	private boolean overwrite;

	@Override
	protected void execute() {
		final OnExisting onExisting = overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE;
		final Path folder = path(output);
		if (folder != null) EvaluationReport.requireFree(folder, onExisting);
		final EvaluationReport report = evaluate(new Evaluator(ObjectsAre.parse(
			objects)));
		if (folder != null) report.write(folder, onExisting);
		ResultsTables.show(report.table(), "Evaluation");
	}

	private EvaluationReport evaluate(final Evaluator evaluator) {
		final Path predictions = path(predictionfolder), truths = path(truthfolder);
		if (predictions != null && truths != null) return evaluator.files(
			predictions, truths, progress());
		if (predictions != null || truths != null)
			throw new IllegalArgumentException("Only the folder of the " +
				(truths == null ? "predictions" : "truth") +
				" was given. Give both (in a macro predictionfolder=[path] truthfolder=[path])");
		return evaluator.images(prediction, truth);
	}

	private static Path path(final File file) {
		return file == null || file.getPath().isBlank() ? null : file.toPath();
	}
}
