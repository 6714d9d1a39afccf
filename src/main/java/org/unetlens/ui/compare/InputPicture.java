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

package org.unetlens.ui.compare;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * The image under comparison as a picture to look at: one channel in grey,
 * three channels of 8 bits as they are, any others in one colour each; contrast
 * stretched. One picture pixel per image pixel. Stateless.
 */
final class InputPicture {

	/** Shares of the pixels that are black and white. */
	private static final double BLACK = 0.002;
	private static final double WHITE = 0.998;
	private static final int SAMPLES = 100_000;
	private static final Color[] CHANNELS = { Color.RED, Color.GREEN, Color.BLUE,
		Color.GRAY, Color.CYAN, Color.MAGENTA, Color.YELLOW };

	private InputPicture() {}

	/** @param image axes (x, y, channel) */
	static BufferedImage of(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		final int width = (int) image.dimension(0);
		final int height = (int) image.dimension(1);
		final int channels = (int) image.dimension(2);
		final double[] sum = new double[3 * width * height];
		for (int c = 0; c < channels; c++)
			add(sum, stretched(plane(image, c), isColour(image)), color(c, channels));
		return picture(sum, width, height);
	}

	private static boolean isColour(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return image.dimension(2) == 3 && image
			.getType() instanceof UnsignedByteType;
	}

	private static Color color(final int channel, final int channels) {
		return channels == 1 ? Color.WHITE : CHANNELS[channel % CHANNELS.length];
	}

	static float[] plane(
		final RandomAccessibleInterval<? extends RealType<?>> image, final int c)
	{
		return values(Views.hyperSlice(image, 2, image.min(2) + c));
	}

	/** The values of a plane, row by row; a copy. */
	static float[] values(
		final RandomAccessibleInterval<? extends RealType<?>> plane)
	{
		final float[] values = new float[(int) plane.size()];
		int i = 0;
		for (final RealType<?> value : Views.flatIterable(plane))
			values[i++] = value.getRealFloat();
		return values;
	}

	private static float[] stretched(final float[] values, final boolean asItIs) {
		final double[] range = asItIs ? new double[] { 0, 255 } : range(values);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.max(0, Math.min(1, (values[i] - range[0]) /
				(range[1] - range[0])));
		return values;
	}

	/** Intensities shown black and white. */
	static double[] range(final float[] values) {
		final int stride = Math.max(1, values.length / SAMPLES);
		final float[] some = new float[(values.length + stride - 1) / stride];
		for (int i = 0; i < some.length; i++)
			some[i] = values[i * stride];
		Arrays.sort(some);
		final double low = some[(int) (BLACK * some.length)];
		final double high = some[(int) (WHITE * (some.length - 1))];
		if (high > low) return new double[] { low, high };
		return new double[] { some[0], Math.max(some[some.length - 1], some[0] +
			1e-6) };
	}

	private static void add(final double[] sum, final float[] values,
		final Color color)
	{
		for (int i = 0; i < values.length; i++) {
			sum[3 * i] += values[i] * color.getRed();
			sum[3 * i + 1] += values[i] * color.getGreen();
			sum[3 * i + 2] += values[i] * color.getBlue();
		}
	}

	private static BufferedImage picture(final double[] sum, final int width,
		final int height)
	{
		final int[] rgb = new int[width * height];
		for (int i = 0; i < rgb.length; i++)
			for (int c = 0; c < 3; c++)
				rgb[i] = rgb[i] << 8 | (int) Math.min(255, Math.round(sum[3 * i + c]));
		return ofPixels(rgb, width, height);
	}

	static BufferedImage ofPixels(final int[] rgb, final int width,
		final int height)
	{
		final BufferedImage picture = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, width, height, rgb, 0, width);
		return picture;
	}
}
