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

package org.unetlens.tensor;

/**
 * Minimum, maximum, mean and variance of values that come in parts. Parts are
 * joined by the formulas of Chan, Golub and LeVeque (1979), which stay accurate
 * for large means.
 */
final class Moments {

	private long count;
	private double mean;
	private double squares;
	private float min = Float.POSITIVE_INFINITY;
	private float max = Float.NEGATIVE_INFINITY;
	private boolean finite = true;

	void add(final float[] values, final int n) {
		double sum = 0;
		for (int i = 0; i < n; i++) {
			final float v = values[i];
			sum += v;
			if (v < min) min = v;
			if (v > max) max = v;
		}
		// NB: one NaN or infinite value makes the sum NaN or infinite; a sum of
		// finite floats never leaves the range of a double.
		finite &= Double.isFinite(sum);
		final double ownMean = sum / n;
		double ownSquares = 0;
		for (int i = 0; i < n; i++) {
			final double d = values[i] - ownMean;
			ownSquares += d * d;
		}
		join(n, ownMean, ownSquares);
	}

	Moments merge(final Moments other) {
		min = Math.min(min, other.min);
		max = Math.max(max, other.max);
		finite &= other.finite;
		join(other.count, other.mean, other.squares);
		return this;
	}

	private void join(final long n, final double otherMean,
		final double otherSquares)
	{
		final double delta = otherMean - mean;
		final double total = (double) count + n;
		mean += delta * n / total;
		squares += otherSquares + delta * delta * count * n / total;
		count += n;
	}

	/** Whether no value is NaN or infinite. */
	boolean isFinite() {
		return finite;
	}

	long count() {
		return count;
	}

	double mean() {
		return mean;
	}

	/** The standard deviation of the values as a population. */
	double standardDeviation() {
		return Math.sqrt(squares / count);
	}

	float min() {
		return min;
	}

	float max() {
		return max;
	}
}
