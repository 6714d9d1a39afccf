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
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.unetlens.ij.review.LearningCurves;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.review.LearningCurve;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code learning-curve}: whether more annotated images would help. */
@Command(name = "learning-curve", description = {
	"Trains with 1, 2, 4, 8 ... of the annotated images, each with the same budget and validation images, and says whether annotating more is worth it.",
	"Writes learning_curve.csv, .json and .html. It takes long; called again with the same folder, it goes on where it was." })
final class LearningCurveCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Mixin
	private PairOptions pairs;

	@Option(names = "--output", required = true, paramLabel = "FOLDER",
		description = "Where results go; made if missing.")
	private Path output;

	@Option(names = "--counts", defaultValue = "auto", paramLabel = "N,N...",
		description = "Numbers of images to train on; default: auto = 1, 2, 4, 8 ... and all.")
	private String counts;

	@Option(names = "--draws", defaultValue = "1", paramLabel = "N",
		description = "Choices of images for each number; default: ${DEFAULT-VALUE}.")
	private int draws;

	@Mixin
	private SettingsOptions settings;

	@Override
	public Integer call() {
		final PrintWriter out = spec.commandLine().getOut();
		final List<Integer> numbers = LearningCurves.parse(counts);
		final ModelTraining training = LearningCurves.training(pairs.source(),
			settings.tree(out), TerminalProgress.standard());
		settings.write(training.settings());
		final LearningCurves curves = new LearningCurves(training, numbers, draws,
			output);
		out.printf(Locale.ROOT, "%d trainings of %d steps, %d validation images%n",
			curves.plan().tasks().size(), training.settings().recipe().config()
				.steps(), training.split().validation().size());
		out.flush();
		final LearningCurve curve = curves.run(p -> {
			out.printf(Locale.ROOT, "%d images, choice %d: %.4f (%.4f to %.4f)%n", p
				.images(), p.draw(), p.value(), p.interval().low(), p.interval()
					.high());
			out.flush();
		}, TerminalProgress.standard());
		out.println(curve.verdict());
		out.println("Report: " + curves.page());
		return 0;
	}
}
