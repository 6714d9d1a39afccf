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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.network.Weights.Weight;

class UNetPlanTest {

	@ParameterizedTest
	@CsvSource({ "1, 2, 1, 3, 1, false", "3, 4, 2, 4, 3, false",
		"1, 3, 3, 2, 5, false", "2, 2, 2, 4, 0, false", "1, 3, 2, 4, 2, true" })
	void computesWhatPlainLoopsCompute(final int channels, final int classes,
		final int depth, final int width, final int skips, final boolean batchNorm)
	{
		final UNetSpec spec = UNetSpec.default2d(channels, classes).withDepth(depth)
			.withBaseWidth(width).withSkips(new SkipSet(skips)).withBatchNorm(
				batchNorm).withSeed(7);
		final Weights weights = disturbed(InitialWeights.he(spec));
		final int h = 3 << depth;
		final int w = 5 << depth;
		final float[] input = random(h * w * channels, 3);
		final float[] output = new float[h * w * classes];
		try (UNetPlan plan = UNetPlan.of(spec, weights, 1, h, w)) {
			plan.run(input, output);
			plan.run(input, output);
		}
		final double[] expected = new ReferenceUNet(spec, weights).run(input, h, w);
		for (int i = 0; i < output.length; i++)
			assertEquals(expected[i], output[i], 1e-5, "pixel " + i / classes +
				" class " + i % classes);
	}

	@Test
	void tilesOfABatchDoNotMeet() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(2).withBaseWidth(
			4);
		final Weights weights = InitialWeights.he(spec);
		final float[] two = random(2 * 8 * 12, 5);
		final float[] second = java.util.Arrays.copyOfRange(two, 8 * 12,
			two.length);
		final float[] both = new float[2 * two.length];
		final float[] alone = new float[2 * second.length];
		try (UNet net = new UNet(spec, weights);
				UNetPlan pair = net.plan(new TileShape(2, 8, 12));
				UNetPlan single = net.plan(new TileShape(1, 8, 12)))
		{
			pair.run(two, both);
			single.run(second, alone);
		}
		assertArrayEquals(alone, java.util.Arrays.copyOfRange(both, alone.length,
			both.length), 1e-6f);
	}

	@Test
	void refusesSidesThatPoolingCannotHalve() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(3).withBaseWidth(
			2);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> UNetPlan.of(spec, InitialWeights.he(spec), 1, 16, 20)).getMessage();
		assertTrue(message.contains("multiples of 8 px") && message.contains(
			"20 x 16"), message);
	}

	/**
	 * Biases and statistics that are not 0 or 1, so that an error in them shows.
	 */
	private static Weights disturbed(final Weights weights) {
		final Random random = new Random(11);
		return new Weights(weights.all().stream().map(w -> {
			final float[] values = w.values().clone();
			if (w.shape().length == 1) for (int i = 0; i < values.length; i++)
				values[i] += 0.3f * random.nextFloat();
			return new Weight(w.name(), w.shape(), values);
		}).toList());
	}

	private static float[] random(final int n, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}
}
