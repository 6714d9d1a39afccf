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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unetlens.label.ObjectRule.Kind;

/** Objects that bands give, against those of the plane in one piece. */
class ObjectBandsTest {

	private static final int[][] SIZES = { { 37, 53 }, { 1, 29 }, { 31, 1 }, { 64,
		17 }, { 11, 90 } };
	private static final int[] ROWS = { 1, 2, 3, 7, 16 };

	@ParameterizedTest
	@EnumSource(Kind.class)
	void bandsGiveTheObjectsOfOnePiece(final Kind kind) {
		final Random random = new Random(kind.ordinal());
		int most = 0;
		for (final int[] size : SIZES)
			for (final byte[] heights : landscapes(random, size[0], size[1])) {
				if (kind == Kind.FOREGROUND) flatten(heights);
				for (final ObjectRule rule : rules(kind)) {
					final int[] expected = OnePiece.labels(heights, size[0], rule);
					most = Math.max(most, Arrays.stream(expected).max().getAsInt());
					for (final int rows : ROWS)
						compare(expected, heights, size[0], size[1], rule, rows, random);
				}
			}
		assertTrue(most > 30, "too few objects to tell: " + most);
	}

	private static void compare(final int[] expected, final byte[] heights,
		final int width, final int height, final ObjectRule rule, final int rows,
		final Random random)
	{
		final int[] found = new int[heights.length];
		final int[] given = new int[heights.length];
		final ObjectBands bands = new ObjectBands(width, height, rule,
			new LabelArray(found), Long.MAX_VALUE, rows);
		for (int y = 0; y < height;) {
			final int n = Math.min(height - y, 1 + random.nextInt(3 * rows));
			bands.add(n, (from, count, to) -> System.arraycopy(heights, from * width,
				to, 0, count * width));
			y += n;
		}
		final int n = bands.count();
		bands.finish((y, count, labels) -> System.arraycopy(labels, 0, given, y *
			width, count * width));
		final String what = width + " x " + height + ", " + rows + " rows, " + rule;
		assertArrayEquals(expected, found, what);
		assertArrayEquals(expected, given, what);
		assertEquals(Arrays.stream(expected).max().getAsInt(), n, what);
	}

	private static List<ObjectRule> rules(final Kind kind) {
		final ObjectRule rule = ObjectRule.of(kind).withProminence(0.1);
		return List.of(rule.withMinSize(0).withFillHoles(false), rule.withMinSize(
			4), rule.withMinSize(9).withExcludeBorder(true), rule.withProminence(0.3)
				.withFillHoles(false).withExcludeBorder(true), rule.withProminence(1)
					.withMinSize(1));
	}

	/**
	 * Hills, noise from thin to dense, and what goes on through all bands: a
	 * comb, a comb upside down (U-shapes), rings in rings, a spiral, a
	 * checkerboard.
	 */
	private static List<byte[]> landscapes(final Random random, final int width,
		final int height)
	{
		final List<byte[]> all = new ArrayList<>();
		for (final double density : new double[] { 0.3, 0.6, 0.75, 0.95 })
			all.add(picture(width, height, (x, y) -> random.nextDouble() < density
				? 1 + random.nextInt(255) : 0));
		final double phase = 7 * random.nextDouble();
		all.add(picture(width, height, (x, y) -> (int) (90 + 60 * Math.sin(0.9 * x +
			phase) + 60 * Math.sin(0.5 * y) + 60 * random.nextDouble())));
		all.add(picture(width, height, (x, y) -> (int) (40 + 90 * Math.sin(0.4 * x +
			phase) * Math.sin(0.3 * y) + 80 * random.nextDouble())));
		all.add(picture(width, height, (x, y) -> y == 0 || x % 3 == 0 ? 30 + (x *
			7 + y * 13) % 225 : 0));
		all.add(picture(width, height, (x, y) -> y == height - 1 || x % 3 == 1
			? 30 + (x * 5 + y * 11) % 225 : 0));
		all.add(picture(width, height, (x, y) -> Math.min(Math.min(x, width - 1 -
			x), Math.min(y, height - 1 - y)) % 3 == 1 ? 200 + random.nextInt(55)
				: 0));
		all.add(picture(width, height, (x, y) -> {
			final double dx = x - width / 2., dy = y - height / 2.;
			final double turn = Math.hypot(dx, dy) - 7 * Math.atan2(dy, dx) /
				Math.PI / 2;
			return Math.floorMod((int) Math.floor(turn), 7) < 4 ? 100 + random
				.nextInt(155) : 0;
		}));
		all.add(picture(width, height, (x, y) -> (x + y) % 2 * 255));
		all.add(picture(width, height, (x, y) -> 0));
		all.add(picture(width, height, (x, y) -> 255 - (x * y) % 7));
		return all;
	}

	private interface Height {

		int at(int x, int y);
	}

	private static byte[] picture(final int width, final int height,
		final Height at)
	{
		final byte[] heights = new byte[width * height];
		for (int i = 0; i < heights.length; i++)
			heights[i] = (byte) Math.max(0, Math.min(255, at.at(i % width, i /
				width)));
		return heights;
	}

	private static void flatten(final byte[] heights) {
		for (int i = 0; i < heights.length; i++)
			heights[i] = (byte) (heights[i] == 0 ? 0 : 1);
	}

	@Test
	void threadsDoNotMatter() {
		final Random random = new Random(2);
		final byte[] heights = picture(53, 97, (x, y) -> (int) (60 + 90 * Math.sin(
			0.4 * x) * Math.sin(0.3 * y) + 80 * random.nextDouble()));
		final ObjectRule rule = ObjectRule.of(Kind.INTERIOR_BORDER);
		final int[] expected = OnePiece.labels(heights, 53, rule);
		for (final int threads : new int[] { 1, 2, 5 })
			Parallelization.runWithNumThreads(threads, () -> compare(expected,
				heights, 53, 97, rule, 4, random));
	}

	@Test
	void areasBeyondTheMemoryAreRefused() {
		final ObjectRule rule = ObjectRule.of(Kind.INTERIOR_BORDER);
		final ObjectBands bands = new ObjectBands(300, 4000, rule, new LabelArray(
			new int[1_200_000]), 1 << 20, 100);
		final IllegalArgumentException e = assertThrows(
			IllegalArgumentException.class, () -> bands.add(4000, (y, n,
				heights) -> Arrays.fill(heights, (byte) 100)));
		assertTrue(e.getMessage().contains("1 MB that are allowed"), e
			.getMessage());
		// NB: The same area is one object when nothing has to be parted.
		final ObjectBands whole = new ObjectBands(300, 4000, ObjectRule.of(
			Kind.FOREGROUND), new LabelArray(new int[1_200_000]), 1 << 20, 100);
		whole.add(4000, (y, n, heights) -> Arrays.fill(heights, (byte) 1));
		assertEquals(1, whole.count());
	}
}
