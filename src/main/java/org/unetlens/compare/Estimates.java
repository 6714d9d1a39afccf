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

package org.unetlens.compare;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unetlens.metrics.Bootstrap;

/**
 * Numbers with bootstrap 95 % intervals from tallies: units are drawn with
 * replacement, the same ones for everything that is compared. With fewer than
 * two units there is no interval: low and high are NaN, and nothing is clear.
 */
final class Estimates {

	private Estimates() {}

	/**
	 * The scores of one output minus those of another one.
	 *
	 * @param a tallies per unit
	 * @param b tallies of the same units in the same order
	 * @return one estimate for each of {@link Tally#SCORES}
	 * @throws IllegalArgumentException if they are not equally many
	 */
	static Map<Score, Estimate> differences(final List<Tally> a,
		final List<Tally> b, final int resamples, final long seed)
	{
		final Estimate[] estimates = of(List.of(a, b), Tally.SCORES.size(), (sums,
			values) -> {
			for (int i = 0; i < values.length; i++)
				values[i] = Tally.score(Tally.SCORES.get(i), sums, 0) - Tally.score(
					Tally.SCORES.get(i), sums, Tally.SIZE);
		}, resamples, seed);
		final Map<Score, Estimate> byScore = new EnumMap<>(Score.class);
		for (int i = 0; i < estimates.length; i++)
			byScore.put(Tally.SCORES.get(i), estimates[i]);
		return byScore;
	}

	/** Several numbers taken of summed tallies. */
	@FunctionalInterface
	interface Statistics {

		/**
		 * @param sums those of output k start at k * {@link Tally#SIZE}; not to be
		 *          changed
		 * @param values to be filled
		 */
		void of(double[] sums, double[] values);
	}

	/**
	 * Statistics of several outputs.
	 *
	 * @param outputs tallies per unit of each output, of the same units in the
	 *          same order
	 * @param size how many numbers the statistics are
	 */
	static Estimate[] of(final List<List<Tally>> outputs, final int size,
		final Statistics statistics, final int resamples, final long seed)
	{
		final double[][] rows = rows(outputs);
		final double[] sums = new double[outputs.size() * Tally.SIZE];
		final Bootstrap.Statistics ofUnits = (units, values) -> {
			Arrays.fill(sums, 0);
			for (final int u : units)
				add(rows[u], sums);
			statistics.of(sums, values);
		};
		final double[] values = new double[size];
		ofUnits.of(IntStream.range(0, rows.length).toArray(), values);
		final Bootstrap.Interval[] intervals = Bootstrap.intervals(rows.length,
			size, ofUnits, resamples, seed);
		final Estimate[] estimates = new Estimate[size];
		for (int i = 0; i < size; i++)
			estimates[i] = new Estimate(values[i], intervals[i].low(), intervals[i]
				.high());
		return estimates;
	}

	private static void add(final double[] row, final double[] sums) {
		for (int i = 0; i < sums.length; i++)
			sums[i] += row[i];
	}

	private static double[][] rows(final List<List<Tally>> outputs) {
		final int units = outputs.get(0).size();
		final double[][] rows = new double[units][outputs.size() * Tally.SIZE];
		for (int k = 0; k < outputs.size(); k++) {
			if (outputs.get(k).size() != units) throw new IllegalArgumentException(
				"Outputs with " + units + " and " + outputs.get(k).size() +
					" units are compared; they must be measured against the same reference");
			for (int u = 0; u < units; u++)
				outputs.get(k).get(u).copyTo(rows[u], k * Tally.SIZE);
		}
		return rows;
	}
}
