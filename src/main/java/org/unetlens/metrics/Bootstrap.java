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

package org.unetlens.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals by resampling (percentile bootstrap, Efron 1979,
 * doi:10.1214/aos/1176344552): units, e.g. objects or images, are drawn with
 * replacement, as many as there are, their counts summed and the statistics
 * taken of the sums, again and again. Everything that is to be compared belongs
 * into one row of counts, so that all of it is drawn together (paired).
 * Immutable; thread-safe when the statistics are.
 */
public final class Bootstrap {

	private final double[] rows;
	private final int width;
	private final int units;

	/** Several numbers taken of one row of summed counts. */
	@FunctionalInterface
	public interface Statistics {

		/**
		 * @param sums the row, summed over units; not to be changed
		 * @param values to be filled
		 */
		void of(double[] sums, double[] values);
	}

	/**
	 * Where the middle 95 % of the resamples lie.
	 *
	 * @param low 2.5th percentile; NaN with fewer than two units, or when any
	 *          resample gives NaN
	 * @param high 97.5th percentile; NaN likewise
	 */
	public record Interval(double low, double high) {
	}

	private Bootstrap(final double[] rows, final int width, final int units) {
		this.rows = rows;
		this.width = width;
		this.units = units;
	}

	/**
	 * Copies the counts.
	 *
	 * @param counts one row per unit, all of one length
	 */
	public static Bootstrap of(final double[][] counts) {
		final int width = counts.length == 0 ? 0 : counts[0].length;
		final double[] rows = new double[counts.length * width];
		for (int u = 0; u < counts.length; u++)
			System.arraycopy(counts[u], 0, rows, u * width, width);
		return new Bootstrap(rows, width, counts.length);
	}

	/** The statistics of all units, each once. */
	public double[] values(final int size, final Statistics statistics) {
		final double[] sums = new double[width], values = new double[size];
		for (int u = 0; u < units; u++)
			add(u, sums);
		statistics.of(sums, values);
		return values;
	}

	/**
	 * The intervals of the statistics.
	 *
	 * @param size how many numbers the statistics are
	 * @param resamples how often to draw; 1000 is usual
	 * @param seed the same gives the same intervals
	 */
	public Interval[] intervals(final int size, final Statistics statistics,
		final int resamples, final long seed)
	{
		final double[][] drawn = new double[size][resamples];
		if (units < 2) for (final double[] values : drawn)
			Arrays.fill(values, Double.NaN);
		else draw(drawn, statistics, resamples, new SplittableRandom(seed));
		return Arrays.stream(drawn).map(Bootstrap::middle).toArray(Interval[]::new);
	}

	private void draw(final double[][] drawn, final Statistics statistics,
		final int resamples, final SplittableRandom random)
	{
		final double[] sums = new double[width], values = new double[drawn.length];
		for (int r = 0; r < resamples; r++) {
			Arrays.fill(sums, 0);
			for (int k = 0; k < units; k++)
				add(random.nextInt(units), sums);
			statistics.of(sums, values);
			for (int i = 0; i < values.length; i++)
				drawn[i][r] = values[i];
		}
	}

	private void add(final int unit, final double[] sums) {
		final int at = unit * width;
		for (int i = 0; i < width; i++)
			sums[i] += rows[at + i];
	}

	private static Interval middle(final double[] values) {
		Arrays.sort(values);
		// NB: NaN is sorted to the end.
		if (values.length == 0 || Double.isNaN(values[values.length - 1]))
			return new Interval(Double.NaN, Double.NaN);
		return new Interval(quantile(values, 0.025), quantile(values, 0.975));
	}

	private static double quantile(final double[] sorted, final double part) {
		final double place = part * (sorted.length - 1);
		final int below = (int) place, above = Math.min(below + 1, sorted.length -
			1);
		final double share = place - below;
		return share == 0 ? sorted[below] : sorted[below] * (1 - share) +
			sorted[above] * share;
	}
}
