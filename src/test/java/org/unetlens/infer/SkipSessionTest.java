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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerTable;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

class SkipSessionTest {

	private static final int WIDTH = 61;
	private static final int HEIGHT = 47;
	private static final RandomAccessibleInterval<UnsignedShortType> IMAGE =
		nuclei(1);

	@ParameterizedTest
	@CsvSource({ "1, 2, 1", "3, 3, 7", "3, 5, 5", "2, 2, 2" })
	void allSkipsOnGivesTheSegmentersOutputToTheBit(final int depth,
		final int classes, final int skips)
	{
		final ModelBundle model = model(depth, classes, new SkipSet(skips));
		try (SkipSession session = session(model);
				Segmenter segmenter = Segmenter.of(model, SegmenterOptions.defaults()
					.withThreads(1)))
		{
			final ClassPlanes expected = segmenter.probabilities(IMAGE, segmenter
				.measure(IMAGE), Progress.NONE);
			final ClassPlanes found = session.decode(session.encode(IMAGE,
				Progress.NONE), SkipGains.all(depth), SkipFill.MEAN);
			assertEquals(classes, found.dimension(2));
			for (int c = 0; c < classes; c++)
				assertArrayEquals(expected.plane(c), found.plane(c));
		}
	}

	@Test
	void tiledAndWholeAgree() {
		final ModelBundle model = model(2, 3, SkipSet.all(2));
		final var image = nuclei(3, 203, 150);
		try (UNet net = new UNet(model.spec(), model.weights());
				SkipSession session = session(model);
				Segmenter segmenter = Segmenter.of(model, SegmenterOptions.defaults()
					.withThreads(3).withMemoryBudget(net.bytesPerPixel() << 14)))
		{
			final ClassPlanes expected = segmenter.probabilities(image, segmenter
				.measure(image), Progress.NONE);
			final ClassPlanes found = session.decode(session.encode(image,
				Progress.NONE), SkipGains.all(2), SkipFill.MEAN);
			for (int c = 0; c < 3; c++)
				assertArrayEquals(expected.plane(c), found.plane(c), 1e-5f);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void everySubsetOnceAndAsDecodedByItself(final int threads) {
		final ModelBundle model = model(3, 3, SkipSet.of(0, 2));
		try (SkipSession session = SkipSession.of(model, SegmenterOptions.defaults()
			.withThreads(threads)))
		{
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			final Map<SkipSet, ClassPlanes> found = new HashMap<>();
			final AtomicInteger calls = new AtomicInteger();
			session.decodeAll(image, SkipFill.MEAN, (on, planes) -> {
				found.put(on, planes);
				calls.incrementAndGet();
			}, Progress.NONE);
			assertEquals(4, calls.get());
			assertEquals(java.util.Set.of(SkipSet.none(), SkipSet.of(0), SkipSet.of(
				2), SkipSet.of(0, 2)), found.keySet());
			found.forEach((on, planes) -> assertSame(session.decode(image, SkipGains
				.of(on, 3), SkipFill.MEAN), planes));
			assertTrue(difference(found.get(SkipSet.none()), found.get(SkipSet.of(0,
				2))) > 1e-3);
		}
	}

	/** A constant map is its own mean: there silencing changes nothing. */
	@Test
	void theMeanOfAConstantImageIsTheImage() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		try (SkipSession session = session(model)) {
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			final EncodedImage flat = image.withSkipsShifted(10_000, 0)
				.withSkipsShifted(0, 10_000);
			assertArrayEquals(session.decode(flat, SkipGains.all(2), SkipFill.MEAN)
				.plane(0), session.decode(flat, SkipGains.of(SkipSet.none(), 2),
					SkipFill.MEAN).plane(0), 1e-6f);
		}
	}

	@ParameterizedTest
	@EnumSource(SkipFill.class)
	void silencedSkipsDoNotReachTheOutput(final SkipFill fill) {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		try (SkipSession session = session(model)) {
			final EncodedImage a = session.encode(IMAGE, Progress.NONE);
			final EncodedImage b = session.encode(nuclei(2), Progress.NONE);
			final SkipGains none = SkipGains.of(SkipSet.none(), 2);
			final double change = difference(session.decode(a, none, fill), session
				.decode(b.withBottleneckOf(a), none, fill));
			// NB: Means differ from image to image, zeros do not.
			if (fill == SkipFill.ZERO) assertEquals(0, change);
			else assertTrue(change > 0);
			assertSame(session.decode(b, SkipGains.all(2), fill), session.decode(b
				.withBottleneckOf(a).withBottleneckOf(b), SkipGains.all(2), fill));
		}
	}

	@Test
	void shiftsGoByWholeCells() {
		final ModelBundle model = model(1, 2, SkipSet.all(1));
		try (SkipSession session = session(model)) {
			final EncodedImage a = session.encode(IMAGE, Progress.NONE);
			final float[] before = a.maps().skips().get(0).values();
			final float[] after = a.withSkipsShifted(3, -2).maps().skips().get(0)
				.values();
			final int w = a.canvas().shape().width();
			final int h = a.canvas().shape().height();
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++)
					for (int c = 0; c < 4; c++)
						assertEquals(before[(Math.min(h - 1, y + 2) * w + Math.max(0, x -
							3)) * 4 + c], after[(y * w + x) * 4 + c]);
			assertSame(session.decode(a, SkipGains.all(1), SkipFill.MEAN), session
				.decode(a.withSkipsShifted(0, 0), SkipGains.all(1), SkipFill.MEAN));
		}
	}

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

	@Test
	void wrongInputIsToldInASentence() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		assertMessage("The model random has no skip connections", () -> SkipSession
			.of(model(2, 2, SkipSet.none()), SegmenterOptions.defaults()));
		try (SkipSession session = session(model)) {
			assertMessage("takes images with 1 channel, but this image has 3",
				() -> session.encode(ArrayImgs.bytes(9, 9, 3), Progress.NONE));
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			assertMessage("has no layer named decoder2.merge; it has [encoder0.conv1",
				() -> session.features(image, SkipGains.all(2), SkipFill.MEAN,
					"decoder2.merge"));
			assertMessage("1 gains of skip connections were given", () -> session
				.decode(image, SkipGains.all(1), SkipFill.ZERO));
			final EncodedImage other = session.encode(ArrayImgs.bytes(9, 9, 1),
				Progress.NONE);
			assertMessage("of 9 x 9 px cannot stand in one of 61 x 47 px", () -> image
				.withBottleneckOf(other));
		}
	}

	@Test
	void imagesThatDoNotFitIntoMemoryAreRefusedWithWhatFits() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		final long budget = 400_000;
		try (SkipSession session = SkipSession.of(model, SegmenterOptions.defaults()
			.withMemoryBudget(budget)))
		{
			final long side = (long) Math.sqrt(session.maxPixels());
			assertEquals(session.maxPixels(), side * side);
			session.encode(ArrayImgs.bytes(side, side, 1), Progress.NONE);
			assertMessage("The image has " + (side + 4) + " x " + (side + 4) + " px",
				() -> session.encode(ArrayImgs.bytes(side + 4, side + 4, 1),
					Progress.NONE));
			assertMessage(side + " x " + side + " px is the largest", () -> session
				.encode(ArrayImgs.bytes(side + 4, side + 4, 1), Progress.NONE));
		}
	}

	@Test
	void imagesOfAnotherModelAreRefused() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		try (SkipSession session = session(model);
				SkipSession other = session(model(2, 2, SkipSet.of(0)));
				SkipSession deeper = session(model(3, 2, SkipSet.all(3))))
		{
			assertMessage("another model", () -> session.decode(other.encode(IMAGE,
				Progress.NONE), SkipGains.all(2), SkipFill.MEAN));
			assertMessage("another model", () -> session.features(deeper.encode(IMAGE,
				Progress.NONE), SkipGains.all(2), SkipFill.MEAN, "decoder1.up"));
		}
	}

	@Test
	void aClosedSessionSaysSo() {
		final SkipSession session = session(model(1, 2, SkipSet.all(1)));
		final EncodedImage image = session.encode(IMAGE, Progress.NONE);
		session.close();
		session.close();
		assertTrue(assertThrows(IllegalStateException.class, () -> session.decode(
			image, SkipGains.all(1), SkipFill.MEAN)).getMessage().contains("closed"));
		assertThrows(IllegalStateException.class, () -> session.gradients(IMAGE, 1,
			1, 0));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void stopsBetweenSubsetsWhenCanceled(final int threads) {
		final AtomicLong finished = new AtomicLong();
		final Progress progress = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				finished.set(done);
			}

			@Override
			public boolean isCanceled() {
				return finished.get() >= 2;
			}
		};
		try (SkipSession session = SkipSession.of(model(3, 2, SkipSet.all(3)),
			SegmenterOptions.defaults().withThreads(threads)))
		{
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			assertThrows(CancellationException.class, () -> session.decodeAll(image,
				SkipFill.ZERO, (on, planes) -> {}, progress));
			assertTrue(finished.get() < 2 + threads, finished + " subsets");
		}
	}

	private static void assertMessage(final String part,
		final org.junit.jupiter.api.function.Executable work)
	{
		final String message = assertThrows(IllegalArgumentException.class, work)
			.getMessage();
		assertTrue(message.contains(part), message);
	}

	private static void assertSame(final ClassPlanes expected,
		final ClassPlanes found)
	{
		assertTrue(Intervals.equals(expected, found));
		for (int c = 0; c < expected.dimension(2); c++)
			assertArrayEquals(expected.plane(c), found.plane(c));
	}

	private static double difference(final ClassPlanes a, final ClassPlanes b) {
		double largest = 0;
		for (int i = 0; i < a.plane(0).length; i++)
			largest = Math.max(largest, Math.abs(a.plane(0)[i] - b.plane(0)[i]));
		return largest;
	}

	private static RandomAccessibleInterval<UnsignedShortType> nuclei(
		final long seed)
	{
		return nuclei(seed, WIDTH, HEIGHT);
	}

	private static RandomAccessibleInterval<UnsignedShortType> nuclei(
		final long seed, final int width, final int height)
	{
		return Views.addDimension(NucleiField.default2d().withSize(width, height)
			.withSeed(seed).generate().image(), 0, 0);
	}

	private static SkipSession session(final ModelBundle model) {
		return SkipSession.of(model, SegmenterOptions.defaults());
	}

	private static ModelBundle model(final int depth, final int classes,
		final SkipSet skips)
	{
		final UNetSpec spec = UNetSpec.default2d(1, classes).withDepth(depth)
			.withBaseWidth(4).withSkips(skips).withSeed(5);
		return new ModelBundle(new ModelCard("random", "A test.", "", List.of(
			"nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
				.of()), spec, InitialWeights.he(spec), Normalization.percentile(1, 99),
			PixelSize.UNCALIBRATED, java.util.stream.IntStream.range(0, classes)
				.mapToObj(c -> "class " + c).toList(), ObjectRule.of(
					ObjectRule.Kind.FOREGROUND));
	}
}
