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

import org.unetlens.ij.TrainingFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingListener;
import org.unetlens.train.TrainingState;

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
		final ModelBundle model = files.train(training, report(), TerminalProgress
			.standard());
		final ModelBundle measured = samples.measured(model, training.settings()
			.recipe().targets());
		files.write(measured, true);
		measured.card().metrics().forEach((name, value) -> print("%s: %.4f%n", name,
			value));
		print("Model written to %s%n", files.model());
	}

	private TrainingListener report() {
		final long start = System.nanoTime();
		return new TrainingListener() {

			private double sum;
			private int count;

			@Override
			public void stepped(final long step, final double loss) {
				sum += loss;
				count++;
			}

			@Override
			public void validated(final TrainingState state, final double score) {
				print("step %d  loss %.4f  score %.4f%s  %.0f s%n", state.step(), sum /
					count, score, state.bestStep() == state.step() ? " (best)" : "",
					(System.nanoTime() - start) / 1e9);
				sum = 0;
				count = 0;
			}
		};
	}

	private void print(final String format, final Object... values) {
		out.printf(format, values);
		out.flush();
	}
}
