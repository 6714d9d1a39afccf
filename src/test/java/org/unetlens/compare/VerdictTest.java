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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison.Reference;
import org.unetlens.compare.Comparison.Units;
import org.unetlens.network.SkipSet;

class VerdictTest {

	private static final Score F = Score.BOUNDARY_F2;
	private static final SkipSet ALL = SkipSet.all(4);

	@Test
	void aSkipThatHelpsIsSaidWithNumberIntervalAndCount() {
		final Comparison c = with(1, new Estimate(0.0612, 0.0401, 0.0799));
		assertEquals(
			"Skip 1 adds 0.061 boundary F at 2 px (0.040 to 0.080, 212 objects) and changes no object count.",
			Verdict.skip(counting(c, 1, 0, 0), 1, F));
		assertEquals(
			"Skip 1 adds 0.061 boundary F at 2 px (0.040 to 0.080, 212 objects). Without it: 1 fewer object, 2 more merged.",
			Verdict.skip(counting(c, 1, -1, 2), 1, F));
	}

	@Test
	void aSkipThatDoesNothingIsSaidTo() {
		final Comparison c = counting(with(3, new Estimate(0.002, -0.004, 0.0068)),
			3, 0, 0);
		assertEquals(
			"Skip 3 makes no clear difference: 0.002 boundary F at 2 px (-0.004 to 0.007, 212 objects).",
			Verdict.skip(c, 3, F));
	}

	@Test
	void aSkipThatHurtsIsSaidTo() {
		final Comparison c = counting(with(0, new Estimate(-0.02, -0.031, -0.009)),
			0, 3, -1);
		assertEquals(
			"Without skip 0 the result is better: 0.020 boundary F at 2 px more (0.009 to 0.031, 212 objects); 3 more objects, 1 fewer merged.",
			Verdict.skip(c, 0, F));
	}

	@Test
	void whatCannotBeHadIsSaid() {
		final Comparison few = with(2, new Estimate(0.03, Double.NaN, Double.NaN));
		assertEquals(
			"Skip 2 makes a difference of 0.030 boundary F at 2 px (212 objects, no interval).",
			Verdict.skip(counting(few, 2, 0, 0), 2, F));
		final Comparison none = with(2, new Estimate(Double.NaN, Double.NaN,
			Double.NaN));
		assertEquals(
			"What skip 2 gives in boundary F at 2 px cannot be said on 212 objects.",
			Verdict.skip(none, 2, F));
	}

	@Test
	void theReferenceIsNamed() {
		final Comparison own = ComparisonSamples.withoutTruth();
		assertTrue(Verdict.reference(own).contains(
			"compared with the full model's own output (3 objects)"), Verdict
				.reference(own));
		final Comparison truth = ComparisonSamples.withTruth();
		assertEquals("Outputs are compared with the given truth (12 objects).",
			Verdict.reference(truth));
		assertEquals("All skips on: Dice 0.904 against the truth (12 objects).",
			Verdict.output(truth, truth.full(), Score.DICE));
		assertEquals(
			"Knock-out of all skips: Dice 0.820 against the full model's own output, 0.084 less than the full model (3 objects, no interval); 3 fewer objects, 3 more merged, 1 more split, 1 more invented.",
			Verdict.output(own, own.none(), Score.DICE));
	}

	@Test
	void theChosenCombinationIsComparedWithTheFullModel() {
		final Comparison c = ComparisonSamples.withTruth();
		// NB: Shares 0.06 + 0.012 of the full 0.084 are lost; 30 * 0.072 objects.
		assertEquals(
			"Knock-out of skip 0: Dice 0.832 against the truth, 0.072 less than the full model (0.065 to 0.079, 12 objects); 2 fewer objects, 2 more merged, 1 more split, 1 more invented.",
			Verdict.output(c, c.knockOuts().get(ALL.without(0)), Score.DICE));
		assertEquals(
			"Knock-out of skip 2: Dice 0.903 against the truth, no clear difference to the full model: -0.001 (-0.008 to 0.006, 12 objects).",
			Verdict.output(c, c.knockOuts().get(ALL.without(2)), Score.DICE));
		assertEquals(
			"Knock-out of skip 3: Dice 0.913 against the truth, 0.009 more than the full model (0.002 to 0.016, 12 objects).",
			Verdict.output(c, c.knockOuts().get(ALL.without(3)), Score.DICE));
	}

	@Test
	void knockOutsAndTwinsStayApart() {
		final Comparison c = ComparisonSamples.withTruth();
		final List<String> knockOuts = Verdict.knockOuts(c, Score.DICE);
		assertEquals(5, knockOuts.size());
		assertEquals(
			"Knock-out of all skips takes away 0.084 Dice (0.077 to 0.091, 12 objects). Shared out among the skips (Shapley values): skip 0 0.066 (0.059 to 0.073), skip 1 0.026 (0.019 to 0.033), skip 2 0.001 (-0.006 to 0.008), skip 3 -0.009 (-0.016 to -0.002).",
			knockOuts.get(0));
		assertFalse(String.join(" ", knockOuts).contains("win"));
		assertEquals(List.of(
			"Twin without skips: Dice 0.870 against the truth, 0.034 less than the full model (0.027 to 0.041, 12 objects); 1 fewer object, 1 more merged. The knock-out of all skips in the trained net makes a difference of -0.084: a knock-out shows what the net relies on, a twin what is necessary."),
			Verdict.twins(c, Score.DICE));
		assertEquals(List.of(), Verdict.twins(ComparisonSamples.withoutTruth(),
			Score.DICE));
	}

	@Test
	void allSkipsTogetherMayDoNothingOrHurt() {
		final String shares = ". Shared out among the skips (Shapley values): ";
		assertTrue(together(new Estimate(-0.01, -0.03, 0.02)).startsWith(
			"Knock-out of all skips makes no clear difference: -0.010 Dice (-0.030 to 0.020, 12 objects)" +
				shares));
		assertTrue(together(new Estimate(0.04, 0.03, 0.05)).startsWith(
			"Knock-out of all skips brings 0.040 Dice more (0.030 to 0.050, 12 objects)" +
				shares));
		assertTrue(together(new Estimate(-0.04, Double.NaN, Double.NaN)).startsWith(
			"Knock-out of all skips makes a difference of -0.040 Dice (12 objects, no interval)" +
				shares));
	}

	private static String together(final Estimate none) {
		final Comparison c = ComparisonSamples.withTruth();
		final Map<SkipSet, Variant> knockOuts = new HashMap<>(c.knockOuts());
		knockOuts.computeIfPresent(SkipSet.none(), (s, v) -> new Variant(v.name(), v
			.experiment(), s, v.scores(), Map.of(Score.DICE, none), v
				.errorByDistance(), v.edgeProfile(), v.spectrum()));
		return Verdict.knockOuts(new Comparison(c.title(), c.model(), c.settings(),
			c.pixelSize(), c.reference(), c.units(), c.n(), knockOuts, c.twins(), c
				.effects(), c.layers(), c.notes()), Score.DICE).get(0);
	}

	@Test
	void severalImagesAreCountedAsImages() {
		final Comparison c = ComparisonSamples.withTruth();
		final Comparison several = new Comparison("5 images", c.model(), c
			.settings(), c.pixelSize(), Reference.TRUTH, Units.IMAGES, 1, c
				.knockOuts(), c.twins(), c.effects(), c.layers(), c.notes());
		assertEquals("Outputs are compared with the given truth (1 image).", Verdict
			.reference(several));
	}

	/** 212 objects and another effect of a skip. */
	private static Comparison with(final int level, final Estimate off) {
		final Comparison c = ComparisonSamples.withTruth();
		final List<SkipEffect> effects = new ArrayList<>(c.effects());
		effects.replaceAll(e -> e.level() == level && e.score() == F
			? new SkipEffect(level, F, off, e.only(), e.shapley()) : e);
		return new Comparison(c.title(), c.model(), c.settings(), c.pixelSize(), c
			.reference(), c.units(), 212, c.knockOuts(), c.twins(), effects, c
				.layers(), c.notes());
	}

	/** Without the skip, so many more objects and merged ones. */
	private static Comparison counting(final Comparison c, final int level,
		final int objects, final int merged)
	{
		final Map<Score, Double> scores = new EnumMap<>(c.full().scores().values());
		scores.merge(Score.OBJECTS, (double) objects, Double::sum);
		scores.merge(Score.MERGED, (double) merged, Double::sum);
		final Map<SkipSet, Variant> knockOuts = new HashMap<>(c.knockOuts());
		knockOuts.computeIfPresent(ALL.without(level), (s, v) -> new Variant(v
			.name(), v.experiment(), s, new Scores(scores), v.changes(), v
				.errorByDistance(), v.edgeProfile(), v.spectrum()));
		return new Comparison(c.title(), c.model(), c.settings(), c.pixelSize(), c
			.reference(), c.units(), c.n(), knockOuts, c.twins(), c.effects(), c
				.layers(), c.notes());
	}
}
