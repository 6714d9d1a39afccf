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

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeBlock;

class GradientPlanTest {

	private static final int H = 12;
	private static final int W = 20;

	/**
	 * Cross entropy of class 1 against central differences, for several values of
	 * every weight and of the input.
	 */
	@ParameterizedTest
	@CsvSource({ "2, 3, false", "2, 1, false", "1, 0, false", "2, 3, true" })
	void agreesWithNumericalDifferences(final int depth, final int skips,
		final boolean batchNorm)
	{
		Engine.start();
		final UNetSpec spec = UNetSpec.default2d(2, 3).withDepth(depth)
			.withBaseWidth(3).withSkips(new SkipSet(skips)).withBatchNorm(batchNorm)
			.withSeed(5);
		final GradientGraph graph = new GradientGraph(spec, new TileShape(1, H, W));
		try (EngineWeights weights = new EngineWeights(spec, InitialWeights.he(
			spec)))
		{
			final Set<String> variables = new LinkedHashSet<>(weights.arrays()
				.keySet());
			variables.removeIf(n -> n.endsWith(".mean") || n.endsWith(".variance"));
			variables.add(LayerNames.INPUT);
			try (GradientPlan plan = plan(graph, weights, variables, 1)) {
				check(plan, weights, variables);
			}
		}
	}

	/** The bands share rows at their seams; nothing of it may be lost. */
	@ParameterizedTest
	@CsvSource({ "2, 3, 2", "2, 3, 3", "2, 1, 5", "2, 1, 6", "3, 6, 1" })
	void bandsAddUpToTheWholeImage(final int depth, final int skips,
		final int bands)
	{
		Engine.start();
		final UNetSpec spec = UNetSpec.default2d(2, 3).withDepth(depth)
			.withBaseWidth(3).withSkips(new SkipSet(skips)).withSeed(5);
		final GradientGraph graph = new GradientGraph(spec, new TileShape(1, 24,
			W << 1));
		final float[] input = random(24 * 2 * W * 2);
		final float[] p = new float[24 * 2 * W * 3];
		final float[] banded = new float[p.length];
		try (EngineWeights weights = new EngineWeights(spec, InitialWeights.he(
			spec));
				GradientPlan whole = plan(graph, weights, weights.arrays().keySet(), 1);
				GradientPlan plan = plan(graph, weights, weights.arrays().keySet(),
					bands))
		{
			assertEquals(bands, plan.parts());
			for (int round = 0; round < 2; round++) {
				whole.forward(input, p);
				plan.forward(input, banded);
				assertArrayEquals(p, banded, 1e-5f);
				final float[] upstream = random(p.length);
				whole.backward(upstream);
				plan.backward(upstream);
			}
			for (final String name : weights.arrays().keySet())
				assertArrayEquals(NativeArrays.toFloats(whole.gradient(name)), sum(plan,
					name), 2e-3f, name);
		}
	}

	/** NB: NaN wherever a step would read what none has written. */
	private static GradientPlan plan(final GradientGraph graph,
		final EngineWeights weights, final Set<String> variables, final int bands)
	{
		return new GradientPlan(graph, weights, variables, bands, (type,
			length) -> {
			final NativeBlock block = NativeBlock.take(type, length);
			block.array().assign(Double.NaN);
			return block;
		});
	}

	private static float[] sum(final GradientPlan plan, final String name) {
		final float[] sum = NativeArrays.toFloats(plan.gradient(name));
		for (int part = 1; part < plan.parts(); part++) {
			final float[] more = NativeArrays.toFloats(plan.gradient(name, part));
			for (int i = 0; i < sum.length; i++)
				sum[i] += more[i];
		}
		return sum;
	}

	private static float[] random(final int n) {
		final Random random = new Random(n);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}

	private static void check(final GradientPlan plan,
		final EngineWeights weights, final Set<String> variables)
	{
		final Random random = new Random(3);
		final float[] input = new float[H * W * 2];
		for (int i = 0; i < input.length; i++)
			input[i] = (float) random.nextGaussian();
		final float[] p = new float[H * W * 3];
		for (final String name : variables) {
			loss(plan, input, p);
			for (int i = 0; i < p.length; i++)
				p[i] -= i % 3 == 1 ? 1 : 0;
			plan.backward(p);
			final INDArray gradient = plan.gradient(name);
			final float[] analytic = NativeArrays.toFloats(gradient);
			double scale = 1;
			for (final float a : analytic)
				scale = Math.max(scale, Math.abs(a));
			for (int trial = 0; trial < 3; trial++) {
				final int i = random.nextInt(analytic.length);
				// NB: A large step switches ReLUs, a small one drowns in rounding; a
				// wrong gradient fits none.
				double numeric = Double.POSITIVE_INFINITY;
				for (final float step : new float[] { 2e-4f, 5e-4f, 2e-3f }) {
					final double found = numeric(plan, weights, input, p, name, i, step);
					if (Math.abs(found - analytic[i]) < Math.abs(numeric - analytic[i]))
						numeric = found;
				}
				assertEquals(numeric, analytic[i], 0.03 * scale, name + " value " + i);
			}
		}
	}

	private static double numeric(final GradientPlan plan,
		final EngineWeights weights, final float[] input, final float[] p,
		final String name, final int i, final float step)
	{
		final float[] values = name.equals(LayerNames.INPUT) ? input.clone()
			: NativeArrays.toFloats(weights.arrays().get(name));
		final float[] changed = values.clone();
		final double[] loss = new double[2];
		for (int side = 0; side < 2; side++) {
			changed[i] = values[i] + (side == 0 ? -step : step);
			if (!name.equals(LayerNames.INPUT)) NativeArrays.write(changed, weights
				.arrays().get(name));
			loss[side] = loss(plan, name.equals(LayerNames.INPUT) ? changed : input,
				p);
		}
		if (!name.equals(LayerNames.INPUT)) NativeArrays.write(values, weights
			.arrays().get(name));
		return (loss[1] - loss[0]) / (2 * step);
	}

	private static double loss(final GradientPlan plan, final float[] input,
		final float[] p)
	{
		plan.forward(input, p);
		double sum = 0;
		for (int i = 1; i < p.length; i += 3)
			sum -= Math.log(p[i]);
		return sum;
	}
}
