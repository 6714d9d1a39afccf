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

package org.unetlens.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.unetlens.network.Weights.Weight;

/** Weights before training. */
public final class InitialWeights {

	private InitialWeights() {}

	/**
	 * He initialisation (He et al., ICCV 2015, arXiv:1502.01852): kernels from a
	 * normal distribution of variance 2 / fan-in, biases 0, batch norm 1 and 0.
	 * The spec's seed decides; the same spec always gives the same values, and
	 * each layer's values depend only on its name, so twins share what they have
	 * in common.
	 */
	public static Weights he(final UNetSpec spec) {
		final List<Weight> all = new ArrayList<>();
		WeightShapes.of(spec).forEach((name, shape) -> all.add(new Weight(name,
			shape, values(spec, name, shape))));
		return new Weights(all);
	}

	private static float[] values(final UNetSpec spec, final String name,
		final long[] shape)
	{
		final float[] values = new float[Math.toIntExact(WeightShapes.size(shape))];
		if (name.endsWith(".weight")) {
			final boolean up = name.endsWith(".up.weight");
			// NB: Each output pixel of a stride-2 transposed convolution reads a
			// quarter of its taps.
			final double fanIn = (up ? 0.25 : 1) * shape[0] * shape[1] * shape[2];
			final double sd = Math.sqrt((up || name.startsWith(LayerNames.HEAD) ? 1
				: 2) / fanIn);
			final Random random = new Random(spec.seed() * 0x9E3779B97F4A7C15L + name
				.hashCode());
			for (int i = 0; i < values.length; i++)
				values[i] = (float) (sd * random.nextGaussian());
		}
		else if (name.endsWith(".gamma") || name.endsWith(".variance")) Arrays.fill(
			values, 1);
		return values;
	}
}
