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

package org.unetlens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.unetlens.file.OnExisting;
import org.unetlens.ij.review.ReviewRequest;
import org.unetlens.ij.review.TrainingReports;
import org.unetlens.ui.report.TrainingReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: on a finished model. */
@Command(name = "report", description = {
	"Reports on a trained model: how the training went, what the model makes of its validation images, how its threshold matters, and what to annotate next.",
	"Writes one HTML file." })
final class ReportCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--model", required = true, paramLabel = "NAME_OR_FILE",
		description = "The model.")
	private String model;

	@Mixin
	private PairOptions pairs;

	@Option(names = "--fresh",
		description = "The model was trained on none of these images: look at all of them. Without it they are the images of its training, of which the validation images are looked at.")
	private boolean fresh;

	@Option(names = "--unlabelled", paramLabel = "FOLDER",
		description = "Images that may be annotated next; without it, the validation images are ranked.")
	private Path unlabelled;

	@Option(names = "--side", defaultValue = "128", paramLabel = "PX",
		description = "Side of the squares that are proposed, 16 or more; default: ${DEFAULT-VALUE}.")
	private int side;

	@Option(names = "--curve", paramLabel = "FOLDER",
		description = "Results of learning-curve, to be shown too.")
	private Path curve;

	@Option(names = "--output", paramLabel = "FILE.html",
		description = "The file to write; default: MODEL_report.html beside the model file.")
	private Path output;

	@Option(names = "--overwrite",
		description = "Replace a report that is there already.")
	private boolean overwrite;

	@Override
	public Integer call() throws IOException {
		final Path file = output != null ? output : beside();
		final OnExisting onExisting = overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE;
		TrainingReports.requireFree(file, onExisting);
		final TerminalProgress progress = TerminalProgress.standard();
		TrainingReport.of(new ReviewRequest(model, pairs.source(), fresh, Optional
			.ofNullable(unlabelled), side, Optional.ofNullable(curve)).review(
				progress)).write(file, onExisting);
		progress.clear();
		spec.commandLine().getOut().println("Report: " + file);
		return 0;
	}

	private Path beside() {
		final Path file = Path.of(model);
		if (!Files.isRegularFile(file)) throw new IllegalArgumentException(
			"The model " + model +
				" is no file beside which the report could go; give --output FILE.html");
		return TrainingReports.file(file);
	}
}
