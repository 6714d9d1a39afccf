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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;
import org.unetlens.metrics.HausdorffDistance;
import org.unetlens.metrics.ObjectErrors;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.network.SkipSet;

/** All measures of small pictures together, alone and summed. */
class OutputMeasuresTest {

	private static final Img<IntType> EMPTY = Pictures.labels(".......",
		".......", ".......");

	@Test
	void errorsByDistance() {
		final Img<IntType> reference = Pictures.labels("...........", ".11111.....",
			".11111.....", ".11111.....", "...........");
		final Img<IntType> output = Pictures.labels("...........", "..1111...2.",
			"..1.11...2.", "..1111.....", "...........");
		final OutputMeasures found = measure(reference, output, 0.5f);
		final DistanceErrors errors = found.distances();
		// NB: Boundary 12 px, of them 3 to the left missed; hole of 1 px inside.
		assertCounts(errors, 0, 3, 12);
		// NB: Inside 3 px; outside all that touch a side or corner.
		assertCounts(errors, 1, 1, 3 + 20);
		assertCounts(errors, 2, 0, 5);
		assertCounts(errors, 3, 0, 5);
		assertCounts(errors, 4, 2, 5);
		assertCounts(errors, 5, 0, 5);
		assertCounts(errors, 6, 0, 0);
		assertEquals(0.25, errors.curve("").y().get(0));
		assertTrue(errors.curve("").y().get(10).isNaN());
		assertEquals(11, errors.curve("").x().size());
	}

	@Test
	void distancesAreRounded() {
		final Img<IntType> corner = ArrayImgs.ints(13, 17);
		corner.getAt(0, 0).set(1);
		final DistanceErrors errors = measure(corner, ArrayImgs.ints(13, 17), 0)
			.distances();
		final int[] all = new int[30];
		for (int i = 0; i < 13 * 17; i++)
			all[(int) Math.round(Math.hypot(i % 13, i / 13))]++;
		for (int d = 0; d <= 10; d++)
			assertCounts(errors, d, d == 0 ? 1 : 0, all[d]);
	}

	@Test
	void everyScoreOfOneImage() {
		final Img<IntType> reference = Pictures.labels("11.2.33", "11.2.33",
			".......");
		final Img<IntType> output = Pictures.labels("1111...", "1111...",
			".....44");
		final Variant variant = measure(reference, output, 0.7f).variant("Name",
			Experiment.KNOCK_OUT, SkipSet.of(2), Map.of());
		final Scores scores = variant.scores();
		assertEquals("Name", variant.name());
		assertEquals(Score.values().length, scores.values().size());
		assertEquals(2 * 6 / 20., scores.get(Score.DICE), 1e-12);
		assertEquals(6 / 14., scores.get(Score.IOU), 1e-12);
		assertEquals(0, scores.get(Score.AP50));
		assertEquals(HausdorffDistance.of(reference, output, 95), scores.get(
			Score.HAUSDORFF95));
		assertEquals(List.of(2., 1., 0., 1., 1.), List.of(scores.get(Score.OBJECTS),
			scores.get(Score.MERGED), scores.get(Score.SPLIT), scores.get(
				Score.MISSED), scores.get(Score.INVENTED)));
		assertEquals(0.7f, scores.get(Score.LARGEST_PROBABILITY));
		assertTrue(Double.isNaN(scores.get(Score.EDGE_WIDTH)));
	}

	@Test
	void imagesAddUp() {
		final Random random = new Random(3);
		OutputMeasures sum = OutputMeasures.NONE;
		ObjectErrors errors = ObjectErrors.NONE;
		double hausdorff = 0;
		int units = 0;
		for (int k = 0; k < 4; k++) {
			final Img<IntType> a = Pictures.randomLabels(random, 19 + k, 31 - k, 5);
			final Img<IntType> b = Pictures.randomLabels(random, 19 + k, 31 - k, 5);
			sum = sum.plus(measure(a, b, 0.1f * k));
			errors = errors.plus(ObjectErrors.of(OverlapTable.of(a, b)));
			hausdorff += HausdorffDistance.of(a, b, 95) / 4;
			units += ReferenceMap.of(a).units();
		}
		assertEquals(units, sum.tallies().size());
		assertEquals(errors, sum.errors());
		assertEquals(hausdorff, sum.scores().get(Score.HAUSDORFF95), 1e-12);
		assertEquals(0.3f, sum.plus(OutputMeasures.NONE).largestProbability(),
			1e-6);
		assertEquals(Tally.sum(sum.tallies()).score(Score.IOU), sum.asOneUnit()
			.score(Score.IOU));
	}

	@Test
	void infiniteDistancesAreLeftOutOfTheMean() {
		final Img<IntType> one = Pictures.labels(".......", "..1....", ".......");
		final Img<IntType> far = Pictures.labels(".......", ".....1.", ".......");
		final OutputMeasures infinite = measure(one, EMPTY, 0);
		assertEquals(Double.POSITIVE_INFINITY, infinite.scores().get(
			Score.HAUSDORFF95));
		final OutputMeasures sum = infinite.plus(measure(one, far, 0)).plus(measure(
			one, one, 0));
		assertEquals(1.5, sum.scores().get(Score.HAUSDORFF95));
		assertEquals(1, sum.hausdorff().infinite());
		assertTrue(Double.isNaN(OutputMeasures.NONE.scores().get(
			Score.HAUSDORFF95)));
	}

	@Test
	void emptyImagesAreMeasured() {
		final Img<IntType> one = Pictures.labels(".......", "..11...", ".......");
		final OutputMeasures both = measure(EMPTY, EMPTY, 0);
		assertEquals(1, both.scores().get(Score.DICE));
		assertEquals(0, both.scores().get(Score.HAUSDORFF95));
		assertTrue(both.distances().curve("").y().stream().allMatch(v -> v
			.isNaN()));
		final OutputMeasures invented = measure(EMPTY, one, 1);
		assertEquals(1, invented.scores().get(Score.INVENTED));
		assertEquals(0, invented.scores().get(Score.BOUNDARY_F3));
		assertEquals(1, measure(one, EMPTY, 1).scores().get(Score.MISSED));
	}

	@Test
	void theReferenceKnowsItsObjects() {
		final ReferenceMap map = ReferenceMap.of(Pictures.labels("9.....44",
			"......44"));
		assertEquals(List.of(2, 2), List.of(map.objects(), map.units()));
		assertEquals(List.of(1, 0), List.of(map.unitOf(9), map.unitOf(4)));
		assertEquals(List.of(1, 1, 0), List.of(map.unit(1), map.unit(10), map.unit(
			5)));
		// NB: Areas 4 and 1.
		assertEquals((4 / Math.sqrt(Math.PI) + 2 / Math.sqrt(Math.PI)) / 2, map
			.medianDiameter(), 1e-12);
		assertTrue(Double.isNaN(ReferenceMap.of(EMPTY).medianDiameter()));
		assertEquals(1, ReferenceMap.of(EMPTY).units());
	}

	@Test
	void otherSizesAreRefused() {
		final ReferenceMap map = ReferenceMap.of(EMPTY);
		assertThrows(IllegalArgumentException.class, () -> OutputMeasures.of(map,
			ArrayImgs.ints(3, 7), ArrayImgs.floats(3, 7)));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> OutputMeasures.of(map, EMPTY, ArrayImgs.floats(3, 7))).getMessage();
		assertTrue(message.contains("3 x 7") && message.contains("7 x 3"), message);
	}

	private static void assertCounts(final DistanceErrors errors,
		final int distance, final int wrong, final int all)
	{
		assertEquals(List.of((long) wrong, (long) all), List.of(errors.wrong(
			distance), errors.all(distance)), "at " + distance);
	}

	private static OutputMeasures measure(final Img<IntType> reference,
		final Img<IntType> output, final float probability)
	{
		final Img<FloatType> foreground = ArrayImgs.floats(output.dimension(0),
			output.dimension(1));
		foreground.getAt(1, 1).set(probability);
		return OutputMeasures.of(ReferenceMap.of(reference), output, foreground);
	}
}
