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

import java.util.List;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;

/** Outlines by hand, and by filling them again. */
class OutlinesTest {

	@Test
	void onePixelIsASquare() {
		final Outline o = Outlines.of(Pictures.labels("...", ".1.", "...")).get(0);
		assertArrayEquals(new int[] { 1, 2, 2, 1 }, o.x());
		assertArrayEquals(new int[] { 1, 1, 2, 2 }, o.y());
	}

	@Test
	void stepsAndNotchesAreFollowed() {
		final Outline o = Outlines.of(Pictures.labels(".7..", "77.7", "7777")).get(
			0);
		assertEquals(7, o.label());
		assertArrayEquals(new int[] { 1, 2, 2, 3, 3, 4, 4, 0, 0, 1 }, o.x());
		assertArrayEquals(new int[] { 0, 0, 2, 2, 1, 1, 3, 3, 1, 1 }, o.y());
	}

	@Test
	void cornersDoNotConnect() {
		final List<Outline> both = Outlines.of(Pictures.labels("12", "21"));
		assertArrayEquals(new int[] { 0, 1, 1, 0 }, both.get(0).x());
		assertArrayEquals(new int[] { 1, 2, 2, 1 }, both.get(1).x());
		final Outline ring = Outlines.of(Pictures.labels("111", "1.1", "11.")).get(
			0);
		assertArrayEquals(new int[] { 0, 3, 3, 2, 2, 1, 1, 2, 2, 0 }, ring.x());
		assertArrayEquals(new int[] { 0, 0, 2, 2, 1, 1, 2, 2, 3, 3 }, ring.y());
	}

	@Test
	void labelsMayHaveGaps() {
		final List<Outline> all = Outlines.of(Pictures.labels("9..3", ".5.."));
		assertEquals(List.of(3, 5, 9), all.stream().map(Outline::label).toList());
		assertArrayEquals(new int[] { 3, 4, 4, 3 }, all.get(0).x());
	}

	@Test
	void perimeterCutsCornersOfSingleSteps() {
		final double cut = 2 - Math.sqrt(2);
		// NB: A square of one pixel: two of four corners are cut.
		assertEquals(4 - 2 * cut, perimeter("1", 1, 1), 1e-12);
		// NB: Long sides: every corner is cut once.
		assertEquals(12 - 4 * cut, perimeter3x3(1), 1e-12);
		assertEquals(24 - 4 * 2 * cut, perimeter3x3(2), 1e-12);
		final double wide = 1 + 3 - Math.hypot(1, 3);
		assertEquals(2 * 3 + 2 - 2 * wide, perimeter("1", 3, 1), 1e-12);
	}

	@Test
	void filledOutlinesGiveTheObjectsWithoutHoles() {
		final Random random = new Random(11);
		for (int round = 0; round < 20; round++) {
			final Img<IntType> objects = ConnectedAreas.of(Pictures.randomLabels(
				random, 23 + round, 37 - round, 4), Connectivity.FOUR);
			final int[] pixels = LabelPlane.of(objects).pixels();
			for (final Outline o : Outlines.of(objects))
				assertFilled(o, pixels, 23 + round);
		}
	}

	/** Holes: background within the outline that a flood from outside misses. */
	private static void assertFilled(final Outline o, final int[] pixels,
		final int width)
	{
		final int padded = width + 2;
		final int[] outside = new int[padded * (pixels.length / width + 2)];
		for (int i = 0; i < outside.length; i++) {
			final int x = i % padded - 1, y = i / padded - 1;
			final boolean in = x >= 0 && x < width && y >= 0 && y * width +
				x < pixels.length;
			outside[i] = in && pixels[y * width + x] == o.label() ? 0 : 1;
		}
		final int[] areas = ConnectedAreasTest.floodFill(outside, padded,
			Connectivity.EIGHT);
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % width, y = i / width;
			final boolean expected = areas[(y + 1) * padded + x + 1] != 1;
			assertEquals(expected, contains(o, x + 0.5, y + 0.5), "label " + o
				.label() + " at (" + x + ", " + y + ")");
		}
	}

	private static boolean contains(final Outline o, final double x,
		final double y)
	{
		boolean inside = false;
		for (int i = 0, j = o.x().length - 1; i < o.x().length; j = i++)
			if (o.y()[i] > y != o.y()[j] > y && x < o.x()[i]) inside = !inside;
		return inside;
	}

	private static double perimeter(final String row, final double width,
		final double height)
	{
		return Outlines.of(Pictures.labels(row)).get(0).perimeter(width, height);
	}

	private static double perimeter3x3(final double size) {
		return Outlines.of(Pictures.labels("111", "111", "111")).get(0).perimeter(
			size, size);
	}
}
