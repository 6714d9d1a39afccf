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

import java.util.List;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;

/** Boundary scores by hand and against the search of all pairs. */
class BoundaryScoresTest {

	@Test
	void boundariesWithinTheRadius() {
		final Img<IntType> truth = Pictures.labels(".......", ".1.....", ".......");
		final Img<IntType> found = Pictures.labels(".......", "...2...", "......3");
		final List<BoundaryMatches> all = BoundaryMatches.of(truth, found, 1, 2,
			5.1);
		assertEquals(new BoundaryMatches(1, 0, 1, 0, 2), all.get(0));
		assertEquals(new BoundaryMatches(2, 1, 1, 1, 2), all.get(1));
		assertEquals(new BoundaryMatches(5.1, 1, 1, 2, 2), all.get(2));
		assertEquals(0, all.get(0).f());
		assertEquals(2 / 3., all.get(1).f(), 1e-12);
		assertEquals(1, all.get(2).f());
	}

	@Test
	void onlyRimsCount() {
		final Img<IntType> truth = Pictures.labels("1112", "1112", "1112");
		// NB: The image border is no boundary: column 2 and column 3.
		assertEquals(new BoundaryMatches(0, 6, 6, 6, 6), BoundaryMatches.of(truth,
			truth, 0).get(0));
	}

	@Test
	void imagesWithoutBoundary() {
		final Img<IntType> empty = Pictures.labels("...");
		final Img<IntType> one = Pictures.labels(".1.");
		assertEquals(1, BoundaryMatches.of(empty, empty, 2).get(0).f());
		assertEquals(0, BoundaryMatches.of(one, empty, 2).get(0).f());
		assertEquals(0, HausdorffDistance.of(empty, empty, 95));
		assertEquals(Double.POSITIVE_INFINITY, HausdorffDistance.of(one, empty,
			95));
	}

	@Test
	void countsArePooled() {
		final BoundaryMatches sum = new BoundaryMatches(2, 1, 2, 3, 4).plus(
			new BoundaryMatches(2, 5, 6, 7, 8));
		assertEquals(0.75, sum.recall());
		assertEquals(10 / 12., sum.precision(), 1e-12);
		assertThrows(IllegalArgumentException.class, () -> sum.plus(
			new BoundaryMatches(1, 0, 0, 0, 0)));
	}

	@Test
	void hausdorffTakesThePercentile() {
		final Img<IntType> truth = Pictures.labels("1.1.1.1......");
		final Img<IntType> found = Pictures.labels("1.1.1......1.");
		// NB: To found 0, 0, 0, 2; to truth 0, 0, 0, 5.
		assertEquals(5, HausdorffDistance.of(truth, found, 100));
		assertEquals(5, HausdorffDistance.of(truth, found, 76));
		assertEquals(0, HausdorffDistance.of(truth, found, 75));
	}

	@Test
	void equalsSearchOfAllPairs() {
		final Random random = new Random(19);
		for (int round = 0; round < 5; round++) {
			final int w = 17 + round, h = 29 - round;
			final Img<IntType> a = Pictures.randomLabels(random, w, h, 5);
			final Img<IntType> b = Pictures.randomLabels(random, w, h, 3);
			for (final double radius : new double[] { 0, 1, 1.5, 3 }) {
				final BoundaryMatches found = BoundaryMatches.of(a, b, radius).get(0);
				assertEquals(count(a, b, radius), found.truthNear());
				assertEquals(count(b, a, radius), found.predictedNear());
				assertEquals(count(a, a, 0), found.truth());
			}
		}
	}

	private static int count(final Img<IntType> of, final Img<IntType> to,
		final double radius)
	{
		int n = 0;
		for (int i = 0; i < of.size(); i++) {
			boolean near = false;
			for (int j = 0; j < to.size() && !near; j++) {
				final int w = (int) of.dimension(0);
				near = Math.hypot(i % w - j % w, i / w - j / w) <= radius && rim(to, j);
			}
			if (near && rim(of, i)) n++;
		}
		return n;
	}

	private static boolean rim(final Img<IntType> image, final int i) {
		final int w = (int) image.dimension(0), h = (int) image.dimension(1);
		final int x = i % w, y = i / w, label = image.getAt(x, y).get();
		if (label == 0) return false;
		return x > 0 && image.getAt(x - 1, y).get() != label || x < w - 1 && image
			.getAt(x + 1, y).get() != label || y > 0 && image.getAt(x, y - 1)
				.get() != label || y < h - 1 && image.getAt(x, y + 1).get() != label;
	}
}
