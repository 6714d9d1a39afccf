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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.unetlens.network.SkipSet;

/** Effects of skips: games by hand, sums, and what intervals cover. */
class SkipEffectsTest {

	@Test
	void shapleyValuesOfAGameByHand() {
		// NB: Dice of two skips: none 0.2, 1 alone 0.4, 3 alone 0.5, both 0.9.
		final Map<SkipSet, List<Tally>> game = Map.of(SkipSet.none(), dice(2),
			SkipSet.of(1), dice(4), SkipSet.of(3), dice(5), SkipSet.of(1, 3), dice(
				9));
		final List<SkipEffect> effects = SkipEffects.of(game, 100, 1);
		assertEquals(2 * Tally.SCORES.size(), effects.size());
		final SkipEffect one = effects.get(0), three = effects.get(Tally.SCORES
			.size());
		assertEquals(List.of(1, 3), List.of(one.level(), three.level()));
		assertEquals(List.of(Score.DICE, Score.DICE), List.of(one.score(), three
			.score()));
		assertEffect(one, 0.4, 0.2, 0.3);
		assertEffect(three, 0.5, 0.3, 0.4);
		// NB: One unit has no interval.
		assertTrue(Double.isNaN(one.off().low()) && Double.isNaN(one.off().high()));
		assertFalse(one.off().isClear());
	}

	@Test
	void aPlayerWhoNeedsTwoOthers() {
		// NB: 0.6 with all three skips, or with 0 and 1; 0 otherwise.
		final Map<SkipSet, List<Tally>> game = new HashMap<>();
		for (int bits = 0; bits < 8; bits++)
			game.put(new SkipSet(bits), dice((bits & 3) == 3 ? 6 : 0));
		final List<SkipEffect> effects = SkipEffects.of(game, 100, 1);
		assertEffect(effects.get(0), 0.6, 0, 0.3);
		assertEffect(effects.get(Tally.SCORES.size()), 0.6, 0, 0.3);
		assertEffect(effects.get(2 * Tally.SCORES.size()), 0, 0, 0);
	}

	@Test
	void shapleyValuesSumToFullMinusNone() {
		for (int depth = 1; depth <= 5; depth++) {
			final Map<SkipSet, List<Tally>> game = randomGame(depth, 7, depth);
			final List<SkipEffect> effects = SkipEffects.of(game, 10, 3);
			for (final Score score : Tally.SCORES) {
				final double sum = effects.stream().filter(e -> e.score() == score)
					.mapToDouble(e -> e.shapley().value()).sum();
				final double full = Tally.sum(game.get(SkipSet.all(depth))).score(
					score);
				assertEquals(full - Tally.sum(game.get(SkipSet.none())).score(score),
					sum, 1e-12, score.label());
			}
		}
	}

	@Test
	void theSameSeedGivesTheSameIntervals() {
		final Map<SkipSet, List<Tally>> game = randomGame(2, 20, 1);
		assertEquals(SkipEffects.of(game, 200, 5), SkipEffects.of(game, 200, 5));
		assertFalse(SkipEffects.of(game, 200, 5).equals(SkipEffects.of(game, 200,
			6)));
	}

	@Test
	void intervalsArePaired() {
		// NB: Units differ widely, but each loses half of its pixels without skip
		// 0.
		final List<Tally> full = new ArrayList<>(), none = new ArrayList<>();
		for (int u = 1; u <= 30; u++) {
			full.add(pixels(10 * u, 10 * u, 10 * u));
			none.add(pixels(5 * u, 10 * u, 10 * u));
		}
		final SkipEffect dice = SkipEffects.of(Map.of(SkipSet.none(), none, SkipSet
			.of(0), full), 200, 1).get(0);
		assertEquals(new Estimate(0.5, 0.5, 0.5), dice.off());
		assertTrue(dice.shapley().isClear());
		final Estimate same = Estimates.differences(full, full, 200, 1).get(
			Score.DICE);
		assertEquals(new Estimate(0, 0, 0), same);
		assertFalse(same.isClear());
	}

	@Test
	void intervalsCoverTheTrueDifference() {
		// NB: a finds a pixel with probability 0.8, b with 0.5.
		final SplittableRandom random = new SplittableRandom(4);
		int covered = 0;
		for (int trial = 0; trial < 200; trial++) {
			final List<Tally> a = new ArrayList<>(), b = new ArrayList<>();
			for (int u = 0; u < 60; u++) {
				a.add(drawn(random, 0.8));
				b.add(drawn(random, 0.5));
			}
			final Estimate dice = Estimates.differences(a, b, 300, trial).get(
				Score.IOU);
			if (dice.low() <= 0.3 && 0.3 <= dice.high()) covered++;
		}
		assertTrue(covered >= 180 && covered <= 199, "covered " + covered +
			" of 200");
	}

	@Test
	void whatIsMissingIsSaid() {
		final IllegalArgumentException subset = assertThrows(
			IllegalArgumentException.class, () -> SkipEffects.of(Map.of(SkipSet.of(0,
				1), dice(1), SkipSet.none(), dice(0)), 100, 1));
		assertTrue(subset.getMessage().contains("0 is not among"), subset
			.getMessage());
		assertThrows(IllegalArgumentException.class, () -> Estimates.differences(
			dice(1), List.of(), 100, 1));
		assertEquals(List.of(), SkipEffects.of(Map.of(SkipSet.none(), dice(1)), 100,
			1));
	}

	private static void assertEffect(final SkipEffect effect, final double off,
		final double only, final double shapley)
	{
		assertEquals(off, effect.off().value(), 1e-12);
		assertEquals(only, effect.only().value(), 1e-12);
		assertEquals(shapley, effect.shapley().value(), 1e-12);
	}

	/** One unit with a Dice of so many tenths. */
	private static List<Tally> dice(final int tenths) {
		return List.of(pixels(tenths, 10, 10));
	}

	private static Tally pixels(final int both, final int reference,
		final int output)
	{
		final double[] counts = new double[Tally.SIZE];
		counts[Tally.BOTH] = both;
		counts[Tally.REFERENCE] = reference;
		counts[Tally.OUTPUT] = output;
		return Tally.wrap(counts);
	}

	/** A unit of 20 pixels, each found with a probability. */
	private static Tally drawn(final SplittableRandom random,
		final double found)
	{
		int both = 0;
		for (int i = 0; i < 20; i++)
			if (random.nextDouble() < found) both++;
		return pixels(both, 20, both);
	}

	private static Map<SkipSet, List<Tally>> randomGame(final int depth,
		final int units, final long seed)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final Map<SkipSet, List<Tally>> game = new HashMap<>();
		for (int bits = 0; bits < 1 << depth; bits++) {
			final List<Tally> tallies = new ArrayList<>();
			for (int u = 0; u < units; u++) {
				final double[] counts = random.doubles(Tally.SIZE).map(v -> Math.round(
					50 + 50 * v)).toArray();
				tallies.add(Tally.wrap(counts));
			}
			game.put(new SkipSet(bits), tallies);
		}
		return game;
	}
}
