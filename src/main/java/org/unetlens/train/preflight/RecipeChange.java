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

package org.unetlens.train.preflight;

import java.util.List;

import org.unetlens.data.annotation.Fix;
import org.unetlens.network.UNetSpec;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingConfig;

/**
 * What a {@link Fix} does to a recipe. What it does to images is done by
 * {@link org.unetlens.data.annotation.Annotations#with}.
 */
public final class RecipeChange {

	private RecipeChange() {}

	/**
	 * The recipe after a fix; the same when the fix is about images or about how
	 * they are shared out.
	 *
	 * @throws IllegalArgumentException when the result is no valid recipe
	 */
	public static Recipe apply(final Recipe recipe, final Fix fix) {
		if (fix instanceof Fix.Depth d) return withDepth(recipe, d.depth());
		if (fix instanceof Fix.BaseWidth w) return recipe.withSpec(recipe.spec()
			.withBaseWidth(w.channels()));
		if (fix instanceof Fix.Patch p) return recipe.withConfig(recipe.config()
			.withPatch(p.pixels()));
		if (fix instanceof Fix.Batch b) return recipe.withConfig(recipe.config()
			.withBatch(b.patches()));
		if (fix instanceof Fix.ClassWeights w) return recipe.withTargets(recipe
			.targets().withClassWeights(floats(w.weights())));
		return recipe;
	}

	/** NB: A deeper network may need a larger patch. */
	private static Recipe withDepth(final Recipe recipe, final int depth) {
		final UNetSpec spec = recipe.spec().withDepth(depth);
		final TrainingConfig config = recipe.config();
		final int step = spec.tileStep();
		final int patch = (config.patch() + step - 1) / step * step;
		return recipe.withConfig(config.withPatch(patch)).withSpec(spec);
	}

	private static float[] floats(final List<Float> list) {
		final float[] floats = new float[list.size()];
		for (int i = 0; i < floats.length; i++)
			floats[i] = list.get(i);
		return floats;
	}
}
