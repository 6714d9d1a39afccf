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
