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
import java.util.List;

import org.unetlens.label.ObjectMeasurement.Bounds;
import org.unetlens.label.ObjectMeasurement.Ellipse;
import org.unetlens.tensor.PixelSize;

/**
 * Counts, coordinate sums and bounds of the objects at some places of an index,
 * row by row. Not thread-safe.
 */
final class ShapeSums {

	private final LabelIndex index;
	private final int firstPlace;
	final long[] count;
	private final double[] sumX, sumY, sumXX, sumXY, sumYY;
	private final int[] left, top, right, bottom;
	/** Column of the first pixel in raster order. */
	private final int[] first;

	/** Sums of the objects at {@code n} places from the given one on. */
	ShapeSums(final LabelIndex index, final int firstPlace, final int n) {
		this.index = index;
		this.firstPlace = firstPlace;
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
		first = new int[n];
		Arrays.fill(left, Integer.MAX_VALUE);
	}

	/** All objects of a plane. */
	static ShapeSums of(final LabelPlane plane, final LabelIndex index) {
		return ObjectSums.of(plane, index, List.of()).shapes();
	}

	/**
	 * Adds a row, runs of equal labels at a time.
	 *
	 * @param from where the row starts among the pixels
	 */
	void addRow(final int[] pixels, final int from, final int width,
		final int y)
	{
		int x = 0;
		while (x < width) {
			final int start = x, label = pixels[from + x];
			while (x < width && pixels[from + x] == label)
				x++;
			if (label != 0) addRun(index.place(label) - firstPlace, start, x, y);
		}
	}

	/** Adds what later rows gave, for some of the objects. */
	void add(final ShapeSums later) {
		for (int j = 0; j < later.count.length; j++) {
			if (later.count[j] == 0) continue;
			final int k = later.firstPlace + j - firstPlace;
			if (count[k] == 0) {
				top[k] = later.top[j];
				first[k] = later.first[j];
			}
			count[k] += later.count[j];
			sumX[k] += later.sumX[j];
			sumY[k] += later.sumY[j];
			sumXX[k] += later.sumXX[j];
			sumXY[k] += later.sumXY[j];
			sumYY[k] += later.sumYY[j];
			left[k] = Math.min(left[k], later.left[j]);
			right[k] = Math.max(right[k], later.right[j]);
			bottom[k] = later.bottom[j];
		}
	}

	private void addRun(final int k, final int start, final int end,
		final int y)
	{
		final double n = end - start;
		final double first = start, last = end - 1;
		final double x = n * (first + last) / 2;
		if (count[k] == 0) {
			top[k] = y;
			this.first[k] = start;
		}
		count[k] += end - start;
		sumX[k] += x;
		sumY[k] += n * y;
		sumXX[k] += squaresUpTo(last) - squaresUpTo(first - 1);
		sumXY[k] += x * y;
		sumYY[k] += n * y * y;
		left[k] = Math.min(left[k], start);
		right[k] = Math.max(right[k], end - 1);
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

	/** Column of the first pixel in raster order. */
	int firstX(final int k) {
		return first[k];
	}

	/** Row of the first pixel in raster order. */
	int firstY(final int k) {
		return top[k];
	}

	Bounds bounds(final int k) {
		return new Bounds(left[k], top[k], right[k] - left[k] + 1, bottom[k] -
			top[k] + 1);
	}

	boolean atBorder(final int k, final int width, final int height) {
		return left[k] == 0 || top[k] == 0 || right[k] == width - 1 ||
			bottom[k] == height - 1;
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
