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

package org.unetlens.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests {@link NormalizedBlocks} against ImgLib2's own mirroring. */
public class NormalizedBlocksTest {

	private static <T extends RealType<T>> Img<T> random(
		final ImgFactory<T> factory, final long... size)
	{
		final Img<T> image = factory.create(size);
		final Random random = new Random(size[0]);
		final double max = Math.min(image.firstElement().getMaxValue(), 4e9);
		final double min = Math.max(image.firstElement().getMinValue(), -4e9);
		image.forEach(v -> v.setReal(Math.floor(min + random.nextDouble() * (max -
			min))));
		return image;
	}

	static Stream<Arguments> images() {
		final Img<UnsignedShortType> large = random(new PlanarImgFactory<>(
			new UnsignedShortType()), 13, 17, 5);
		return Stream.of(Arguments.of("array u8", random(new ArrayImgFactory<>(
			new UnsignedByteType()), 7, 5, 3)), //
			Arguments.of("planar u16", random(new PlanarImgFactory<>(
				new UnsignedShortType()), 11, 5, 1)), //
			Arguments.of("cell i8", random(new CellImgFactory<>(new ByteType(), 3, 2,
				1), 7, 11, 2)), //
			Arguments.of("planar i32", random(new PlanarImgFactory<>(new IntType()),
				5, 3, 2)), //
			Arguments.of("array u32", random(new ArrayImgFactory<>(
				new UnsignedIntType()), 3, 5, 1)), //
			Arguments.of("cell f32", random(new CellImgFactory<>(new FloatType(), 4),
				13, 11, 2)), //
			Arguments.of("array f64", random(new ArrayImgFactory<>(new DoubleType()),
				2, 3, 1)), //
			Arguments.of("array u12", random(new ArrayImgFactory<>(
				new Unsigned12BitType()), 5, 7, 2)), //
			Arguments.of("list f32", random(new ListImgFactory<>(new FloatType()), 5,
				7, 2)), //
			Arguments.of("one pixel", random(new ArrayImgFactory<>(new FloatType()),
				1, 1, 2)), //
			Arguments.of("one column", random(new ArrayImgFactory<>(new FloatType()),
				1, 5, 1)), //
			Arguments.of("cropped", Views.interval(large, new long[] { 3, 2, 1 },
				new long[] { 9, 12, 3 })), //
			Arguments.of("rotated", Views.rotate(large, 0, 1)), //
			Arguments.of("moved axis", Views.permute(large, 1, 2)), //
			Arguments.of("moved", Views.translate(large, -50, 20, 7)), //
			Arguments.of("sub-sampled", Views.subsample(large, 3, 2, 1)), //
			Arguments.of("stacked", Views.stack(Views.hyperSlice(large, 2, 4), Views
				.hyperSlice(large, 2, 0))), //
			Arguments.of("converted", Converters.convert(
				(RandomAccessibleInterval<UnsignedShortType>) large, (in, out) -> out
					.set(in.get() * 0.5f), new FloatType())), //
			Arguments.of("colour", colour()));
	}

	private static ArgbChannels colour() {
		final Random random = new Random(1);
		return ArgbChannels.of(ArrayImgs.argbs(random.ints(35).toArray(), 7, 5));
	}

	private static Scaling scaling(final long channels) {
		final Scaling scaling = Scaling.identity((int) channels);
		for (int c = 0; c < channels; c++) {
			scaling.offset()[c] = 10 + c;
			scaling.factor()[c] = 0.25f / (1 + c);
		}
		return scaling;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	public <T extends RealType<T>> void windowsEqualMirroredViews(
		final String name, final RandomAccessibleInterval<T> image)
	{
		final NormalizedBlocks blocks = NormalizedBlocks.of(image, scaling(image
			.dimension(2)));
		final int[][] windows = { { 0, 0, 1, 1 }, { -3, -2, 5, 7 }, { 1, 0, 3, 2 },
			{ -41, 5, 101, 43 }, { 1000, -1000, 5, 3 }, { 2, 1, 2, 61 } };
		for (final int[] w : windows)
			assertWindow(name, blocks.independentCopy(), image, w);
		assertWindow(name, blocks, image, new int[] { 0, 0, (int) image.dimension(
			0), (int) image.dimension(1) });
	}

	private static <T extends RealType<T>> void assertWindow(final String name,
		final NormalizedBlocks blocks, final RandomAccessibleInterval<T> image,
		final int[] w)
	{
		final int channels = blocks.channels();
		final int offset = 13;
		final float[] hwc = new float[offset + w[2] * w[3] * channels + 1];
		Arrays.fill(hwc, -77);
		blocks.read(w[0], w[1], w[2], w[3], hwc, offset);
		final Scaling scaling = scaling(channels);
		final RandomAccess<T> expected = Views.extendMirrorSingle(Views.zeroMin(
			image)).randomAccess();
		for (int y = 0, i = offset; y < w[3]; y++)
			for (int x = 0; x < w[2]; x++)
				for (int c = 0; c < channels; c++, i++) {
					final float value = expected.setPositionAndGet(w[0] + x, w[1] + y, c)
						.getRealFloat();
					assertEquals(scaling.apply(c, value), hwc[i], 0, message(name, w, x,
						y, c));
				}
		assertEquals(-77, hwc[offset - 1], 0, "written before the window");
		assertEquals(-77, hwc[hwc.length - 1], 0, "written behind the window");
	}

	private static Supplier<String> message(final String name, final int[] w,
		final int x, final int y, final int c)
	{
		return () -> name + " window " + Arrays.toString(w) + " at x " + x + " y " +
			y + " channel " + c;
	}

	@Test
	public void windowsOfManyBandsAreWhole() {
		assertWindow("large", NormalizedBlocks.of(random(new PlanarImgFactory<>(
			new UnsignedShortType()), 503, 211, 2), scaling(2)), random(
				new PlanarImgFactory<>(new UnsignedShortType()), 503, 211, 2),
			new int[] { -31, -57, 601, 499 });
	}

	@Test
	public void imagesThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> NormalizedBlocks.of(
			ArrayImgs.bytes(5, 3), scaling(1)));
		assertThrows(IllegalArgumentException.class, () -> NormalizedBlocks.of(
			ArrayImgs.bytes(5, 3, 2), scaling(3)));
	}
}
