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
 * replacement, as many as there are, and statistics taken of those drawn, again
 * and again. All that is to be compared belongs into the same statistics, so
 * that the same units are drawn for it (paired). Stateless.
 */
public final class Bootstrap {

	private Bootstrap() {}

	/** Several numbers taken of the units that were drawn. */
	@FunctionalInterface
	public interface Statistics {

		/**
		 * @param drawn units, counted from 0; some more than once, others not at
		 *          all; not to be changed
		 * @param values to be filled
		 */
		void of(int[] drawn, double[] values);
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

	/**
	 * The intervals of statistics.
	 *
	 * @param units how many there are
	 * @param size how many numbers the statistics are
	 * @param resamples how often to draw; 1000 is usual
	 * @param seed the same gives the same intervals
	 */
	public static Interval[] intervals(final int units, final int size,
		final Statistics statistics, final int resamples, final long seed)
	{
		final double[][] drawn = new double[size][units < 2 ? 0 : resamples];
		final SplittableRandom random = new SplittableRandom(seed);
		final int[] unit = new int[units];
		final double[] values = new double[size];
		for (int r = 0; units > 1 && r < resamples; r++) {
			for (int k = 0; k < units; k++)
				unit[k] = random.nextInt(units);
			statistics.of(unit, values);
			for (int i = 0; i < size; i++)
				drawn[i][r] = values[i];
		}
		return Arrays.stream(drawn).map(Bootstrap::middle).toArray(Interval[]::new);
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
