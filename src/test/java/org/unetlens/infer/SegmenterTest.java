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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;
import org.unetlens.label.LabelImages;
import org.unetlens.label.LabelStore;
import org.unetlens.label.ObjectBands;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetPlan;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

class SegmenterTest {

	private static final RandomAccessibleInterval<UnsignedShortType> IMAGE = Views
		.addDimension(NucleiField.default2d().withSize(61, 47).generate().image(),
			0, 0);
	private static final RandomAccessibleInterval<UnsignedShortType> LARGER =
		Views.addDimension(NucleiField.default2d().withSize(91, 237).withSeed(4)
			.generate().image(), 0, 0);

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 5 })
	void probabilitiesAreThoseOfTheNetwork(final int classes) {
		final ModelBundle model = model(1, classes);
		final RandomAccessibleInterval<FloatType> found;
		final Scaling scaling = model.normalization().measure(IMAGE);
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			found = segmenter.segment(IMAGE, Progress.NONE).probabilities();
		}
		// NB: The canvas is the image with a mirrored margin of 2^depth = 2 px, its
		// sides made even: 66 x 52.
		final float[] input = new float[66 * 52];
		final float[] expected = new float[input.length * classes];
		NormalizedBlocks.of(IMAGE, scaling).read(-2, -2, 66, 52, input, 0);
		try (UNetPlan plan = UNetPlan.of(model.spec(), model.weights(), 1, 52,
			66))
		{
			plan.run(input, expected);
		}
		assertEquals(classes, found.dimension(2));
		final Cursor<FloatType> cursor = found.localizingCursor();
		while (cursor.hasNext()) {
			final float value = cursor.next().get();
			final int x = cursor.getIntPosition(0);
			final int y = cursor.getIntPosition(1);
			final int c = cursor.getIntPosition(2);
			assertEquals(expected[((y + 2) * 66 + x + 2) * classes + c], value, 1e-5,
				x + ", " + y + ", " + c);
		}
	}

	/**
	 * An image in which each pixel is repeated four times, for a model that sees
	 * images at half size: the answer is that to the original, interpolated.
	 */
	@Test
	void imagesAreScaledForTheModelAndItsAnswersBack() {
		final ModelBundle model = model(1, 3);
		final Img<FloatType> large = ArrayImgs.floats(122, 94, 1);
		final Cursor<FloatType> pixels = large.localizingCursor();
		while (pixels.hasNext()) {
			pixels.fwd();
			pixels.get().set(IMAGE.getAt(pixels.getIntPosition(0) / 2, pixels
				.getIntPosition(1) / 2, 0).get());
		}
		final ClassPlanes small;
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			small = segmenter.probabilities(IMAGE, segmenter.measure(IMAGE),
				Progress.NONE);
		}
		try (Segmenter segmenter = Segmenter.of(model.withCard(model.card()
			.withImageScale(0.5)), SegmenterOptions.defaults()))
		{
			final Segmentation found = segmenter.segment(large, segmenter.measure(
				IMAGE), Progress.NONE);
			assertEquals(122, found.labels().dimension(0));
			assertEquals(94, found.labels().dimension(1));
			for (int c = 0; c < 3; c++)
				for (final int[] at : new int[][] { { 40, 30 }, { 71, 55 }, { 1, 90 } })
					assertEquals(between(small, at[0], at[1], c), found.probabilities()
						.getAt(at[0], at[1], c).get(), 1e-5);
		}
	}

	private static double between(final ClassPlanes small, final int x,
		final int y, final int c)
	{
		final int i = x / 2, j = y / 2, nextX = x % 2 == 0 ? i - 1 : i + 1, nextY =
			y % 2 == 0 ? j - 1 : j + 1;
		return 0.75 * (0.75 * small.getAt(i, j, c).get() + 0.25 * small.getAt(nextX,
			j, c).get()) + 0.25 * (0.75 * small.getAt(i, nextY, c).get() + 0.25 *
				small.getAt(nextX, nextY, c).get());
	}

	@Test
	void labelsFollowFromTheProbabilitiesByTheModelsRule() {
		final ModelBundle model = halved(model(1, 3));
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			final Segmentation both = segmenter.segment(IMAGE, Progress.NONE);
			final Img<IntType> expected = LabelImages.from(both.probabilities(), model
				.rule());
			assertSame(expected, both.labels());
			int largest = 0;
			for (final IntType label : expected)
				largest = Math.max(largest, label.get());
			assertTrue(largest > 1, "only " + largest + " objects, too few to tell");
		}
	}

	/** Bands of a few rows of tiles each, and the whole image as one. */
	@ParameterizedTest
	@EnumSource(ObjectRule.Kind.class)
	void bandsGiveTheObjectsOfTheWholeImage(final ObjectRule.Kind kind) {
		final ModelBundle model = model(1, 3);
		final boolean enclosed = kind == ObjectRule.Kind.ENCLOSED;
		final float[] p = sorted(model, TestTimeAugmentation.NONE, enclosed ? 1
			: 0);
		final double median = p[p.length / 2];
		compareBands(model.withRule(new ObjectRule(kind, enclosed ? median : 1 -
			median, enclosed ? 1 - p[p.length / 4] : 0.37, 0.05, 3, true, false)),
			TestTimeAugmentation.NONE);
	}

	private static float[] sorted(final ModelBundle model,
		final TestTimeAugmentation views, final int classIndex)
	{
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions.defaults()
			.withAugmentation(views)))
		{
			final float[] values = segmenter.probabilities(LARGER, segmenter.measure(
				LARGER), Progress.NONE).plane(classIndex).clone();
			java.util.Arrays.sort(values);
			return values;
		}
	}

	/** NB: Sums are rounded otherwise in bands, so the threshold is in a gap. */
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void bandsAreAveragedOverTheSameViews(final TestTimeAugmentation views) {
		final ModelBundle model = model(1, 3);
		final float[] values = sorted(model, views, 0);
		int gap = values.length / 2;
		for (int i = values.length / 3; i < values.length / 3 * 2; i++)
			if (values[i + 1] - values[i] > values[gap + 1] - values[gap]) gap = i;
		compareBands(model.withRule(ObjectRule.of(ObjectRule.Kind.FOREGROUND)
			.withThreshold(1 - (values[gap] + values[gap + 1]) / 2.0)), views);
	}

	private static void compareBands(final ModelBundle model,
		final TestTimeAugmentation views)
	{
		final int[] labels = new int[91 * 237];
		// NB: Room for several columns.
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions.defaults()
			.withThreads(2).withMemoryBudget(6000 * bytesPerPixel(model) / 2)
			.withAugmentation(views)))
		{
			final Scaling scaling = segmenter.measure(LARGER);
			final Img<IntType> expected = segmenter.segment(LARGER, scaling,
				Progress.NONE).labels();
			final ObjectBands found = segmenter.find(LARGER, scaling, new Store(
				labels), Progress.NONE);
			final int n = found.count();
			found.finish((row, rows, part) -> {});
			assertSame(expected, ArrayImgs.ints(labels, 91, 237));
			assertTrue(n > 3, "too few objects to tell: " + n);
		}
	}

	private record Store(int[] all) implements LabelStore {

		@Override
		public void write(final long pixel, final int[] labels, final int from,
			final int count)
		{
			System.arraycopy(labels, from, all, (int) pixel, count);
		}

		@Override
		public void read(final long pixel, final int[] labels, final int from,
			final int count)
		{
			System.arraycopy(all, (int) pixel, labels, from, count);
		}
	}

	private static long bytesPerPixel(final ModelBundle model) {
		try (UNet net = new UNet(model.spec(), model.weights())) {
			return net.bytesPerPixel();
		}
	}

	/**
	 * Mirroring the image mirrors the averaged result, which no single prediction
	 * of this network does.
	 */
	@Test
	void augmentedPredictionsHaveTheSymmetryOfTheViews() {
		final ModelBundle model = model(1, 3);
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions.defaults()
			.withAugmentation(TestTimeAugmentation.MIRROR_ROTATE)))
		{
			final Scaling scaling = segmenter.measure(IMAGE);
			final RandomAccessibleInterval<FloatType> p = segmenter.probabilities(
				IMAGE, scaling, Progress.NONE);
			final RandomAccessibleInterval<FloatType> q = segmenter.probabilities(
				Views.zeroMin(Views.invertAxis(Views.permute(IMAGE, 0, 1), 0)), scaling,
				Progress.NONE);
			for (int y = 0; y < 47; y += 5)
				for (int x = 0; x < 61; x += 7)
					for (int c = 0; c < 3; c++)
						assertEquals(p.getAt(x, y, c).get(), q.getAt(46 - y, x, c).get(),
							2e-5, x + ", " + y + ", " + c);
		}
	}

	@Test
	void wrongChannelsAreToldInASentence() {
		try (Segmenter segmenter = Segmenter.of(model(1, 2), SegmenterOptions
			.defaults()))
		{
			final String message = assertThrows(IllegalArgumentException.class,
				() -> segmenter.segment(ArrayImgs.unsignedBytes(9, 9, 3),
					Progress.NONE)).getMessage();
			assertTrue(message.contains("1 channel") && message.contains(
				"3 channels") && message.contains("grey"), message);
		}
	}

	@Test
	void valuesThatAreNoNumbersAreRefused() {
		final Img<FloatType> image = ArrayImgs.floats(new float[81], 9, 9, 1);
		image.getAt(4, 4, 0).set(Float.NaN);
		try (Segmenter segmenter = Segmenter.of(model(1, 2), SegmenterOptions
			.defaults()))
		{
			assertThrows(IllegalArgumentException.class, () -> segmenter.segment(
				image, Progress.NONE));
		}
	}

	/** The same model with a threshold that half of the pixels reach. */
	private static ModelBundle halved(final ModelBundle model) {
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			final RandomAccessibleInterval<FloatType> p = Views.hyperSlice(segmenter
				.probabilities(IMAGE, segmenter.measure(IMAGE), Progress.NONE), 2, 0);
			final List<Float> values = new ArrayList<>();
			Views.flatIterable(p).forEach(v -> values.add(1 - v.get()));
			values.sort(null);
			return model.withRule(model.rule().withThreshold(values.get(values
				.size() / 2)).withMinSize(3));
		}
	}

	private static void assertSame(final Img<IntType> expected,
		final Img<IntType> found)
	{
		final Cursor<IntType> cursor = expected.localizingCursor();
		while (cursor.hasNext())
			assertEquals(cursor.next().get(), found.getAt(cursor).get(), "at " +
				cursor.getIntPosition(0) + ", " + cursor.getIntPosition(1));
	}

	private static ModelBundle model(final int channels, final int classes) {
		final UNetSpec spec = UNetSpec.default2d(channels, classes).withDepth(1)
			.withBaseWidth(4).withSeed(5);
		return new ModelBundle(new ModelCard("random", "A test.", "", List.of(
			"nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
				.of()), spec, InitialWeights.he(spec), Normalization.percentile(1, 99),
			PixelSize.UNCALIBRATED, java.util.stream.IntStream.range(0, classes)
				.mapToObj(c -> "class " + c).toList(), ObjectRule.of(
					ObjectRule.Kind.INTERIOR_BORDER).withThreshold(0.6).withSeedThreshold(
						0.37).withMinSize(3));
	}
}
