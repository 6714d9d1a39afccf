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

import org.unetlens.label.ObjectMeasurement.Intensity;

/**
 * Intensity sums of the objects at some places of an index in one channel, row
 * by row. Not thread-safe.
 */
final class IntensitySums {

	private final LabelIndex index;
	private final int firstPlace;
	/** Sums count from the first value of each object, to keep their digits. */
	private final double[] first, sum, squares, min, max;
	private final long[] count;

	/** Sums of the objects at {@code n} places from the given one on. */
	IntensitySums(final LabelIndex index, final int firstPlace, final int n) {
		this.index = index;
		this.firstPlace = firstPlace;
		first = new double[n];
		sum = new double[n];
		squares = new double[n];
		min = new double[n];
		max = new double[n];
		count = new long[n];
	}

	/**
	 * @param pixels labels from {@code from} on
	 * @param values one per pixel, from 0 on
	 */
	void add(final int[] pixels, final int from, final double[] values,
		final int n)
	{
		for (int i = 0; i < n; i++)
			if (pixels[from + i] != 0) add(index.place(pixels[from + i]) - firstPlace,
				values[i]);
	}

	/** Adds what later rows gave, for some of the objects. */
	void add(final IntensitySums later) {
		for (int j = 0; j < later.count.length; j++) {
			if (later.count[j] == 0) continue;
			final int k = later.firstPlace + j - firstPlace;
			if (count[k] == 0) first[k] = min[k] = max[k] = later.first[j];
			final double shift = later.first[j] - first[k];
			final long n = later.count[j];
			count[k] += n;
			sum[k] += later.sum[j] + n * shift;
			squares[k] += later.squares[j] + shift * (2 * later.sum[j] + n * shift);
			if (later.min[j] < min[k]) min[k] = later.min[j];
			if (later.max[j] > max[k]) max[k] = later.max[j];
		}
	}

	private void add(final int k, final double value) {
		if (count[k]++ == 0) first[k] = min[k] = max[k] = value;
		final double v = value - first[k];
		sum[k] += v;
		squares[k] += v * v;
		if (value < min[k]) min[k] = value;
		if (value > max[k]) max[k] = value;
	}

	Intensity of(final int k) {
		final double n = count[k];
		final double variance = n < 2 ? 0 : (squares[k] - sum[k] * sum[k] / n) /
			(n - 1);
		return new Intensity(first[k] + sum[k] / n, Math.sqrt(Math.max(0,
			variance)), min[k], max[k]);
	}
}
