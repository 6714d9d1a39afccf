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
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

import org.unetlens.ij.TrainingFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.TrainingPhase;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSnapshot;

/**
 * Trains, prints how it goes, and stores the model.
 *
 * @param files where the model and its checkpoints go
 * @param samples with the images to measure the model on
 * @param out where lines are printed
 */
record TrainingRun(TrainingFiles files, SampleOptions samples,
		PrintWriter out) {

	void run(final ModelTraining training) throws IOException {
		final TrainingSession session = new TrainingSession(training);
		session.addListener(new Report());
		final ModelBundle model = files.train(session, TerminalProgress.standard());
		final ModelBundle measured = samples.measured(model, training.settings()
			.recipe().targets());
		files.write(measured, true);
		measured.card().metrics().forEach((name, value) -> print("%s: %.4f%n", name,
			value));
		print("Model written to %s%n", files.model());
	}

	/** A line for each validation, with the mean loss since the last one. */
	private final class Report implements Consumer<TrainingSnapshot> {

		private long validated;

		@Override
		public void accept(final TrainingSnapshot now) {
			final List<Point> scores = now.score().points();
			if (now.phase() != TrainingPhase.TRAINING || scores.isEmpty()) return;
			final Point newest = scores.get(scores.size() - 1);
			if (newest.step() <= validated) return;
			final double loss = now.loss().points().stream().filter(p -> p
				.step() > validated).mapToDouble(Point::value).average().orElse(
					Double.NaN);
			validated = newest.step();
			print("step %d  loss %.4f  score %.4f%s  %.0f s%n", now.step(), loss,
				newest.value(), now.bestStep() == now.step() ? " (best)" : "", now
					.elapsed());
		}
	}

	private void print(final String format, final Object... values) {
		out.printf(format, values);
		out.flush();
	}
}
