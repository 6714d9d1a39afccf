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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeArrays;
import org.unetlens.network.ReceptiveField.Extent;
import org.unetlens.network.Weights.Weight;

class PathGradientsTest {

	/**
	 * The signed parts sum to the gradient of the whole network, which another
	 * graph computes.
	 */
	@ParameterizedTest
	@CsvSource({ "2, 3, false", "3, 5, false", "2, 2, true", "1, 0, false" })
	void partsSumToTheWhole(final int depth, final int skips,
		final boolean batchNorm)
	{
		requireSum(UNetSpec.default2d(2, 3).withDepth(depth).withBaseWidth(4)
			.withSkips(new SkipSet(skips)).withBatchNorm(batchNorm).withSeed(4));
	}

	static Stream<UNetForm> forms() {
		return Stream.of(new UNetForm(1, true, true, false, 2, Activation.RELU),
			new UNetForm(0, true, false, true, 0, Activation.leakyRelu(0.2)),
			new UNetForm(1, false, true, true, 3, Activation.ELU));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void partsSumToTheWholeInEveryForm(final UNetForm form) {
		requireSum(UNetSpec.default2d(2, 3).withDepth(2).withBaseWidth(4).withForm(
			form).withSeed(5));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void supportIsTheTheoreticalBoxInEveryForm(final UNetForm form) {
		requireBox(UNetSpec.default2d(1, 2).withDepth(2).withBaseWidth(1).withForm(
			form), 43, 50);
	}

	private static void requireSum(final UNetSpec spec) {
		Engine.start();
		final int h = 24;
		final int w = 40;
		final int depth = spec.depth();
		final float[] input = random(h * w * 2);
		final Map<Integer, float[]> parts;
		final float[] whole;
		try (UNet net = new UNet(spec, biased(InitialWeights.he(spec)))) {
			parts = net.pathGradients(new TileShape(1, h, w)).of(input, 13, 17, 1);
			whole = whole(net, input, h, w, 13, 17, 1);
		}
		final List<Integer> levels = new ArrayList<>();
		for (final int level : spec.skips().levels())
			levels.add(level);
		levels.add(depth);
		assertEquals(levels, List.copyOf(parts.keySet()));
		double largest = 0;
		for (final float v : whole)
			largest = Math.max(largest, Math.abs(v));
		assertTrue(largest > 1e-3);
		for (int i = 0; i < whole.length; i++) {
			double sum = 0;
			for (final float[] part : parts.values())
				sum += part[i];
			assertEquals(whole[i], sum, 1e-5 * largest, "value " + i);
		}
		for (final float[] part : parts.values())
			assertTrue(Arrays.equals(part, whole) == (parts.size() == 1));
	}

	/**
	 * A network without ReLU, with mean pooling and weights of one sign sees all
	 * that arithmetic says it sees, and nothing else.
	 */
	@ParameterizedTest
	@CsvSource({ "1, 1, 21, 22", "2, 3, 40, 39", "2, 3, 43, 50", "3, 7, 77, 66",
		"3, 5, 71, 80", "2, 3, 2, 85" })
	void supportIsTheTheoreticalBox(final int depth, final int skips, final int x,
		final int y)
	{
		requireBox(UNetSpec.default2d(1, 2).withDepth(depth).withBaseWidth(1)
			.withSkips(new SkipSet(skips)), x, y);
	}

	private static void requireBox(final UNetSpec spec, final int x,
		final int y)
	{
		Engine.start();
		final int depth = spec.depth();
		final int h = 24 * (2 << depth) / 2;
		final int w = 20 * (2 << depth) / 2;
		try (EngineWeights weights = new EngineWeights(spec, constant(spec))) {
			final Map<Integer, float[]> parts = new PathGradients(spec, weights,
				new TileShape(1, h, w), UNetGraph.Mode.LINEAR).of(random(h * w), y, x,
					1);
			parts.forEach((level, part) -> assertSupport(level == depth
				? ReceptiveField.throughBottleneck(spec, x) : ReceptiveField
					.throughSkip(spec, level, x), level == depth ? ReceptiveField
						.throughBottleneck(spec, y) : ReceptiveField.throughSkip(spec,
							level, y), part, w, "level " + level));
		}
	}

	/** By hand: what skip 0 of a one-channel linear network carries. */
	@Test
	void weightsOfTheSmallestPathByHand() {
		Engine.start();
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(1).withBaseWidth(
			1);
		try (EngineWeights weights = new EngineWeights(spec, constant(spec))) {
			final float[] part = new PathGradients(spec, weights, new TileShape(1, 16,
				16), UNetGraph.Mode.LINEAR).of(random(256), 8, 7, 0).get(0);
			// NB: Four 3x3 boxes of weight 0.1: along one axis 1 1 1 four times with
			// itself.
			final int[] row = { 1, 4, 10, 16, 19, 16, 10, 4, 1 };
			for (int dy = -4; dy <= 4; dy++)
				for (int dx = -4; dx <= 4; dx++)
					assertEquals(row[dy + 4] * row[dx + 4] * 1e-5, part[(8 + dy) * 16 +
						7 + dx], 1e-7);
		}
	}

	private static void assertSupport(final Extent columns, final Extent rows,
		final float[] part, final int w, final String what)
	{
		for (int i = 0; i < part.length; i++) {
			final int x = i % w;
			final int y = i / w;
			assertEquals(x >= columns.from() && x <= columns.to() && y >= rows
				.from() && y <= rows.to(), part[i] != 0, what + " at " + x + ", " + y);
		}
	}

	/** NB: Without biases, maps twice as large would have the same gradient. */
	private static Weights biased(final Weights weights) {
		final Random random = new Random(11);
		return new Weights(weights.all().stream().map(w -> {
			final float[] values = w.values().clone();
			if (w.shape().length == 1) for (int i = 0; i < values.length; i++)
				values[i] += 0.4f * random.nextFloat() - 0.2f;
			return new Weight(w.name(), w.shape(), values);
		}).toList());
	}

	/** All weights 0.1, no bias. */
	private static Weights constant(final UNetSpec spec) {
		final List<Weight> all = new ArrayList<>();
		WeightShapes.of(spec).forEach((name, shape) -> {
			final float[] values = new float[(int) WeightShapes.size(shape)];
			if (shape.length > 1) Arrays.fill(values, 0.1f);
			all.add(new Weight(name, shape, values));
		});
		return new Weights(all);
	}

	private static float[] whole(final UNet net, final float[] input, final int h,
		final int w, final int y, final int x, final int c)
	{
		final GradientGraph graph = new GradientGraph(net.spec(), new TileShape(1,
			h, w));
		try (GradientPlan plan = graph.plan(net.weights(), Set.of(
			LayerNames.INPUT)))
		{
			final float[] one = new float[h * w * net.spec().classes()];
			plan.forward(input, new float[one.length]);
			one[(y * w + x) * net.spec().classes() + c] = 1;
			plan.backward(one);
			return NativeArrays.toFloats(plan.gradient(LayerNames.INPUT));
		}
	}

	private static float[] random(final int n) {
		final Random random = new Random(3);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}
}
