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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;

/** Rand and information scores by hand and against pairs of pixels. */
class RandScoresTest {

	private static final double EPS = 1e-12;

	@Test
	void equalRegionsScoreOne() {
		final Img<IntType> truth = Pictures.labels("11.22", "11.22");
		final Img<IntType> same = Pictures.labels("77.33", "77.33");
		assertEquals(1, RandScores.of(truth, same).rand(), EPS);
		assertEquals(1, RandScores.of(truth, same).info(), EPS);
	}

	@Test
	void mergeCostsPrecisionOnly() {
		// NB: The predicted pixels on the true boundary do not count.
		final RandScores s = RandScores.of(Pictures.labels("11.22"), Pictures
			.labels("55555"));
		assertEquals(4, s.pixels());
		// NB: Squares: joint 4 + 4, truth 4 + 4, predicted 16.
		assertEquals(1, s.randSplit(), EPS);
		assertEquals(0.5, s.randMerge(), EPS);
		assertEquals(2 / 3., s.rand(), EPS);
		// NB: H(T) = ln 2, H(S) = 0, I = 0.
		assertEquals(0, s.info(), EPS);
	}

	@Test
	void splitCostsRecallOnly() {
		final RandScores s = RandScores.of(Pictures.labels("111133"), Pictures
			.labels("112244"));
		// NB: Squares: joint 3 x 4, truth 16 + 4, predicted 3 x 4.
		assertEquals(12 / 20., s.randSplit(), EPS);
		assertEquals(1, s.randMerge(), EPS);
		assertEquals(24 / 32., s.rand(), EPS);
		// NB: S refines T, so that I = H(T).
		final double ht = -(2 / 3.) * Math.log(2 / 3.) - Math.log(1 / 3.) / 3;
		assertEquals(2 * ht / (ht + Math.log(3)), s.info(), EPS);
	}

	@Test
	void predictedBoundaryInsideARegionIsRegionsOfOnePixel() {
		final RandScores zeros = RandScores.of(Pictures.labels("11112222"), Pictures
			.labels("3.3.4444"));
		final RandScores singles = RandScores.of(Pictures.labels("11112222"),
			Pictures.labels("35364444"));
		assertEquals(singles, zeros);
	}

	@Test
	void poolingKeepsRegionsOfImagesApart() {
		final Random random = new Random(2);
		final Img<IntType> a = Pictures.randomLabels(random, 20, 13, 6);
		final Img<IntType> b = Pictures.randomLabels(random, 20, 13, 9);
		final RandScores pooled = RandScores.of(a, b).plus(RandScores.of(b, a));
		final int[] truth = new int[520], predicted = new int[520];
		for (int i = 0; i < 260; i++) {
			truth[i] = a.getAt(i % 20, i / 20).get();
			truth[260 + i] = shifted(b.getAt(i % 20, i / 20).get());
			predicted[i] = b.getAt(i % 20, i / 20).get();
			predicted[260 + i] = shifted(a.getAt(i % 20, i / 20).get());
		}
		final RandScores joined = RandScores.of(ArrayImgs.ints(truth, 20, 26),
			ArrayImgs.ints(predicted, 20, 26));
		assertEquals(joined.rand(), pooled.rand(), EPS);
		assertEquals(joined.info(), pooled.info(), EPS);
		assertEquals(pooled, RandScores.NONE.plus(pooled));
	}

	@Test
	void equalsCountingPairsOfPixels() {
		final Random random = new Random(23);
		for (int round = 0; round < 5; round++) {
			final Img<IntType> t = Pictures.randomLabels(random, 17, 13, 5);
			final Img<IntType> s = Pictures.randomLabels(random, 17, 13, 4);
			long joint = 0, truth = 0, predicted = 0;
			for (int i = 0; i < 221; i++)
				for (int j = 0; j < 221; j++) {
					final int ti = t.getAt(i % 17, i / 17).get(), tj = t.getAt(j % 17, j /
						17).get();
					if (ti == 0 || tj == 0) continue;
					final int si = s.getAt(i % 17, i / 17).get(), sj = s.getAt(j % 17, j /
						17).get();
					final boolean together = i == j || si != 0 && si == sj;
					if (ti == tj) truth++;
					if (together) predicted++;
					if (ti == tj && together) joint++;
				}
			final RandScores found = RandScores.of(t, s);
			assertEquals((double) joint / truth, found.randSplit(), EPS);
			assertEquals((double) joint / predicted, found.randMerge(), EPS);
			assertEquals(2. * joint / (truth + predicted), found.rand(), EPS);
		}
	}

	@Test
	void degenerateImages() {
		final Img<IntType> none = Pictures.labels("..");
		assertEquals(1, RandScores.of(none, none).rand());
		assertEquals(1, RandScores.of(none, none).info());
		final Img<IntType> one = Pictures.labels("11");
		assertEquals(1, RandScores.of(one, one).info(), EPS);
	}

	@Test
	void binaryTruthBecomesRegions() {
		final Img<IntType> regions = RandScores.enclosedRegions(ArrayImgs
			.unsignedBytes(new byte[] { -1, 0, -1, -1, -1, 0, 0, -1, -1 }, 3, 3));
		assertArrayEquals(new String[] { "1.2", "11.", ".11" }, Pictures.show(
			regions));
	}

	private static int shifted(final int label) {
		return label == 0 ? 0 : label + 100;
	}
}
