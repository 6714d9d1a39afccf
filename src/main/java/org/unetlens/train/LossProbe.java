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

import java.util.Set;

import org.unetlens.data.Patch;
import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientGraph;
import org.unetlens.network.GradientPlan;
import org.unetlens.network.LayerNames;
import org.unetlens.network.TileShape;

/**
 * Runs a model as training does, to see what the loss saw: the same patches,
 * normalisation, targets and graph. Not thread-safe; close it to free native
 * memory.
 */
public final class LossProbe implements AutoCloseable {

	private final Recipe recipe;
	private final EngineWeights weights;
	private final GradientPlan plan;

	/** @param recipe of the training; of the model's network */
	public LossProbe(final ModelBundle model, final Recipe recipe) {
		this.recipe = recipe;
		weights = new EngineWeights(model.spec(), model.weights());
		final int side = recipe.config().patch();
		plan = new GradientGraph(model.spec(), new TileShape(1, side, side)).plan(
			weights, Set.of(LayerNames.INPUT));
	}

	/** Patches of a sample as training draws them, but not augmented. */
	public PatchSampler patches(final Sample sample) {
		final int side = recipe.config().patch();
		return PatchSampler.of(java.util.List.of(sample), recipe.normalization(),
			recipe.targets()).withPatchSize(side, side);
	}

	/** @param patch of the size of the recipe */
	public LossView see(final Patch patch) {
		final int classes = recipe.targets().numClasses();
		final float[] p = new float[patch.classes().length * classes];
		plan.forward(patch.input(), p);
		final float[] loss = new float[patch.classes().length];
		for (int i = 0; i < loss.length; i++)
			if (patch.classes()[i] >= 0) loss[i] = (float) (patch.weights()[i] * -Math
				.log(Math.max(1e-7f, p[i * classes + patch.classes()[i]])));
		return new LossView(patch, p, loss, PixelLoss.of(recipe.config())
			.differentiate(patch, p.clone()));
	}

	@Override
	public void close() {
		plan.close();
		weights.close();
	}
}
