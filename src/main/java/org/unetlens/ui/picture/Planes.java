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

package org.unetlens.ui.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Planes of values and their pictures. Stateless. */
public final class Planes {

	private static final int SAMPLES = 100_000;

	private Planes() {}

	/** The values of a plane (x, y), row by row; a copy. */
	public static float[] values(
		final RandomAccessibleInterval<? extends RealType<?>> plane)
	{
		final float[] values = new float[Math.toIntExact(plane.size())];
		int i = 0;
		for (final RealType<?> value : Views.flatIterable(plane))
			values[i++] = value.getRealFloat();
		return values;
	}

	/** One channel of an image (x, y, channel), counted from 0; a copy. */
	public static float[] channel(
		final RandomAccessibleInterval<? extends RealType<?>> image, final int c)
	{
		return values(Views.hyperSlice(image, 2, image.min(2) + c));
	}

	/**
	 * Two percentiles of the finite values (of some of them, when there are
	 * many). Never equal, so that one can divide by their difference.
	 *
	 * @param low share of the values below the first, 0 to 1
	 * @param high share of the values below the second
	 */
	public static double[] range(final float[] values, final double low,
		final double high)
	{
		final int stride = Math.max(1, values.length / SAMPLES);
		final float[] some = new float[(values.length + stride - 1) / stride];
		int n = 0;
		for (int i = 0; i < values.length; i += stride)
			if (Float.isFinite(values[i])) some[n++] = values[i];
		if (n == 0) return new double[] { 0, 1 };
		Arrays.sort(some, 0, n);
		final double a = some[(int) (low * (n - 1))];
		final double b = some[(int) (high * (n - 1))];
		if (b > a) return new double[] { a, b };
		// NB: A sparse image may hold its objects in the last few pixels.
		return new double[] { some[0], some[n - 1] > some[0] ? some[n - 1]
			: some[0] + Math.max(1, Math.abs(some[0])) };
	}

	/** Values as colours: {@code low} and below, {@code high} and above. */
	public static BufferedImage picture(final float[] values, final int width,
		final double low, final double high, final ColorMap map)
	{
		final int[] rgb = new int[values.length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = map.rgb((values[i] - low) / (high - low));
		return picture(rgb, width);
	}

	/** Packed colours, row by row, as a picture; a copy. */
	public static BufferedImage picture(final int[] rgb, final int width) {
		final int height = rgb.length / width;
		final BufferedImage picture = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, width, height, rgb, 0, width);
		return picture;
	}
}
