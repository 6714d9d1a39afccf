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

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;
import org.unetlens.metrics.BoundaryMatches;
import org.unetlens.metrics.ObjectMatches;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.metrics.PixelCounts;

/** Tallies by hand and against the scores of whole images. */
class TallyTest {

	@Test
	void countsFallToTheNearestObject() {
		final Img<IntType> reference = Pictures.labels("33......5", "33......5",
			".........");
		final Img<IntType> output = Pictures.labels("11....2..", "11....2..",
			"....4....");
		final List<Tally> units = measure(reference, output);
		assertEquals(2, units.size());
		assertCounts(units.get(0), Tally.BOTH, 4, 4, 5);
		assertCounts(units.get(1), Tally.BOTH, 0, 2, 2);
		assertCounts(units.get(0), Tally.REFERENCE_BOUNDARY, 3, 4);
		assertCounts(units.get(0), Tally.REFERENCE_NEAR, 3, 3, 3);
		// NB: Object 4 at (4, 2) is the square root of 10 away from (1, 1).
		assertCounts(units.get(0), Tally.OUTPUT_NEAR, 3, 3, 3);
		assertCounts(units.get(1), Tally.REFERENCE_NEAR, 0, 2, 2);
		assertCounts(units.get(1), Tally.OUTPUT_NEAR, 0, 2, 2);
		assertCounts(units.get(0), Tally.REFERENCE_OBJECTS, 1, 2, 1, 1, 1, 1, 1);
		assertCounts(units.get(1), Tally.REFERENCE_OBJECTS, 1, 1, 0, 0, 0, 0, 0);
	}

	@Test
	void anObjectCountsWhereMostOfItLies() {
		// NB: Object 4 matches 2 with IoU 8 / 12; of object 5, 2 px lie in each
		// cell.
		final Img<IntType> reference = Pictures.labels("11111.22222222",
			"..............");
		final Img<IntType> output = Pictures.labels("..444444444444",
			"....5555......");
		final List<Tally> units = measure(reference, output);
		assertEquals(1, units.get(0).count(Tally.OUTPUT_OBJECTS));
		assertEquals(1, units.get(1).count(Tally.OUTPUT_OBJECTS));
		assertEquals(1, units.get(1).count(Tally.FOUND + 1));
		assertEquals(0, units.get(1).count(Tally.FOUND + 2));
	}

	@Test
	void sumsEqualTheScoresOfTheImage() {
		final Random random = new Random(7);
		for (int round = 0; round < 40; round++) {
			final int w = 1 + random.nextInt(41), h = 1 + random.nextInt(29);
			final Img<IntType> a = Pictures.randomLabels(random, w, h, round % 9);
			final Img<IntType> b = round % 3 == 0 ? Pictures.randomLabels(random, w,
				h, round % 5) : shifted(a, round % 4);
			assertScores(a, b, Tally.sum(measure(a, b)));
		}
	}

	@Test
	void sumsOfImagesEqualPooledScores() {
		final Img<IntType> a = Pictures.labels("11.", "11.", "..."), b = Pictures
			.labels("1..", "11.", "..2");
		final Tally sum = Tally.sum(measure(a, b)).plus(Tally.sum(measure(b, a)));
		assertEquals(2 * 6. / (4 + 4 + 4 + 4), sum.score(Score.DICE), 1e-12);
		assertEquals(2 / 4., sum.score(Score.AP60), 1e-12);
		assertEquals(0, sum.score(Score.AP80));
	}

	@Test
	void emptyImages() {
		final Img<IntType> empty = Pictures.labels("....", "....", "....");
		final Img<IntType> one = Pictures.labels("....", ".11.", "....");
		assertEquals(1, measure(empty, empty).size());
		assertScores(empty, empty, measure(empty, empty).get(0));
		assertScores(empty, one, measure(empty, one).get(0));
		assertScores(one, empty, measure(one, empty).get(0));
		assertEquals(1, Tally.NONE.score(Score.DICE));
	}

	@Test
	void otherScoresAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Tally.NONE.score(
			Score.MERGED));
	}

	private static List<Tally> measure(final Img<IntType> reference,
		final Img<IntType> output)
	{
		return OutputMeasures.of(ReferenceMap.of(reference), output, ArrayImgs
			.floats(output.dimension(0), output.dimension(1))).tallies();
	}

	private static void assertCounts(final Tally tally, final int from,
		final long... expected)
	{
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], tally.count(from + i), "count " + (from + i));
	}

	private static void assertScores(final Img<IntType> a, final Img<IntType> b,
		final Tally tally)
	{
		final PixelCounts pixels = PixelCounts.of(a, b);
		assertEquals(pixels.dice(), tally.score(Score.DICE));
		assertEquals(pixels.iou(), tally.score(Score.IOU));
		final List<Double> f = BoundaryMatches.of(a, b, 1, 2, 3).stream().map(
			BoundaryMatches::f).collect(Collectors.toList());
		assertEquals(f, List.of(tally.score(Score.BOUNDARY_F1), tally.score(
			Score.BOUNDARY_F2), tally.score(Score.BOUNDARY_F3)));
		final OverlapTable table = OverlapTable.of(a, b);
		final List<Score> ap = List.of(Score.AP50, Score.AP60, Score.AP70,
			Score.AP80, Score.AP90);
		for (int i = 0; i < ap.size(); i++)
			assertEquals(ObjectMatches.of(table, (5 + i) / 10.).ap(), tally.score(ap
				.get(i)), ap.get(i).label());
	}

	private static Img<IntType> shifted(final Img<IntType> image, final int dx) {
		final int w = (int) image.dimension(0), h = (int) image.dimension(1);
		final Img<IntType> shifted = ArrayImgs.ints(w, h);
		for (int y = 0; y < h; y++)
			for (int x = dx; x < w; x++)
				shifted.getAt(x, y).set(image.getAt(x - dx, y).get() * 3);
		return shifted;
	}
}
