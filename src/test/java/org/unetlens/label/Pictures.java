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

package org.unetlens.label;

import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

/** Small test images drawn as text, and random ones. */
public final class Pictures {

	private Pictures() {}

	/** Rows of one character per pixel: a digit or letter (a = 10) is a label. */
	public static Img<IntType> labels(final String... rows) {
		return ArrayImgs.ints(pixels(rows), rows[0].length(), rows.length);
	}

	/** As {@link #labels}, as an array. */
	static int[] pixels(final String... rows) {
		final int width = rows[0].length();
		final int[] pixels = new int[width * rows.length];
		for (int i = 0; i < pixels.length; i++) {
			final char c = rows[i / width].charAt(i % width);
			pixels[i] = c == '.' ? 0 : Character.digit(c, 36);
		}
		return pixels;
	}

	/** The picture of a label image, as {@link #labels} reads it. */
	public static String[] show(final RandomAccessibleInterval<IntType> labels) {
		final int[] pixels = LabelPlane.of(labels).pixels();
		final int width = (int) labels.dimension(0);
		final String[] rows = new String[pixels.length / width];
		for (int y = 0; y < rows.length; y++) {
			final StringBuilder row = new StringBuilder();
			for (int x = 0; x < width; x++)
				row.append(pixels[y * width + x] == 0 ? '.' : Character.forDigit(
					pixels[y * width + x], 36));
			rows[y] = row.toString();
		}
		return rows;
	}

	/**
	 * Probabilities (x, y, class) of as many classes as pictures; each picture
	 * gives tenths, '.' is 0.
	 */
	public static Img<FloatType> tenths(final String[]... classes) {
		final int width = classes[0][0].length(), height = classes[0].length;
		final float[] values = new float[width * height * classes.length];
		for (int c = 0; c < classes.length; c++) {
			final int[] pixels = pixels(classes[c]);
			for (int i = 0; i < pixels.length; i++)
				values[c * pixels.length + i] = pixels[i] / 10f;
		}
		return ArrayImgs.floats(values, width, height, classes.length);
	}

	/** Random labels from 0 to max in small rectangles. */
	public static Img<IntType> randomLabels(final Random random, final int width,
		final int height, final int max)
	{
		final int[] labels = new int[width * height];
		for (int k = 0; k < 3 * max; k++) {
			final int x0 = random.nextInt(width), y0 = random.nextInt(height);
			final int w = 1 + random.nextInt(6), h = 1 + random.nextInt(6);
			final int label = random.nextInt(max + 1);
			for (int y = y0; y < Math.min(height, y0 + h); y++)
				for (int x = x0; x < Math.min(width, x0 + w); x++)
					labels[y * width + x] = label;
		}
		return ArrayImgs.ints(labels, width, height);
	}

	/** Random smooth-ish probabilities (x, y, class) that add up to 1. */
	public static Img<FloatType> randomProbabilities(final Random random,
		final int width, final int height, final int classes)
	{
		final int n = width * height;
		final float[] values = new float[n * classes];
		for (int i = 0; i < n; i++) {
			float sum = 0;
			for (int c = 0; c < classes; c++) {
				final float left = i % width == 0 ? 0.5f : values[c * n + i - 1];
				values[c * n + i] = 0.5f * left + random.nextFloat();
				sum += values[c * n + i];
			}
			for (int c = 0; c < classes; c++)
				values[c * n + i] /= sum;
		}
		return ArrayImgs.floats(values, width, height, classes);
	}
}
