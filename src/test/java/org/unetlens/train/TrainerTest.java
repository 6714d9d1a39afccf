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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.data.Augmentation;
import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Progress;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.tensor.Normalization;

class TrainerTest {

	private static final UNetSpec SPEC = UNetSpec.default2d(1, 2).withDepth(2)
		.withBaseWidth(4).withSeed(3);
	private static final TrainingConfig CONFIG = TrainingConfig.defaults()
		.withSteps(12).withBatch(3).withPatch(32).withLearningRate(5e-3)
		.withValidateEvery(4);

	@Test
	void learnsBrightSquares() {
		final List<Double> losses = new ArrayList<>();
		try (Trainer trainer = Trainer.start(SPEC, CONFIG.withSteps(60))) {
			trainer.train(patches(), w -> 0, new TrainingListener() {

				@Override
				public void stepped(final long step, final double loss) {
					losses.add(loss);
				}
			}, Progress.NONE);
		}
		assertEquals(60, losses.size());
		assertTrue(losses.get(59) < 0.3 * losses.get(0), losses.get(0) +
			" fell only to " + losses.get(59));
	}

	/** A single patch is cut into bands, three go to a thread each. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void sameSeedGivesTheSameWeightsOnAnyNumberOfThreads(final int batch) {
		final TrainingConfig config = CONFIG.withBatch(batch);
		final Weights one = Parallelization.runSingleThreaded(() -> train(config)
			.weights());
		final Weights three = Parallelization.runWithNumThreads(3, () -> train(
			config).weights());
		assertEqual(one, three);
		final Weights other = train(config.withSteps(11)).weights();
		assertNotEquals(one.get("head.weight").values()[0], other.get("head.weight")
			.values()[0]);
	}

	@Test
	void resumedEqualsUninterrupted() {
		final TrainingState[] half = new TrainingState[1];
		try (Trainer first = Trainer.start(SPEC, CONFIG)) {
			first.train(patches(), TrainerTest::score, new TrainingListener() {

				@Override
				public void validated(final TrainingState state, final double score) {
					if (state.step() == 8) half[0] = state;
				}
			}, Progress.NONE);
			try (Trainer second = Trainer.resume(SPEC, CONFIG, half[0])) {
				final TrainingState resumed = second.train(patches(),
					TrainerTest::score, TrainingListener.NONE, Progress.NONE);
				assertEqual(first.state().weights(), resumed.weights());
				assertEqual(first.state().best(), resumed.best());
				assertArrayEquals(first.state().second(), resumed.second());
				assertEquals(first.state().bestScore(), resumed.bestScore());
			}
		}
	}

	@Test
	void theAverageFollowsTheWeightsByItsFormula() {
		final List<TrainingState> states = new ArrayList<>();
		try (Trainer trainer = Trainer.start(SPEC, CONFIG.withSteps(4)
			.withValidateEvery(1)))
		{
			states.add(trainer.state());
			trainer.train(patches(), TrainerTest::score, new TrainingListener() {

				@Override
				public void validated(final TrainingState state, final double score) {
					states.add(state);
				}
			}, Progress.NONE);
		}
		for (int t = 0; t < 4; t++) {
			final float decay = (1f + t) / (10f + t);
			final float before = head(states.get(t).average());
			final float now = head(states.get(t + 1).weights());
			assertEquals(before + (1 - decay) * (now - before), head(states.get(t + 1)
				.average()), 1e-7, "step " + t);
			assertNotEquals(before, now);
		}
	}

	private static float head(final Weights weights) {
		return weights.get("head.weight").values()[2];
	}

	@Test
	void keepsTheBestWeightsWhenScoresFall() {
		final double[] scores = { 0.1, 0.7, 0.3 };
		final List<Weights> seen = new ArrayList<>();
		try (Trainer trainer = Trainer.start(SPEC, CONFIG)) {
			final TrainingState state = trainer.train(patches(), w -> {
				seen.add(w);
				return scores[seen.size() - 1];
			}, TrainingListener.NONE, Progress.NONE);
			assertEquals(8, state.bestStep());
			assertEqual(seen.get(1), state.best());
		}
	}

	@Test
	void patienceEndsTraining() {
		try (Trainer trainer = Trainer.start(SPEC, CONFIG.withSteps(400)
			.withValidateEvery(1).withPatience(2)))
		{
			assertEquals(3, trainer.train(patches(), w -> 1, TrainingListener.NONE,
				Progress.NONE).step());
		}
	}

	@Test
	void stopsWithAReasonWhenTheLossIsNoNumber() {
		try (Trainer trainer = Trainer.start(SPEC, CONFIG.withSteps(50)
			.withLearningRate(1e30)))
		{
			final String message = assertThrows(TrainingException.class, () -> trainer
				.train(patches(), w -> 0, TrainingListener.NONE, Progress.NONE))
				.getMessage();
			assertTrue(message.contains("learning rate"), message);
		}
	}

	@Test
	void batchNormKeepsRunningStatistics() {
		try (Trainer trainer = Trainer.start(SPEC.withBatchNorm(true), CONFIG
			.withSteps(5)))
		{
			final Weights w = trainer.train(patches(), x -> 0, TrainingListener.NONE,
				Progress.NONE).best();
			final float[] variance = w.get("encoder1.conv2.variance").values();
			assertNotEquals(1f, variance[0]);
			assertTrue(variance[0] > 0);
		}
	}

	private static double score(final Weights w) {
		return w.get("head.bias").values()[0];
	}

	private static TrainingState train(final TrainingConfig config) {
		try (Trainer trainer = Trainer.start(SPEC, config)) {
			return trainer.train(patches(), w -> 0, TrainingListener.NONE,
				Progress.NONE);
		}
	}

	private static void assertEqual(final Weights expected, final Weights found) {
		for (final Weights.Weight w : expected.all())
			assertArrayEquals(w.values(), found.get(w.name()).values(), 0, w.name());
	}

	/** Noise with a bright square, which is the object. */
	private static PatchSampler patches() {
		final Random random = new Random(6);
		final List<Sample> samples = new ArrayList<>();
		for (int s = 0; s < 3; s++) {
			final float[] image = new float[50 * 40];
			final int[] labels = new int[50 * 40];
			for (int i = 0; i < image.length; i++) {
				final boolean inside = Math.abs(i % 50 - 15 - 5 * s) < 8 && Math.abs(i /
					50 - 20) < 8;
				labels[i] = inside ? 1 : 0;
				image[i] = (inside ? 2 : 0) + 0.5f * (float) random.nextGaussian();
			}
			samples.add(Sample.of("s" + s, ArrayImgs.floats(image, 50, 40, 1),
				ArrayImgs.ints(labels, 50, 40)));
		}
		return PatchSampler.of(samples, Normalization.of(Normalization.Kind.NONE),
			TargetRule.semantic(0, 1)).withPatchSize(32, 32).withAugmentation(
				Augmentation.default2d()).withSeed(4);
	}
}
