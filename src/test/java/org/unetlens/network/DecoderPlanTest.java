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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.network.ReferenceUNet.Features;
import org.unetlens.network.Weights.Weight;

class DecoderPlanTest {

	private static final int H = 24;
	private static final int W = 40;

	@ParameterizedTest
	@CsvSource({ "3, 7, false", "3, 5, true", "1, 1, false", "2, 2, true" })
	void allSkipsOnIsTheWholeNetworkToTheBit(final int depth, final int skips,
		final boolean batchNorm)
	{
		requireWhole(spec(depth, skips).withBatchNorm(batchNorm));
	}

	@Test
	void allSkipsOnIsTheWholeNetworkInAnotherForm() {
		requireWhole(spec(2, 3).withForm(new UNetForm(1, true, true, true, 2,
			Activation.leakyRelu(0.1))));
	}

	private static void requireWhole(final UNetSpec spec) {
		final int depth = spec.depth();
		final Weights weights = disturbed(InitialWeights.he(spec));
		final float[] input = random(H * W * 2, 1);
		final float[] expected = new float[H * W * 3];
		try (UNetPlan plan = UNetPlan.of(spec, weights, 1, H, W)) {
			plan.run(input, expected);
		}
		final float[] found = new float[H * W * 3];
		try (UNet net = new UNet(spec, weights);
				DecoderPlan plan = net.decoderPlan(shape()))
		{
			for (final SkipFill fill : SkipFill.values())
				plan.run(maps(net, input), SkipGains.all(depth), fill, found);
		}
		assertArrayEquals(expected, found);
	}

	/** Every subset and mixed gains, one plan after the other's setting. */
	@ParameterizedTest
	@ValueSource(ints = { 7, 6, 2 })
	void silencedSkipsGiveWhatPlainLoopsGive(final int skips) {
		final UNetSpec spec = spec(3, skips);
		final Weights weights = disturbed(InitialWeights.he(spec));
		final float[] input = random(H * W * 2, 2);
		final float[] found = new float[H * W * 3];
		final ReferenceUNet reference = new ReferenceUNet(spec, weights);
		try (UNet net = new UNet(spec, weights);
				DecoderPlan plan = net.decoderPlan(shape()))
		{
			final EncodedMaps maps = maps(net, input);
			for (final SkipGains gains : settings())
				for (final SkipFill fill : SkipFill.values()) {
					plan.run(maps, gains, fill, found);
					final double[] expected = reference.run(input, H, W, (level,
						skip) -> mixed(skip, gains.of(level), fill));
					for (int i = 0; i < found.length; i++)
						assertEquals(expected[i], found[i], 1e-5, gains + " " + fill +
							" value " + i);
				}
		}
	}

	/** Another network: no skip inputs, and of each merge the up half only. */
	@Test
	void allSkipsOffWithZerosIsTheNetworkWithoutThem() {
		final UNetSpec spec = spec(3, 7);
		final Weights weights = disturbed(InitialWeights.he(spec));
		final UNetSpec bare = spec.withSkips(SkipSet.none());
		final List<Weight> cut = new ArrayList<>();
		WeightShapes.of(bare).forEach((name, size) -> cut.add(upHalf(weights.get(
			name), size)));
		final float[] input = random(H * W * 2, 3);
		final float[] expected = new float[H * W * 3];
		final float[] found = new float[H * W * 3];
		try (UNetPlan plan = UNetPlan.of(bare, new Weights(cut), 1, H, W)) {
			plan.run(input, expected);
		}
		try (UNet net = new UNet(spec, weights);
				DecoderPlan plan = net.decoderPlan(shape()))
		{
			plan.run(maps(net, input), SkipGains.of(SkipSet.none(), 3), SkipFill.ZERO,
				found);
		}
		assertArrayEquals(expected, found, 1e-6f);
	}

	@Test
	void aPlanGivesTheSameWhateverRanBefore() {
		final UNetSpec spec = spec(3, 7);
		final Weights weights = disturbed(InitialWeights.he(spec));
		final float[] found = new float[H * W * 3];
		try (UNet net = new UNet(spec, weights);
				DecoderPlan reused = net.decoderPlan(shape()))
		{
			final List<EncodedMaps> images = List.of(maps(net, random(H * W * 2, 4)),
				maps(net, random(H * W * 2, 5)));
			final Random random = new Random(6);
			for (int i = 0; i < 40; i++) {
				final EncodedMaps maps = images.get(random.nextInt(2));
				final SkipGains gains = settings().get(random.nextInt(settings()
					.size()));
				final SkipFill fill = SkipFill.values()[random.nextInt(2)];
				reused.run(maps, gains, fill, found);
				final float[] expected = new float[found.length];
				try (DecoderPlan fresh = net.decoderPlan(shape())) {
					fresh.run(maps, gains, fill, expected);
				}
				assertArrayEquals(expected, found, gains + " " + fill);
			}
		}
	}

	@Test
	void refusesSidesThatPoolingCannotHalve() {
		final UNetSpec spec = spec(3, 7);
		try (UNet net = new UNet(spec, InitialWeights.he(spec))) {
			assertTrue(assertThrows(IllegalArgumentException.class, () -> net
				.decoderPlan(new TileShape(1, 16, 20))).getMessage().contains(
					"multiples of 8 px"));
		}
	}

	private static List<SkipGains> settings() {
		final List<SkipGains> all = new ArrayList<>();
		for (final SkipSet on : SkipSet.all(3).subsets())
			all.add(SkipGains.of(on, 3));
		all.add(new SkipGains(List.of(0.5, 1.0, 0.0)));
		all.add(new SkipGains(List.of(1.0, 0.25, 0.75)));
		return all;
	}

	private static EncodedMaps maps(final UNet net, final float[] input) {
		final Map<Integer, SkipMap> skips = new HashMap<>();
		final int d = net.spec().depth();
		try (EncoderPlan plan = net.encoderPlan(shape())) {
			plan.run(input);
			for (final int k : net.spec().skips().levels()) {
				final float[] map = plan.map(LayerNames.encoder(k, 2));
				final int c = net.spec().width(k);
				final float[] means = new float[c];
				for (int i = 0; i < map.length; i++)
					means[i % c] += map[i] * c / map.length;
				skips.put(k, new SkipMap(map, means));
			}
			return new EncodedMaps(skips, plan.map(LayerNames.encoder(d, 2)));
		}
	}

	private static Features mixed(final Features map, final double gain,
		final SkipFill fill)
	{
		final double[] means = new double[map.c()];
		for (int i = 0; i < map.v().length; i++)
			means[i % map.c()] += map.v()[i] / (map.h() * map.w());
		if (fill == SkipFill.ZERO) Arrays.fill(means, 0);
		final Features mixed = new Features(map.h(), map.w(), map.c());
		for (int i = 0; i < map.v().length; i++)
			mixed.v()[i] = gain * map.v()[i] + (1 - gain) * means[i % map.c()];
		return mixed;
	}

	private static Weight upHalf(final Weight w, final long[] size) {
		if (Arrays.equals(w.shape(), size)) return w;
		final int in = (int) size[2];
		final int out = (int) size[3];
		final float[] half = new float[9 * in * out];
		for (int k = 0; k < 9; k++)
			System.arraycopy(w.values(), (2 * k + 1) * in * out, half, k * in * out,
				in * out);
		return new Weight(w.name(), size, half);
	}

	private static UNetSpec spec(final int depth, final int skips) {
		return UNetSpec.default2d(2, 3).withDepth(depth).withBaseWidth(3).withSkips(
			new SkipSet(skips)).withSeed(8);
	}

	private static TileShape shape() {
		return new TileShape(1, H, W);
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
