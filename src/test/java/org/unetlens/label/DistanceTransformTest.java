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

package org.unetlens.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances against hand-made cases and against the search of all pairs. */
class DistanceTransformTest {

	private static final float INF = Float.POSITIVE_INFINITY;

	@Test
	void onePixelGivesSquaredDistances() {
		final boolean[] mask = new boolean[12];
		mask[1 * 4 + 2] = true;
		assertArrayEquals(new float[] { 5, 2, 1, 2, 4, 1, 0, 1, 5, 2, 1, 2 },
			DistanceTransform.squared(mask, 4, 3));
	}

	@Test
	void distanceIsTheRoot() {
		final byte[] mask = { 0, 0, 0, 0, -1 };
		assertArrayEquals(new float[] { 4, 3, 2, 1, 0 }, DistanceTransform.distance(
			mask, 5, 1));
		assertArrayEquals(new float[] { 4, 3, 2, 1, 0 }, DistanceTransform.distance(
			mask, 1, 5));
	}

	@Test
	void emptyMaskIsInfinitelyFar() {
		assertArrayEquals(new float[] { INF, INF, INF, INF, INF, INF },
			DistanceTransform.squared(new boolean[6], 2, 3));
	}

	@Test
	void wrongSizeIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> DistanceTransform
			.squared(new boolean[5], 2, 3));
		assertThrows(IllegalArgumentException.class, () -> DistanceTransform
			.nearest(new int[7], 2, 3));
	}

	@ParameterizedTest
	@CsvSource({ "1,1,0.5", "1,17,0.2", "19,1,0.1", "13,7,0.3", "31,23,0.02",
		"41,37,0.002", "29,43,0.01" })
	void equalsSearchOfAllPairs(final int width, final int height,
		final double density)
	{
		final Random random = new Random(7 * width + height);
		for (int round = 0; round < 5; round++) {
			final boolean[] mask = new boolean[width * height];
			for (int i = 0; i < mask.length; i++)
				mask[i] = random.nextDouble() < density;
			assertArrayEquals(allPairs(mask, width), DistanceTransform.squared(mask,
				width, height));
		}
	}

	@Test
	void nearestNamesBothObjects() {
		final int[] labels = { 1, 0, 0, 0, 0, 2, 2 };
		final NearestObjects found = DistanceTransform.nearest(labels, 7, 1);
		assertArrayEquals(new float[] { 0, 1, 2, 2, 1, 0, 0 }, found.distance());
		assertArrayEquals(new int[] { 1, 1, 1, 2, 2, 2, 2 }, found.label());
		assertArrayEquals(new float[] { 5, 4, 3, 3, 4, 5, 6 }, found
			.secondDistance());
	}

	@Test
	void limitIsInclusive() {
		final int[] labels = { 1, 0, 0, 0, 0, 2, 2 };
		final NearestObjects found = DistanceTransform.nearest(labels, 7, 1, 3);
		assertArrayEquals(new float[] { INF, INF, 3, 3, INF, INF, INF }, found
			.secondDistance());
		assertArrayEquals(new int[] { 1, 1, 1, 2, 2, 2, 2 }, found.label());
		final NearestObjects near = DistanceTransform.nearest(labels, 7, 1, 1);
		assertArrayEquals(new int[] { 1, 1, 0, 0, 2, 2, 2 }, near.label());
		assertArrayEquals(new float[] { 0, 1, INF, INF, 1, 0, 0 }, near.distance());
	}

	@ParameterizedTest
	@CsvSource({ "1,1,2,100", "17,1,3,100", "1,19,3,100", "23,31,5,100",
		"37,29,9,6.5", "41,43,4,30", "13,11,40,100" })
	void nearestEqualsSearchOfAllPairs(final int width, final int height,
		final int objects, final double limit)
	{
		final Random random = new Random(width * 31 + height);
		for (int round = 0; round < 4; round++) {
			final int[] labels = randomObjects(random, width, height, objects);
			assertNearest(labels, width, height, limit);
		}
	}

	private static void assertNearest(final int[] labels, final int width,
		final int height, final double limit)
	{
		final NearestObjects found = DistanceTransform.nearest(labels, width,
			height, limit);
		for (int i = 0; i < labels.length; i++) {
			float best = INF, ofFound = INF, second = INF;
			for (int j = 0; j < labels.length; j++) {
				if (labels[j] == 0) continue;
				final float d = (float) Math.hypot(i % width - j % width, i / width -
					j / width);
				if (d > limit) continue;
				best = Math.min(best, d);
				if (labels[j] == found.label()[i]) ofFound = Math.min(ofFound, d);
				else second = Math.min(second, d);
			}
			final String where = "at (" + i % width + ", " + i / width + ")";
			assertEquals(best, found.distance()[i], 1e-5f, where);
			assertEquals(best, ofFound, where);
			assertEquals(second, found.secondDistance()[i], 1e-5f, where);
		}
	}

	private static int[] randomObjects(final Random random, final int width,
		final int height, final int objects)
	{
		final int[] labels = new int[width * height];
		for (int label = 1; label <= objects; label++) {
			final int x0 = random.nextInt(width), y0 = random.nextInt(height);
			final int w = 1 + random.nextInt(5), h = 1 + random.nextInt(5);
			for (int y = y0; y < Math.min(height, y0 + h); y++)
				for (int x = x0; x < Math.min(width, x0 + w); x++)
					labels[y * width + x] = label;
		}
		return labels;
	}

	private static float[] allPairs(final boolean[] mask, final int width) {
		final float[] result = new float[mask.length];
		for (int i = 0; i < mask.length; i++) {
			result[i] = INF;
			for (int j = 0; j < mask.length; j++) {
				final int dx = i % width - j % width, dy = i / width - j / width;
				if (mask[j]) result[i] = Math.min(result[i], dx * dx + dy * dy);
			}
		}
		return result;
	}
}
