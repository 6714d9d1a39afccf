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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.label.ObjectMeasurement.Intensity;

/** Intensity sums of all objects in one channel, in one pass. */
final class IntensitySums {

	/** Sums count from the first value of each object, to keep their digits. */
	private final double[] first, sum, squares, min, max;
	private final long[] count;

	/** @param channel axes (x, y), of the size of the plane */
	IntensitySums(final LabelPlane plane, final LabelIndex index,
		final RandomAccessibleInterval<? extends RealType<?>> channel)
	{
		final int n = index.size();
		first = new double[n];
		sum = new double[n];
		squares = new double[n];
		min = new double[n];
		max = new double[n];
		count = new long[n];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(channel)
			.cursor();
		for (final int label : plane.pixels()) {
			cursor.fwd();
			if (label != 0) add(index.place(label), cursor.get().getRealDouble());
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
