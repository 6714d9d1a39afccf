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

package org.unetlens.ij;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * A picture to judge a segmentation by: the image, contrast stretched, with the
 * outline of each object in a colour of {@link GlasbeyLut}. Small images are
 * enlarged by a whole factor to about 512 pixels, large ones are reduced to
 * 4096 pixels, so that outlines of one or two pixels are always seen.
 * Stateless.
 */
public final class OverlayPicture {

	private static final int SMALL = 512;
	private static final int LARGE = 4096;
	private static final int MAX_ENLARGEMENT = 16;
	/** From this size on an outline is two pixels thick. */
	private static final int THICK = 1500;
	/** Share of the pixels that are black. */
	private static final double BLACK = 0.002;
	/** NB: More white, for a few bright specks would leave cells in the dark. */
	private static final double WHITE = 0.01;
	/** NB: Light outlines would be lost on white. */
	private static final int BRIGHTEST = 205;
	private static final int SAMPLES = 100_000;

	private final ImageProcessor image;
	private final int width;
	private final int height;
	/** Image pixels per picture pixel. */
	private final double step;

	private OverlayPicture(final ImageProcessor image) {
		this.image = image;
		final int longSide = Math.max(image.getWidth(), image.getHeight());
		step = longSide > LARGE ? (double) longSide / LARGE : 1.0 / enlargement(
			longSide);
		width = Math.max(1, (int) Math.round(image.getWidth() / step));
		height = Math.max(1, (int) Math.round(image.getHeight() / step));
	}

	private static int enlargement(final int longSide) {
		return Math.max(1, Math.min(MAX_ENLARGEMENT, (int) Math.round(
			(double) SMALL / longSide)));
	}

	/**
	 * Draws the picture.
	 *
	 * @param image one plane, grey or RGB; not changed
	 * @param labels axes (x, y), as large as the image; 0 = background
	 * @return a new RGB picture
	 */
	public static BufferedImage draw(final ImageProcessor image,
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		if (labels.dimension(0) != image.getWidth() || labels.dimension(1) != image
			.getHeight()) throw new IllegalArgumentException("The labels have " +
				labels.dimension(0) + " x " + labels.dimension(1) +
				" pixels, the image " + image.getWidth() + " x " + image.getHeight() +
				"; both must be of one size");
		return new OverlayPicture(image).draw(labels);
	}

	private BufferedImage draw(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		final int[] rgb = background();
		outline(rgb, sample(labels));
		final BufferedImage picture = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, width, height, rgb, 0, width);
		return picture;
	}

	private int[] background() {
		final int[] rgb = new int[width * height];
		final boolean color = image instanceof ColorProcessor;
		final double[] range = color ? null : range();
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++)
				rgb[i] = color ? image.get(source(x, image.getWidth()), source(y, image
					.getHeight())) & 0xffffff : grey(x, y, range);
		return rgb;
	}

	private int source(final int position, final int size) {
		return Math.min(size - 1, (int) (position * step));
	}

	private int grey(final int x, final int y, final double[] range) {
		final double v = (mean(x, y) - range[0]) / (range[1] - range[0]);
		final int grey = (int) Math.round(BRIGHTEST * Math.max(0, Math.min(1, v)));
		return grey << 16 | grey << 8 | grey;
	}

	/** Mean over the image pixels under a picture pixel. */
	private double mean(final int x, final int y) {
		final int x0 = source(x, image.getWidth()), y0 = source(y, image
			.getHeight());
		if (step <= 1) return image.getf(x0, y0);
		final int x1 = Math.max(x0, source(x + 1, image.getWidth()) - 1);
		final int y1 = Math.max(y0, source(y + 1, image.getHeight()) - 1);
		double sum = 0;
		for (int v = y0; v <= y1; v++)
			for (int u = x0; u <= x1; u++)
				sum += image.getf(u, v);
		return sum / ((x1 - x0 + 1) * (y1 - y0 + 1));
	}

	/** Intensities shown black and white. */
	private double[] range() {
		final int n = image.getPixelCount();
		final int stride = Math.max(1, n / SAMPLES);
		final float[] values = new float[(n + stride - 1) / stride];
		for (int i = 0; i < values.length; i++)
			values[i] = image.getf(i * stride);
		Arrays.sort(values);
		final double low = values[(int) (BLACK * values.length)];
		final double high = values[(int) ((1 - WHITE) * (values.length - 1))];
		// NB: A sparse image may hold its objects in the last few pixels.
		if (high > low) return new double[] { low, high };
		return new double[] { values[0], Math.max(values[values.length - 1],
			values[0] + 1) };
	}

	private int[] sample(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		final RandomAccess<? extends IntegerType<?>> access = labels.randomAccess();
		final int[] sampled = new int[width * height];
		for (int y = 0, i = 0; y < height; y++) {
			access.setPosition(labels.min(1) + source(y, image.getHeight()), 1);
			for (int x = 0; x < width; x++, i++) {
				access.setPosition(labels.min(0) + source(x, image.getWidth()), 0);
				sampled[i] = access.get().getInteger();
			}
		}
		return sampled;
	}

	private void outline(final int[] rgb, final int[] labels) {
		final int thickness = Math.max(width, height) < THICK ? 1 : 2;
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++)
				if (labels[i] > 0 && isRim(labels, x, y, thickness)) rgb[i] = GlasbeyLut
					.rgb(labels[i]);
	}

	private boolean isRim(final int[] labels, final int x, final int y,
		final int thickness)
	{
		final int label = labels[y * width + x];
		for (int d = 1; d <= thickness; d++)
			if (label(labels, x - d, y) != label || label(labels, x + d,
				y) != label || label(labels, x, y - d) != label || label(labels, x, y +
					d) != label) return true;
		return false;
	}

	private int label(final int[] labels, final int x, final int y) {
		return x < 0 || y < 0 || x >= width || y >= height ? 0 : labels[y * width +
			x];
	}
}
