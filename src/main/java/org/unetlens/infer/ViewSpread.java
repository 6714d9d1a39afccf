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

package org.unetlens.infer;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Sums up the predictions of several views of one image. Not thread-safe.
 */
final class ViewSpread {

	private final double[][] mean;
	private final double[][] squares;
	private int views;

	ViewSpread(final int classes, final int pixels) {
		mean = new double[classes][pixels];
		squares = new double[classes][pixels];
	}

	/** @param view turned back, axes (x, y, class) */
	void add(final RandomAccessibleInterval<FloatType> view) {
		views++;
		for (int c = 0; c < mean.length; c++) {
			final Cursor<FloatType> cursor = Views.flatIterable(Views.hyperSlice(view,
				2, c)).cursor();
			for (int i = 0; i < mean[c].length; i++) {
				// NB: Welford's update, for differences of squares lose digits.
				final double p = cursor.next().get();
				final double step = p - mean[c][i];
				mean[c][i] += step / views;
				squares[c][i] += step * (p - mean[c][i]);
			}
		}
	}

	/** See {@link Disagreement#deviation()}. */
	float[] deviation() {
		final double[] sum = new double[mean[0].length];
		for (final double[] ofClass : squares)
			Arrays.setAll(sum, i -> sum[i] + ofClass[i]);
		final float[] deviation = new float[sum.length];
		for (int i = 0; i < sum.length; i++)
			deviation[i] = (float) Math.sqrt(sum[i] / views / 2);
		return deviation;
	}
}
