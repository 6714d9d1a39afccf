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
 * How often each value occurs in a channel of 8 or 16 bits, unsigned: all that
 * is ever asked about it, in one pass. Takes 512 KB.
 */
final class Histogram implements Statistics {

	private static final int VALUES = 1 << 16;

	private final long[] counts;
	private final long count;
	private final int min;
	private final int max;

	private Histogram(final long[] counts) {
		this.counts = counts;
		long sum = 0;
		int lowest = VALUES;
		int highest = -1;
		for (int v = 0; v < VALUES; v++) {
			if (counts[v] == 0) continue;
			sum += counts[v];
			lowest = Math.min(lowest, v);
			highest = v;
		}
		count = sum;
		min = lowest;
		max = highest;
	}

	static Histogram of(final ChannelScan scan) {
		return new Histogram(scan.collect(() -> new long[VALUES], Histogram::add, (
			a, b) -> {
			for (int v = 0; v < VALUES; v++)
				a[v] += b[v];
			return a;
		}));
	}

	private static void add(final long[] counts, final float[] values,
		final int n)
	{
		for (int i = 0; i < n; i++)
			counts[(int) values[i]]++;
	}

	@Override
	public float min() {
		return min;
	}

	@Override
	public float max() {
		return max;
	}

	@Override
	public double mean() {
		double sum = 0;
		for (int v = min; v <= max; v++)
			sum += (double) v * counts[v];
		return sum / count;
	}

	@Override
	public double standardDeviation() {
		final double mean = mean();
		double sum = 0;
		for (int v = min; v <= max; v++)
			sum += (v - mean) * (v - mean) * counts[v];
		return Math.sqrt(sum / count);
	}

	@Override
	public double[] percentiles(final double... percents) {
		final double[] result = new double[percents.length];
		for (int i = 0; i < percents.length; i++) {
			final double position = percents[i] / 100 * (count - 1);
			final long rank = (long) Math.floor(position);
			final double lower = value(rank);
			final double upper = value(Math.min(rank + 1, count - 1));
			result[i] = lower + (position - rank) * (upper - lower);
		}
		return result;
	}

	/** The value of a rank, 0 = smallest. */
	private int value(final long rank) {
		int v = min;
		for (long rest = rank - counts[v]; rest >= 0; rest -= counts[v])
			v++;
		return v;
	}
}
