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

package org.unetlens.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerTable;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.network.Weights;

/** The feature maps that a session shows. */
class SkipFeaturesTest extends SkipSessionFixture {

	/** Layers follow from those before them, by plain loops. */
	@Test
	void layersAreThoseOfTheNetwork() {
		final ModelBundle model = model(2, 3, SkipSet.of(1));
		try (SkipSession session = session(model)) {
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			final SkipGains gains = SkipGains.all(2).with(1, 0.25);
			final Map<String, FeatureMap> maps = new HashMap<>();
			for (final LayerGeometry row : LayerTable.of(model.spec(), HEIGHT,
				WIDTH))
			{
				final FeatureMap map = session.features(image, gains, SkipFill.ZERO, row
					.layer());
				maps.put(row.layer(), map);
				assertEquals(row, map.geometry());
				assertArrayEquals(new long[] { row.width(), row.height(), row
					.channels() }, Intervals.dimensionsAsLongArray(map.image()));
			}
			final FeatureMap merge = maps.get("decoder1.merge");
			for (int c = 0; c < 8; c++) {
				final FloatType skip = maps.get("encoder1.conv2").image().getAt(9, 7,
					c);
				assertEquals(0.25f * skip.get(), merge.image().getAt(9, 7, c).get());
				assertEquals(maps.get("decoder1.up").image().getAt(9, 7, c).get(), merge
					.image().getAt(9, 7, 8 + c).get());
			}
			for (int k = 0; k < 2; k++)
				assertIsPooled(maps.get("encoder" + k + ".conv2"), maps.get("encoder" +
					k + ".pool"));
			for (final int[] at : new int[][] { { 0, 0 }, { 31, 20 }, { WIDTH - 1,
				HEIGHT - 1 } })
				assertIsSoftmax(maps.get("head"), session.decode(image, gains,
					SkipFill.ZERO), at);
			for (final String layer : List.of("encoder2.conv1", "decoder0.conv1",
				"decoder1.conv2"))
				assertConvolution(model, layer, maps, 17);
		}
	}

	@Test
	void silencedChannelsCarryTheirMeanOverTheImage() {
		try (SkipSession session = session(model(2, 2, SkipSet.all(2)))) {
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			for (int level = 0; level < 2; level++) {
				final var map = session.features(image, SkipGains.all(2), SkipFill.MEAN,
					"encoder" + level + ".conv2").image();
				final var merged = session.features(image, SkipGains.all(2).with(level,
					0), SkipFill.MEAN, "decoder" + level + ".merge").image();
				for (int c = 0; c < map.dimension(2); c++) {
					double sum = 0;
					for (final FloatType v : Views.flatIterable(Views.hyperSlice(map, 2,
						c)))
						sum += v.get();
					final double mean = sum / map.dimension(0) / map.dimension(1);
					for (final FloatType v : Views.flatIterable(Views.hyperSlice(merged,
						2, c)))
						assertEquals(mean, v.get(), 1e-6);
				}
			}
		}
	}

	/** A channel that nothing weighs comes last, one that all weigh first. */
	@Test
	void channelsComeByWhatTheyContribute() {
		final ModelBundle model = model(1, 2, SkipSet.all(1));
		final List<Weights.Weight> changed = new ArrayList<>();
		for (final Weights.Weight w : model.weights().all()) {
			final float[] values = w.values().clone();
			if (w.name().equals("decoder0.conv1.weight")) for (int i = 0; i < 9 * 8 *
				4; i++)
				values[i] *= i / 4 % 8 == 6 ? 100 : i / 4 % 8 == 5 ? 0 : i / 4 % 8 == 0
					? 60 : 1;
			changed.add(new Weights.Weight(w.name(), w.shape(), values));
		}
		try (SkipSession session = session(new ModelBundle(model.card(), model
			.spec(), new Weights(changed), model.normalization(), model.pixelSize(),
			model.classes(), model.rule())))
		{
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			final List<Integer> merged = session.features(image, SkipGains.all(1),
				SkipFill.MEAN, "decoder0.merge").order();
			assertEquals(8, java.util.Set.copyOf(merged).size());
			assertEquals(5, merged.get(7));
			assertEquals(java.util.Set.of(0, 6), java.util.Set.of(merged.get(0),
				merged.get(1)));
			final List<Integer> up = session.features(image, SkipGains.all(1),
				SkipFill.MEAN, "decoder0.up").order();
			assertEquals(2, up.get(0));
			assertEquals(1, up.get(3));
			assertEquals(0, session.features(image, SkipGains.all(1), SkipFill.MEAN,
				"encoder0.conv2").order().get(0));
		}
	}

	@Test
	void readingALayerLeavesNoTrace() {
		final ModelBundle model = model(3, 2, SkipSet.all(3));
		try (SkipSession session = session(model);
				SkipSession untouched = session(model))
		{
			final EncodedImage a = session.encode(IMAGE, Progress.NONE);
			final EncodedImage b = session.encode(nuclei(2), Progress.NONE);
			final SkipGains all = SkipGains.all(3);
			for (final String layer : List.of("encoder2.conv1", "decoder2.conv1",
				"decoder1.merge", "decoder0.up", "decoder0.conv2", "encoder3.conv2"))
				for (final EncodedImage image : List.of(a, b))
					for (final SkipGains gains : List.of(all.with(1, 0), all.with(2, 0),
						all.with(1, 0.5).with(2, 0.5)))
					{
						session.decode(a, all, SkipFill.ZERO);
						session.features(image, gains, SkipFill.ZERO, layer);
						assertSame(untouched.decode(image, gains, SkipFill.ZERO), session
							.decode(image, gains, SkipFill.ZERO));
					}
		}
	}

	private static void assertIsPooled(final FeatureMap in,
		final FeatureMap pooled)
	{
		for (int y = 0; y < in.geometry().height() / 2; y++)
			for (int x = 0; x < in.geometry().width() / 2; x++)
				for (int c = 0; c < in.geometry().channels(); c++) {
					float largest = 0;
					for (int i = 0; i < 4; i++)
						largest = Math.max(largest, in.image().getAt(2 * x + i % 2, 2 * y +
							i / 2, c).get());
					assertEquals(largest, pooled.image().getAt(x, y, c).get());
				}
	}

	private static void assertIsSoftmax(final FeatureMap logits,
		final ClassPlanes probabilities, final int[] at)
	{
		double sum = 0;
		for (int c = 0; c < 3; c++)
			sum += Math.exp(logits.image().getAt(at[0], at[1], c).get());
		for (int c = 0; c < 3; c++)
			assertEquals(Math.exp(logits.image().getAt(at[0], at[1], c).get()) / sum,
				probabilities.getAt(at[0], at[1], c).get(), 1e-5);
	}

	/** Compares the inside of a convolution's map with plain loops. */
	private static void assertConvolution(final ModelBundle model,
		final String layer, final Map<String, FeatureMap> maps, final int seed)
	{
		final String before = Map.of("encoder2.conv1", "encoder1.pool",
			"decoder0.conv1", "decoder0.up", "decoder1.conv2", "decoder1.conv1").get(
				layer);
		final FeatureMap in = maps.get(before);
		final FeatureMap out = maps.get(layer);
		final float[] kernel = model.weights().get(layer + ".weight").values();
		final float[] bias = model.weights().get(layer + ".bias").values();
		final int inputs = in.geometry().channels();
		for (int y = 1; y < out.geometry().height() - 1; y++)
			for (int x = 1; x < out.geometry().width() - 1; x++) {
				final int o = (x * seed + y) % bias.length;
				double sum = bias[o];
				for (int k = 0; k < 9; k++)
					for (int c = 0; c < inputs; c++)
						sum += kernel[(k * inputs + c) * bias.length + o] * in.image()
							.getAt(x + k % 3 - 1, y + k / 3 - 1, c).get();
				assertEquals(Math.max(0, sum), out.image().getAt(x, y, o).get(), 1e-4,
					layer + " at " + x + ", " + y);
			}
	}
}
