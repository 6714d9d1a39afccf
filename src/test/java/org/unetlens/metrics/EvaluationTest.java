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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.metrics.EvaluatedImages.Item;

/** Evaluations by hand and against the single scores. */
class EvaluationTest {

	@Test
	void everyScoreByHand() {
		final Img<IntType> truth = Pictures.labels("1111.22", "1111.22", ".......",
			"33.....");
		final Img<IntType> found = Pictures.labels("555..66", "555..66", ".......",
			".....88");
		final Map<EvaluationScore, Double> expected = new EnumMap<>(
			EvaluationScore.class);
		expected.put(EvaluationScore.TRUE_OBJECTS, 3.);
		expected.put(EvaluationScore.PREDICTED_OBJECTS, 3.);
		expected.put(EvaluationScore.COUNT_BIAS, 0.);
		expected.put(EvaluationScore.DICE, 2 * 10 / 26.);
		expected.put(EvaluationScore.IOU, 10 / 16.);
		// NB: Objects 1 and 5 match with IoU 6 / 8, 2 and 6 with 1.
		expected.put(EvaluationScore.AP50, 2 / 4.);
		expected.put(EvaluationScore.AP70, 2 / 4.);
		expected.put(EvaluationScore.AP75, 1 / 5.);
		expected.put(EvaluationScore.AP95, 1 / 5.);
		expected.put(EvaluationScore.MEAN_AP, (5 * 2 / 4. + 5 / 5.) / 10);
		expected.put(EvaluationScore.PRECISION, 2 / 3.);
		expected.put(EvaluationScore.RECALL, 2 / 3.);
		expected.put(EvaluationScore.F1, 2 / 3.);
		expected.put(EvaluationScore.SPLIT, 0.);
		expected.put(EvaluationScore.MERGED, 0.);
		expected.put(EvaluationScore.MISSED, 1.);
		expected.put(EvaluationScore.INVENTED, 1.);
		expected.put(EvaluationScore.AREA_BIAS, 12 / 14. - 1);
		expected.put(EvaluationScore.MATCHED_AREA_BIAS, 10 / 12. - 1);
		final Evaluation evaluation = Evaluation.of(truth, found);
		expected.forEach((score, value) -> assertEquals(value, score.of(evaluation),
			1e-12, score.label()));
		final Evaluation turned = Evaluation.of(found, truth);
		assertEquals(14 / 12. - 1, turned.areaBias(), 1e-12);
		assertEquals(12 / 10. - 1, turned.areas().bias(), 1e-12);
		assertEquals(new MatchedAreas(22, 22), evaluation.plus(turned).areas());
	}

	@Test
	void equalsTheSingleScoresPooled() {
		final Random random = new Random(5);
		final Img<IntType> a = Pictures.randomLabels(random, 23, 17, 5), b =
			Pictures.randomLabels(random, 23, 17, 5), c = Pictures.randomLabels(
				random, 31, 11, 4), d = Pictures.randomLabels(random, 31, 11, 6);
		final Evaluation sum = Evaluation.of(a, b).plus(Evaluation.of(c, d));
		for (int r = 0; r < 3; r++)
			assertEquals(BoundaryMatches.of(a, b, r + 1).get(0).plus(BoundaryMatches
				.of(c, d, r + 1).get(0)).f(), EvaluationScore.values()[5 + r].of(sum));
		for (int i = 0; i < 10; i++) {
			final double threshold = Integer.parseInt(EvaluationScore.values()[9 + i]
				.name().substring(2)) / 100.;
			assertEquals(ObjectMatches.of(a, b, threshold).plus(ObjectMatches.of(c, d,
				threshold)).ap(), EvaluationScore.values()[9 + i].of(sum));
		}
		assertEquals((HausdorffDistance.of(a, b, 95) + HausdorffDistance.of(c, d,
			95)) / 2, EvaluationScore.HAUSDORFF95.of(sum), 1e-12);
		final RandScores regions = RandScores.of(a, b).plus(RandScores.of(c, d));
		assertEquals(regions.rand(), EvaluationScore.V_RAND.of(sum));
		assertEquals(regions.info(), EvaluationScore.V_INFO.of(sum));
		final ObjectErrors errors = ObjectErrors.of(OverlapTable.of(a, b)).plus(
			ObjectErrors.of(OverlapTable.of(c, d)));
		assertEquals(errors.splits(), EvaluationScore.SPLIT.of(sum));
		assertEquals(errors.merges(), EvaluationScore.MERGED.of(sum));
	}

	@Test
	void whatCannotBeHadIsNotANumber() {
		final Img<IntType> empty = Pictures.labels("...", "...");
		final Img<IntType> one = Pictures.labels("...", ".1.");
		final Evaluation both = Evaluation.of(empty, empty);
		assertEquals(1, EvaluationScore.DICE.of(both));
		assertEquals(1, EvaluationScore.MEAN_AP.of(both));
		for (final EvaluationScore bias : List.of(EvaluationScore.COUNT_BIAS,
			EvaluationScore.AREA_BIAS, EvaluationScore.MATCHED_AREA_BIAS))
			assertTrue(Double.isNaN(bias.of(both)), bias.label());
		assertEquals(Double.POSITIVE_INFINITY, EvaluationScore.HAUSDORFF95.of(
			Evaluation.of(one, empty)));
		assertEquals(-1, EvaluationScore.COUNT_BIAS.of(Evaluation.of(one, empty)));
	}

	@Test
	void intervalsAreOverImages() {
		final Img<IntType> truth = Pictures.labels("11.22", "11.22");
		final Img<IntType> half = Pictures.labels("11...", "11...");
		final Evaluation good = Evaluation.of(truth, truth), bad = Evaluation.of(
			truth, half);
		final EvaluatedImages same = new EvaluatedImages(List.of(new Item("a", bad),
			new Item("b", bad)));
		assertEquals(new Interval(0.5, 0.5), same.intervals(100, 1).get(
			EvaluationScore.AP50));
		final EvaluatedImages mixed = new EvaluatedImages(List.of(new Item("a",
			good), new Item("b", bad)));
		assertEquals(0.75, EvaluationScore.AP50.of(mixed.pooled()));
		// NB: Both ends are drawn in a quarter of the resamples.
		assertEquals(new Interval(0.5, 1), mixed.intervals(200, 1).get(
			EvaluationScore.AP50));
		assertTrue(Double.isNaN(new EvaluatedImages(List.of(new Item("a", good)))
			.intervals(100, 1).get(EvaluationScore.DICE).low()));
		assertThrows(IllegalArgumentException.class, () -> new EvaluatedImages(List
			.of()));
	}
}
