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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What basins promise, found by brute force on random landscapes. */
class BasinsTest {

	@ParameterizedTest
	@CsvSource({ "17, 13, 30, 100", "1, 29, 20, 1", "31, 1, 60, 150",
		"23, 11, 1, 1", "19, 19, 90, 60" })
	void touchingBasinsAreProminentAndProminentPeaksAreApart(final int width,
		final int height, final int prominence, final int lowestPeak)
	{
		final Random random = new Random(width * 100L + height);
		for (int round = 0; round < 5; round++) {
			final byte[] level = landscape(random, width, height);
			final int[] labels = new int[level.length];
			final int n = Basins.run(level, labels, width, prominence, lowestPeak, 0);
			assertEquals(n, Arrays.stream(labels).max().getAsInt());
			final int[] peak = new int[n + 1];
			for (int i = 0; i < level.length; i++) {
				assertEquals(level[i] == 0, labels[i] == 0, "pixel " + i);
				peak[labels[i]] = Math.max(peak[labels[i]], level[i] & 0xff);
			}
			for (int i = 0; i < level.length; i++)
				for (final int j : neighbours(i, width, height))
					if (labels[i] != labels[j] && labels[i] > 0 && labels[j] > 0) {
						final int pass = Math.min(level[i] & 0xff, level[j] & 0xff);
						final int lesser = Math.min(peak[labels[i]], peak[labels[j]]);
						assertTrue(lesser - pass >= prominence && lesser >= lowestPeak,
							"basins of " + lesser + " meet at " + pass);
					}
			for (int a = 0; a < level.length; a++) {
				final int[] pass = passes(level, a, width, height);
				for (int b = 0; b < a; b++) {
					final int lesser = Math.min(level[a] & 0xff, level[b] & 0xff);
					if (lesser >= lowestPeak && lesser - pass[b] >= prominence)
						assertNotEquals(labels[a], labels[b], a + " and " + b);
				}
			}
		}
	}

	@Test
	void smallBasinsStayApartOnlyWhenLargeEnough() {
		final byte[] level = { (byte) 200, (byte) 190, 50, (byte) 220 };
		final int[] labels = new int[4];
		assertEquals(2, Basins.run(level, labels, 4, 20, 1, 1));
		final int[] joined = new int[4];
		assertEquals(1, Basins.run(level, joined, 4, 20, 1, 2));
	}

	/** Smooth hills with holes. */
	private static byte[] landscape(final Random random, final int width,
		final int height)
	{
		final byte[] level = new byte[width * height];
		final double[] phase = random.doubles(4, 0, 7).toArray();
		for (int i = 0; i < level.length; i++) {
			final double hill = Math.sin(i % width * 0.7 + phase[0]) + Math.sin(i /
				width * 0.9 + phase[1]) + Math.sin((i % width + i / width) * 1.3 +
					phase[2]);
			level[i] = (byte) Math.max(0, Math.min(254, (int) (110 + 50 * hill + 40 *
				random.nextDouble())));
			if (random.nextInt(12) == 0) level[i] = 0;
		}
		return level;
	}

	/**
	 * From one pixel to each: the highest level that a path over edges never
	 * falls below; 0 when there is none.
	 */
	private static int[] passes(final byte[] level, final int from,
		final int width, final int height)
	{
		final int[] pass = new int[level.length];
		pass[from] = level[from] & 0xff;
		final Deque<Integer> open = new ArrayDeque<>();
		open.add(from);
		while (!open.isEmpty()) {
			final int i = open.poll();
			for (final int j : neighbours(i, width, height)) {
				final int through = Math.min(pass[i], level[j] & 0xff);
				if (through <= pass[j]) continue;
				pass[j] = through;
				open.add(j);
			}
		}
		return pass;
	}

	private static int[] neighbours(final int i, final int width,
		final int height)
	{
		final int x = i % width;
		final int y = i / width;
		return Arrays.stream(new int[][] { { x - 1, y }, { x + 1, y }, { x, y - 1 },
			{ x, y + 1 } }).filter(p -> p[0] >= 0 && p[1] >= 0 && p[0] < width &&
				p[1] < height).mapToInt(p -> p[1] * width + p[0]).toArray();
	}
}
