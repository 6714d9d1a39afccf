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
import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.review.ReviewRequest;
import org.unetlens.ij.review.TrainingReports;
import org.unetlens.ij.train.AnnotationSource;
import org.unetlens.ui.report.TrainingReport;

/**
 * Plugins &gt; U-Net Lens &gt; Training Report...: what a model has learned,
 * and what to annotate next.
 */
@Plugin(type = Command.class, label = "Training Report...",
	iconPath = "/org/unetlens/icons/train.png",
	description = "How good a model is, and what to annotate next: one HTML file.",
	menu = { @Menu(label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
		label = "Training Report...", weight = 14) })
public class TrainingReportCommand extends LensCommand {

	@Parameter(label = "Model file (.zip)", required = false, persist = false,
		description = "A model that was trained with U-Net Lens.")
	private File modelfile;

	@Parameter(label = "Folder of images", required = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "The images that the model was trained on; its validation images are found among them.")
	private File images;

	@Parameter(label = "Folder of labels", required = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "Label images, masks or ROI files of the same names; left empty: they lie beside the images.")
	private File labels;

	@Parameter(label = "The model has seen none of them", persist = false,
		description = "These are other annotated images than those of the training: look at all of them.")
	private boolean fresh;

	@Parameter(label = "Folder of images to annotate next", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Images without labels: the report says which of them, and where, to annotate first.")
	private File unlabelled;

	@Parameter(label = "Side of proposed squares (px)", min = "16",
		description = "How large a piece of an image you would annotate at once.")
	private int side = 128;

	@Parameter(label = "Folder of a learning curve", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Results of Learning Curve..., to be shown in the report.")
	private File curve;

	@Parameter(label = "Report file (.html)", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "Left empty: NAME_report.html beside the model file.")
	private File output;

	@Parameter(label = "Replace the file if it is there", persist = false,
		description = "Otherwise a file that is there is left as it is.")
	private boolean overwrite;

	@Override
	protected void execute() {
		final Path model = FileInput.path(modelfile, "model file", "modelfile");
		final Path file = FileInput.optional(output).orElseGet(() -> TrainingReports
			.file(model));
		final OnExisting onExisting = overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE;
		TrainingReports.requireFree(file, onExisting);
		TrainingReport.of(request(model).review(progress())).write(file,
			onExisting);
		progress().update(1, 1, "Report written to " + file);
	}

	private ReviewRequest request(final Path model) {
		final Optional<Path> next = FileInput.optional(unlabelled);
		return new ReviewRequest(model.toString(), AnnotationSource.of(FileInput
			.path(images, "folder of images", "images"), FileInput.optional(labels)),
			fresh, next, side, FileInput.optional(curve));
	}
}
