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

package org.unetlens.train;

import org.unetlens.data.PatchSampler;
import org.unetlens.data.Split;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.network.InitialWeights;

/**
 * How long training takes here, found by a short probe of which nothing is
 * kept. Immutable.
 *
 * @param step seconds per step
 * @param validation seconds per validation
 */
public record StepTime(double step, double validation) {

	private static final int LEAST_STEPS = 4;

	/**
	 * After two steps to warm up, four, or as many as fit into the probe. NB: On
	 * a busy machine a few steps say little about many.
	 *
	 * @param seconds of the probe
	 */
	public static StepTime measure(final ModelTraining training,
		final double seconds)
	{
		final double step = step(training.settings().recipe(), training.split(),
			seconds, Progress.NONE);
		return new StepTime(step, validation(training));
	}

	/** Seconds per step of a probe of four steps. */
	public static double step(final Recipe recipe, final Split split) {
		return step(recipe, split, Progress.NONE);
	}

	/**
	 * The same.
	 *
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public static double step(final Recipe recipe, final Split split,
		final Progress progress)
	{
		return step(recipe, split, 0, progress);
	}

	private static double step(final Recipe recipe, final Split split,
		final double seconds, final Progress progress)
	{
		final TrainingConfig config = recipe.config().withSteps(1_000_000)
			.withValidateEvery(1_000_000);
		final PatchSampler patches = PatchSampler.of(split.train().subList(0, 1),
			recipe.normalization(), recipe.targets()).withPatchSize(config.patch(),
				config.patch()).withAugmentation(recipe.augmentation());
		final Probe probe = new Probe(seconds, progress);
		try (Trainer trainer = Trainer.start(recipe.spec(), config)) {
			trainer.train(patches, w -> 0, probe, probe);
		}
		progress.checkCanceled();
		return probe.perStep();
	}

	private static double validation(final ModelTraining training) {
		Engine.start();
		final long start = System.nanoTime();
		training.validation().quick(training.bundle(InitialWeights.he(training
			.settings().recipe().spec())), Progress.NONE);
		return (System.nanoTime() - start) / 1e9;
	}

	/** Ends training when it has seen enough. */
	private static final class Probe implements TrainingListener, Progress {

		private static final int WARM_UP = 2;

		private final double enough;
		private final Progress progress;
		private long start;
		private long end;
		private int steps;

		Probe(final double seconds, final Progress progress) {
			enough = seconds;
			this.progress = progress;
		}

		@Override
		public void stepped(final long step, final double loss) {
			end = System.nanoTime();
			steps++;
			if (steps == WARM_UP) start = end;
		}

		@Override
		public void update(final long done, final long total,
			final String message)
		{}

		@Override
		public boolean isCanceled() {
			return progress.isCanceled() || steps >= WARM_UP + LEAST_STEPS && (end -
				start) / 1e9 >= enough;
		}

		double perStep() {
			return (end - start) / 1e9 / (steps - WARM_UP);
		}
	}
}
