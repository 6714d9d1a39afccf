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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.tensor.Normalization.Kind;

/** Tests {@link Normalization}. */
public class NormalizationTest {

	private static final double EPSILON = 1e-6;

	/** Reference by sorting; the definition of NumPy's default method. */
	private static double percentile(final float[] values, final double p) {
		final float[] sorted = values.clone();
		Arrays.sort(sorted);
		final double position = p / 100 * (sorted.length - 1);
		final int k = (int) position;
		final double next = sorted[Math.min(k + 1, sorted.length - 1)];
		return sorted[k] + (position - k) * (next - sorted[k]);
	}

	private static float[] random(final int n, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) (random.nextGaussian() * Math.exp(random
				.nextGaussian() * 3));
		return values;
	}

	private static void assertRange(final double low, final double high,
		final Scaling scaling, final int channel)
	{
		final double span = high - low;
		assertEquals(low, scaling.offset()[channel], EPSILON * span + Math.ulp(
			(float) low), "offset");
		assertEquals(1 / span, scaling.factor()[channel], EPSILON / span, "factor");
	}

	@Test
	public void percentilesOfFloatsAreExact() {
		final float[] values = random(331 * 457, 1);
		final Scaling scaling = Normalization.percentile(1, 99.8).measure(ArrayImgs
			.floats(values, 331, 457, 1));
		assertRange(percentile(values, 1), percentile(values, 99.8), scaling, 0);
	}

	@Test
	public void integersOfFewBitsAreMeasuredLikeFloats() {
		final Random random = new Random(9);
		final short[] values = new short[41 * 29];
		final byte[] bytes = new byte[values.length];
		final float[] wide = new float[values.length];
		final float[] narrow = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) (60_000 * Math.pow(random.nextDouble(), 4));
			wide[i] = values[i] & 0xffff;
			bytes[i] = (byte) random.nextInt(250);
			narrow[i] = bytes[i] & 0xff;
		}
		for (final Normalization n : new Normalization[] { Normalization.percentile(
			1, 99.8), Normalization.percentile(0, 100), Normalization.percentile(33.3,
				34), Normalization.of(Kind.MIN_MAX), Normalization.of(Kind.MEAN_SD) })
		{
			assertEquals(n.measure(ArrayImgs.floats(wide, 41, 29, 1)), n.measure(
				ArrayImgs.unsignedShorts(values, 41, 29, 1)), n.toString());
			assertEquals(n.measure(ArrayImgs.floats(narrow, 41, 29, 1)), n.measure(
				ArrayImgs.unsignedBytes(bytes, 41, 29, 1)), n.toString());
		}
	}

	@Test
	public void channelsAreMeasuredApartAndPlanesTogether() {
		final float[] values = random(7 * 5 * 2 * 3, 2);
		final ArrayImg<FloatType, ?> image = ArrayImgs.floats(values, 7, 5, 2, 3);
		for (int c = 0; c < 2; c++) {
			final float[] channel = new float[7 * 5 * 3];
			for (int z = 0; z < 3; z++)
				System.arraycopy(values, 35 * (c + 2 * z), channel, 35 * z, 35);
			assertRange(percentile(channel, 10), percentile(channel, 90),
				Normalization.percentile(10, 90).measure(image), c);
		}
	}

	@Test
	public void unsignedTypesAreReadAsUnsigned() {
		final byte[] bytes = { 0, 50, (byte) 200, (byte) 255, 10, 20 };
		assertRange(0, 255, Normalization.of(Kind.MIN_MAX).measure(ArrayImgs
			.unsignedBytes(bytes, 3, 2, 1)), 0);
		final short[] shorts = { 7, (short) 60000, 100, 200, 300, 400 };
		assertRange(7, 60000, Normalization.of(Kind.MIN_MAX).measure(ArrayImgs
			.unsignedShorts(shorts, 3, 2, 1)), 0);
		assertRange(-5536, 400, Normalization.of(Kind.MIN_MAX).measure(ArrayImgs
			.shorts(shorts, 3, 2, 1)), 0);
		final int[] ints = { 1, -1, 5, 6, 7, 8 };
		assertRange(1, 4294967295.0, Normalization.of(Kind.MIN_MAX).measure(
			ArrayImgs.unsignedInts(ints, 3, 2, 1)), 0);
	}

	@Test
	public void typesWithoutSampleArraysAreRead() {
		final ArrayImg<Unsigned12BitType, ?> image = ArrayImgs.unsigned12Bits(3, 5,
			1);
		image.getAt(2, 4, 0).set(4095);
		assertRange(0, 4095, Normalization.of(Kind.MIN_MAX).measure(image), 0);
	}

	@Test
	public void meanAndDeviationStayAccurateForLargeMeans() {
		final double[] values = new double[101 * 997];
		final Random random = new Random(3);
		for (int i = 0; i < values.length; i++)
			values[i] = 60000 + random.nextInt(7);
		final double mean = Arrays.stream(values).average().orElseThrow();
		final double sd = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v -
			mean)).average().orElseThrow());
		assertRange(mean, mean + sd, Normalization.of(Kind.MEAN_SD).measure(
			ArrayImgs.doubles(values, 101, 997, 1)), 0);
	}

	@Test
	public void sparseImagesFallBackToMinimumAndMaximum() {
		final float[] values = new float[11 * 13];
		values[77] = 5;
		assertRange(0, 5, Normalization.percentile(1, 99).measure(ArrayImgs.floats(
			values, 11, 13, 1)), 0);
	}

	@Test
	public void constantChannelsBecomeZero() {
		final float[] values = new float[11 * 13];
		Arrays.fill(values, 0.1f);
		for (final Kind kind : new Kind[] { Kind.PERCENTILE, Kind.MEAN_SD,
			Kind.MIN_MAX })
		{
			final Scaling scaling = Normalization.of(kind).measure(ArrayImgs.floats(
				values, 11, 13, 1));
			assertEquals(0, scaling.apply(0, 0.1f), 0.0, kind.name());
			assertEquals(0, scaling.factor()[0], 0.0, kind.name());
		}
	}

	@Test
	public void noneLeavesValues() {
		assertEquals(Scaling.identity(2), Normalization.of(Kind.NONE).measure(
			ArrayImgs.floats(random(3 * 5 * 2, 4), 3, 5, 2)));
	}

	@Test
	public void valuesThatAreNotFiniteAreRefused() {
		for (final float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY,
			Float.NEGATIVE_INFINITY })
			for (final Kind kind : Kind.values()) {
				final float[] values = random(300 * 401 * 2, 5);
				values[300 * 401 + 80000] = bad;
				final String message = assertThrows(IllegalArgumentException.class,
					() -> Normalization.of(kind).measure(ArrayImgs.floats(values, 300,
						401, 2))).getMessage();
				assertTrue(message.startsWith("Channel 2 "), message);
			}
	}

	@Test
	public void viewsAndOriginsDoNotMatter() {
		final float[] values = random(23 * 29 * 2, 6);
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(values,
			23, 29, 2);
		final RandomAccessibleInterval<FloatType> moved = Views.translate(Views
			.rotate(image, 0, 1), -5, 1000, 3);
		final Normalization normalization = Normalization.percentile(3, 97);
		assertEquals(normalization.measure(image), normalization.measure(moved));
	}

	@Test
	public void colourImagesAreThreeChannels() {
		final int[] colours = { 0xff102030, 0xff402010, 0x00ff0001, 0xff000000 };
		final Scaling scaling = Normalization.of(Kind.MIN_MAX).measure(ArgbChannels
			.of(ArrayImgs.argbs(colours, 2, 2)));
		assertEquals(3, scaling.channels());
		assertRange(0, 0xff, scaling, 0);
		assertRange(0, 0x20, scaling, 1);
		assertRange(0, 0x30, scaling, 2);
	}

	@Test
	public void theResultDoesNotDependOnThreads() {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(random(
			509 * 503, 7), 509, 503, 1);
		final Normalization normalization = Normalization.of(Kind.MEAN_SD);
		final Scaling one = Parallelization.runSingleThreaded(() -> normalization
			.measure(image));
		assertEquals(one, Parallelization.runWithNumThreads(5, () -> normalization
			.measure(image)));
	}

	@Test
	public void theChannelAxisIsRequired() {
		assertThrows(IllegalArgumentException.class, () -> Normalization.of(
			Kind.MIN_MAX).measure(ArrayImgs.bytes(3, 5)));
		assertThrows(IllegalArgumentException.class, () -> Normalization.percentile(
			50, 50));
	}
}
