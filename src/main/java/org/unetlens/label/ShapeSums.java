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

import java.util.Arrays;

import org.unetlens.label.ObjectMeasurement.Bounds;
import org.unetlens.label.ObjectMeasurement.Ellipse;
import org.unetlens.tensor.PixelSize;

/** Counts, coordinate sums and bounds of all objects, in one pass. */
final class ShapeSums {

	final long[] count;
	private final double[] sumX, sumY, sumXX, sumXY, sumYY;
	private final int[] left, top, right, bottom;

	ShapeSums(final LabelPlane plane, final LabelIndex index) {
		final int n = index.size();
		count = new long[n];
		sumX = new double[n];
		sumY = new double[n];
		sumXX = new double[n];
		sumXY = new double[n];
		sumYY = new double[n];
		left = new int[n];
		top = new int[n];
		right = new int[n];
		bottom = new int[n];
		Arrays.fill(left, Integer.MAX_VALUE);
		Arrays.fill(top, Integer.MAX_VALUE);
		final int[] pixels = plane.pixels();
		final int width = plane.width();
		for (int y = 0; y < plane.height(); y++)
			addRow(pixels, y, width, index);
	}

	/** Adds runs of equal labels at a time. */
	private void addRow(final int[] pixels, final int y, final int width,
		final LabelIndex index)
	{
		final int row = y * width;
		int x = 0;
		while (x < width) {
			final int start = x, label = pixels[row + x];
			while (x < width && pixels[row + x] == label)
				x++;
			if (label != 0) addRun(index.place(label), start, x, y);
		}
	}

	private void addRun(final int k, final int start, final int end,
		final int y)
	{
		final double n = end - start;
		final double first = start, last = end - 1;
		final double x = n * (first + last) / 2;
		count[k] += end - start;
		sumX[k] += x;
		sumY[k] += n * y;
		sumXX[k] += squaresUpTo(last) - squaresUpTo(first - 1);
		sumXY[k] += x * y;
		sumYY[k] += n * y * y;
		left[k] = Math.min(left[k], start);
		right[k] = Math.max(right[k], end - 1);
		top[k] = Math.min(top[k], y);
		bottom[k] = y;
	}

	/** 1 + 4 + 9 + ... + n^2 */
	private static double squaresUpTo(final double n) {
		return n * (n + 1) * (2 * n + 1) / 6;
	}

	/** Mean column of the pixels, in pixels, first column = 0. */
	double x(final int k) {
		return sumX[k] / count[k];
	}

	/** Mean row of the pixels, in pixels, first row = 0. */
	double y(final int k) {
		return sumY[k] / count[k];
	}

	Bounds bounds(final int k) {
		return new Bounds(left[k], top[k], right[k] - left[k] + 1, bottom[k] -
			top[k] + 1);
	}

	boolean atBorder(final int k, final LabelPlane plane) {
		return left[k] == 0 || top[k] == 0 || right[k] == plane.width() - 1 ||
			bottom[k] == plane.height() - 1;
	}

	Ellipse ellipse(final int k, final PixelSize size) {
		final double n = count[k];
		// NB: A pixel is a square with a variance of its own: 1/12.
		final double xx = (sumXX[k] / n - x(k) * x(k) + 1 / 12.) * size.x() * size
			.x();
		final double yy = (sumYY[k] / n - y(k) * y(k) + 1 / 12.) * size.y() * size
			.y();
		final double xy = (sumXY[k] / n - x(k) * y(k)) * size.x() * size.y();
		final double mean = (xx + yy) / 2;
		final double spread = Math.hypot((xx - yy) / 2, xy);
		final double ratio = Math.sqrt((mean + spread) / (mean - spread));
		final double minor = Math.sqrt(4 * n * size.x() * size.y() / (Math.PI *
			ratio));
		// NB: Rows count downwards, angles upwards.
		final double angle = Math.toDegrees(Math.atan2(-2 * xy, xx - yy) / 2);
		return new Ellipse(minor * ratio, minor, angle < 0 ? angle + 180 : angle);
	}
}
