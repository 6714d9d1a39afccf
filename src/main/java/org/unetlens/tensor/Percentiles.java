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

import java.util.Arrays;

/**
 * Exact percentiles of the values of one channel, of any number of values, by
 * two counting passes: the upper 16 bits of all values, then the lower 16 bits
 * of those values whose upper bits hold a wanted rank. Takes about 10 MB.
 */
final class Percentiles {

	private static final int HALF = 1 << 16;

	private final ChannelScan scan;
	private final long count;
	private final long[] upper;

	/** @param count number of values; all of them must be finite */
	Percentiles(final ChannelScan scan, final long count) {
		this.scan = scan;
		this.count = count;
		upper = scan.collect(() -> new long[HALF], Percentiles::countUpper,
			Percentiles::sum);
	}

	/**
	 * The value below which {@code percent} of the values lie, interpolated
	 * linearly between the two nearest ranks (as NumPy's default).
	 *
	 * @param percents each 0 to 100
	 */
	double[] at(final double... percents) {
		final long[] ranks = new long[2 * percents.length];
		for (int i = 0; i < percents.length; i++) {
			final long lower = (long) Math.floor(position(percents[i]));
			ranks[2 * i] = lower;
			ranks[2 * i + 1] = Math.min(lower + 1, count - 1);
		}
		final float[] values = select(ranks);
		final double[] result = new double[percents.length];
		for (int i = 0; i < percents.length; i++) {
			final double weight = position(percents[i]) - ranks[2 * i];
			result[i] = values[2 * i] + weight * ((double) values[2 * i + 1] -
				values[2 * i]);
		}
		return result;
	}

	private double position(final double percent) {
		return percent / 100 * (count - 1);
	}

	/** The values of the given ranks (0 = smallest). */
	private float[] select(final long[] ranks) {
		final int[] bins = new int[ranks.length];
		final long[] within = new long[ranks.length];
		for (int i = 0; i < ranks.length; i++) {
			bins[i] = bin(upper, ranks[i]);
			within[i] = ranks[i] - below(upper, bins[i]);
		}
		final long[][] lower = countLower(bins);
		final float[] values = new float[ranks.length];
		for (int i = 0; i < ranks.length; i++)
			values[i] = value(bins[i] << 16 | bin(lower[slot(bins, bins[i])],
				within[i]));
		return values;
	}

	private long[][] countLower(final int[] bins) {
		final byte[] slots = new byte[HALF];
		Arrays.fill(slots, (byte) -1);
		for (final int bin : bins)
			slots[bin] = (byte) slot(bins, bin);
		return scan.collect(() -> new long[bins.length][HALF], (part, values,
			n) -> countLower(part, slots, values, n), Percentiles::sum);
	}

	private static int slot(final int[] bins, final int bin) {
		int i = 0;
		while (bins[i] != bin)
			i++;
		return i;
	}

	private static void countUpper(final long[] counts, final float[] values,
		final int n)
	{
		for (int i = 0; i < n; i++)
			counts[key(values[i]) >>> 16]++;
	}

	private static void countLower(final long[][] counts, final byte[] slots,
		final float[] values, final int n)
	{
		for (int i = 0; i < n; i++) {
			final int key = key(values[i]);
			final int slot = slots[key >>> 16];
			if (slot >= 0) counts[slot][key & HALF - 1]++;
		}
	}

	/** An integer that, taken as unsigned, orders as the floats do. */
	private static int key(final float value) {
		final int bits = Float.floatToRawIntBits(value);
		return bits ^ (bits >> 31 | Integer.MIN_VALUE);
	}

	private static float value(final int key) {
		return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
	}

	private static int bin(final long[] counts, final long rank) {
		int bin = 0;
		for (long rest = rank - counts[0]; rest >= 0; rest -= counts[bin])
			bin++;
		return bin;
	}

	private static long below(final long[] counts, final int bin) {
		return Arrays.stream(counts, 0, bin).sum();
	}

	private static long[] sum(final long[] a, final long[] b) {
		Arrays.setAll(a, i -> a[i] + b[i]);
		return a;
	}

	private static long[][] sum(final long[][] a, final long[][] b) {
		for (int i = 0; i < a.length; i++)
			sum(a[i], b[i]);
		return a;
	}
}
