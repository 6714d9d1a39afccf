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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unetlens.network.SkipSet;

/**
 * What each skip connection contributes, from the tallies of all subsets: the
 * loss without it, the gain of it alone, and its Shapley value (1953,
 * doi:10.1515/9781400881970-018), exact, i.e. over all subsets:
 * {@code sum over S without k of |S|! (d - |S| - 1)! / d! (v(S + k) - v(S))}
 * for d skips. All intervals come from the same resamples.
 */
final class SkipEffects {

	private static final int OFF = 0, ONLY = 1, SHAPLEY = 2, KINDS = 3;

	private final int[] levels;
	/** Factor of a subset of this size in the Shapley value. */
	private final double[] factors;

	private SkipEffects(final int[] levels) {
		this.levels = levels;
		final int d = levels.length;
		factors = new double[d];
		double factor = d == 0 ? 0 : 1. / d;
		for (int size = 0; size < d; size++) {
			factors[size] = factor;
			factor *= (size + 1.) / Math.max(1, d - 1 - size);
		}
	}

	/**
	 * The effects of all skips.
	 *
	 * @param outputs tallies per unit, of the same units in the same order, for
	 *          every subset of the model's skips
	 * @return one per level and score of {@link Tally#SCORES}, by level first;
	 *         empty without skips
	 * @throws IllegalArgumentException if a subset is absent
	 */
	static List<SkipEffect> of(final Map<SkipSet, List<Tally>> outputs,
		final int resamples, final long seed)
	{
		final int all = outputs.keySet().stream().mapToInt(SkipSet::bits).reduce(0,
			(a, b) -> a | b);
		final SkipEffects effects = new SkipEffects(new SkipSet(all).levels());
		final List<List<Tally>> ordered = effects.subsets().stream().map(
			subset -> tallies(outputs, subset)).collect(Collectors.toList());
		return effects.list(Estimates.of(ordered, effects.levels.length * KINDS *
			Tally.SCORES.size(), effects::values, resamples, seed));
	}

	private static List<Tally> tallies(final Map<SkipSet, List<Tally>> outputs,
		final SkipSet subset)
	{
		final List<Tally> tallies = outputs.get(subset);
		if (tallies == null) throw new IllegalArgumentException(
			"The effects of skips need the outputs of all subsets, but " + subset +
				" is not among " + outputs.keySet());
		return tallies;
	}

	/** All subsets; in place s, bit b stands for the b-th level. */
	private List<SkipSet> subsets() {
		return IntStream.range(0, 1 << levels.length).mapToObj(s -> SkipSet.of(
			IntStream.range(0, levels.length).filter(b -> (s >> b & 1) == 1).map(
				b -> levels[b]).toArray())).collect(Collectors.toList());
	}

	private void values(final double[] sums, final double[] values) {
		final double[] scores = new double[1 << levels.length];
		int at = 0;
		for (final Score score : Tally.SCORES) {
			for (int s = 0; s < scores.length; s++)
				scores[s] = Tally.score(score, sums, s * Tally.SIZE);
			for (int b = 0; b < levels.length; b++, at += KINDS)
				effects(scores, b, values, at);
		}
	}

	/**
	 * The effects of one player of a game.
	 *
	 * @param scores of each subset
	 * @param values to be filled with {@link #KINDS} from an index on
	 */
	private void effects(final double[] scores, final int b,
		final double[] values, final int at)
	{
		final int all = scores.length - 1, own = 1 << b;
		values[at + OFF] = scores[all] - scores[all & ~own];
		values[at + ONLY] = scores[own] - scores[0];
		double sum = 0;
		for (int s = 0; s < scores.length; s++)
			if ((s & own) == 0) sum += factors[Integer.bitCount(s)] * (scores[s |
				own] - scores[s]);
		values[at + SHAPLEY] = sum;
	}

	private List<SkipEffect> list(final Estimate[] estimates) {
		final List<SkipEffect> list = new ArrayList<>();
		for (int b = 0; b < levels.length; b++)
			for (int i = 0; i < Tally.SCORES.size(); i++) {
				final int at = (i * levels.length + b) * KINDS;
				list.add(new SkipEffect(levels[b], Tally.SCORES.get(i), estimates[at +
					OFF], estimates[at + ONLY], estimates[at + SHAPLEY]));
			}
		return list;
	}
}
