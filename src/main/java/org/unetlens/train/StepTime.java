
package org.unetlens.train;

import org.unetlens.data.PatchSampler;
import org.unetlens.data.Split;
import org.unetlens.engine.Progress;

/** How long a training step takes here, found by a short probe. */
public final class StepTime {

	private static final int STEPS = 4;

	private StepTime() {}

	/**
	 * Seconds per step, after one step to warm up. Nothing is kept of the probe.
	 */
	public static double measure(final Recipe recipe, final Split split) {
		final TrainingConfig config = recipe.config().withSteps(STEPS + 1)
			.withValidateEvery(STEPS + 1);
		final PatchSampler patches = PatchSampler.of(split.train().subList(0, 1),
			recipe.normalization(), recipe.targets()).withPatchSize(config.patch(),
				config.patch()).withAugmentation(recipe.augmentation());
		final long[] start = new long[1];
		final long[] end = new long[1];
		try (Trainer trainer = Trainer.start(recipe.spec(), config)) {
			trainer.train(patches, w -> 0, new TrainingListener() {

				@Override
				public void stepped(final long step, final double loss) {
					if (step == 1) start[0] = System.nanoTime();
					end[0] = System.nanoTime();
				}
			}, Progress.NONE);
		}
		return (end[0] - start[0]) / 1e9 / STEPS;
	}
}
