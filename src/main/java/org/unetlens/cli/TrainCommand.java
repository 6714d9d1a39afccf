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

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.unetlens.ij.review.ReportedView;
import org.unetlens.ij.train.ModelTrainer;
import org.unetlens.train.preflight.TrainingView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: a model from annotated images. */
@Command(name = "train", description = { "Trains a model on annotated images.",
	"Images and labels belong together by name. What the labels mean is found from them and said.",
	"Ctrl-C stops and keeps the best model so far; --resume goes on from there." })
final class TrainCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Mixin
	private SampleOptions samples;

	@Mixin
	private ModelOptions model;

	@Mixin
	private SettingsOptions settings;

	@Mixin
	private CardOptions card;

	@Option(names = "--no-report",
		description = "Write no report (MODEL_report.html) beside the model.")
	private boolean noReport;

	@Override
	public Integer call() {
		final PrintWriter out = spec.commandLine().getOut();
		final TrainingView view = new TerminalView(out, samples, settings);
		try (StopSignal progress = StopSignal.ofTraining(out)) {
			new ModelTrainer(samples.source(), model.files(), noReport ? view
				: new ReportedView(view, progress)).train(settings.tree(out), card.card(
					model.output()), progress);
		}
		return 0;
	}
}
