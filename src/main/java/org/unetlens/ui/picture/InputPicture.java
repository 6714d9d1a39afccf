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

import java.awt.Color;
import java.awt.image.BufferedImage;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The image under comparison as a picture to look at: one channel in grey,
 * three channels of 8 bits as they are, any others in one colour each; contrast
 * stretched. One picture pixel per image pixel. Stateless.
 */
public final class InputPicture {

	/** Shares of the pixels that are at most black, and not yet white. */
	private static final double BLACK = 0.002;
	private static final double WHITE = 0.998;
	private static final Color[] CHANNELS = { Color.RED, Color.GREEN, Color.BLUE,
		Color.GRAY, Color.CYAN, Color.MAGENTA, Color.YELLOW };

	private InputPicture() {}

	/**
	 * Draws an image.
	 *
	 * @param image axes (x, y, channel); only read
	 */
	public static BufferedImage of(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		final int width = Math.toIntExact(image.dimension(0));
		final int height = Math.toIntExact(image.dimension(1));
		final int channels = Math.toIntExact(image.dimension(2));
		final double[] sum = new double[3 * width * height];
		for (int c = 0; c < channels; c++) {
			final float[] values = Planes.channel(image, c);
			final double[] range = isColor(image) ? new double[] { 0, 255 } : Planes
				.range(values, BLACK, WHITE);
			add(sum, values, range, channels == 1 ? Color.WHITE : CHANNELS[c %
				CHANNELS.length]);
		}
		return picture(sum, width);
	}

	private static boolean isColor(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return image.dimension(2) == 3 && image
			.getType() instanceof UnsignedByteType;
	}

	private static void add(final double[] sum, final float[] values,
		final double[] range, final Color color)
	{
		for (int i = 0; i < values.length; i++) {
			final double v = Math.max(0, Math.min(1, (values[i] - range[0]) /
				(range[1] - range[0])));
			sum[3 * i] += v * color.getRed();
			sum[3 * i + 1] += v * color.getGreen();
			sum[3 * i + 2] += v * color.getBlue();
		}
	}

	private static BufferedImage picture(final double[] sum, final int width) {
		final int[] rgb = new int[sum.length / 3];
		for (int i = 0; i < rgb.length; i++)
			for (int c = 0; c < 3; c++)
				rgb[i] = rgb[i] << 8 | (int) Math.min(255, Math.round(sum[3 * i + c]));
		return Planes.picture(rgb, width);
	}
}
