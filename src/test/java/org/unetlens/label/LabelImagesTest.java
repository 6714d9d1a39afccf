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

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.label.ObjectRule.Kind;

/**
 * Objects from probabilities: worked by hand, and against a plain watershed.
 */
class LabelImagesTest {

	private static final ObjectRule BARE = ObjectRule.of(Kind.FOREGROUND)
		.withMinSize(0).withFillHoles(false);
	private static final ObjectRule SEEDED = new ObjectRule(Kind.INTERIOR_BORDER,
		0.5, 0.5, 0.15, 0, false, false);

	@Test
	void foregroundAreasAtTheThreshold() {
		// NB: Background 0.5 gives foreground 0.5, which reaches the threshold.
		final String[] background = { "a5a0", "a6a0", "00aa" };
		assertObjects(foreground(background), BARE, ".1.2", "...2", "33..");
		assertObjects(foreground(background), BARE.withThreshold(0.3), ".1.2",
			".1.2", "11..");
		assertObjects(foreground(background), BARE.withThreshold(0.9), "...1",
			"...1", "22..");
	}

	@Test
	void smallObjectsGo() {
		final String[] background = { "00a0", "00aa", "aa00" };
		assertObjects(foreground(background), BARE.withMinSize(2), "11..", "11..",
			"..22");
		assertObjects(foreground(background), BARE.withMinSize(3), "11..", "11..",
			"....");
		assertObjects(foreground(background), BARE.withMinSize(5), "....", "....",
			"....");
	}

	@Test
	void holesInsideOneObjectAreFilled() {
		final String[] background = { "00000a", "0aa00a", "00a0aa", "00000a" };
		assertObjects(foreground(background), BARE, "11111.", "1..11.", "11.1..",
			"11111.");
		assertObjects(foreground(background), BARE.withFillHoles(true), "11111.",
			"11111.", "1111..", "11111.");
	}

	@Test
	void backgroundBetweenTwoObjectsIsNoHole() {
		final String[] background = { "00000", "0aaa0", "0a0a0", "0aaa0", "00000" };
		assertObjects(foreground(background), BARE.withFillHoles(true), "11111",
			"1...1", "1.2.1", "1...1", "11111");
		// NB: The inner object goes first, then all is one hole.
		assertObjects(foreground(background), BARE.withFillHoles(true).withMinSize(
			2), "11111", "11111", "11111", "11111", "11111");
	}

	@Test
	void holeAtTheImageBorderStaysOpen() {
		final String[] background = { "000", "0a0", "0a0" };
		assertObjects(foreground(background), BARE.withFillHoles(true), "111",
			"1.1", "1.1");
	}

	@Test
	void holeThatLeaksThroughACornerIsNone() {
		final String[] background = { "0000a", "0aa0a", "0000a", "aaaaa" };
		assertObjects(foreground(background), BARE.withFillHoles(true), "1111.",
			"1111.", "1111.", ".....");
		final String[] leaking = { "000aa", "0aa0a", "0000a", "aaaaa" };
		assertObjects(foreground(leaking), BARE.withFillHoles(true), "111..",
			"1..1.", "1111.", ".....");
	}

	@Test
	void objectsAtTheImageBorderGo() {
		final String[] background = { "aaaaa0", "a00aaa", "a00a0a", "aaaaaa",
			"aaaaaa", "aaa0aa" };
		assertObjects(foreground(background), BARE.withExcludeBorder(true),
			"......", ".11...", ".11.2.", "......", "......", "......");
	}

	@Test
	void labelsFollowTheRasterOrderOfTheFirstPixel() {
		final String[] background = { "aaa0", "0aa0", "0aaa" };
		assertObjects(foreground(background), BARE, "...1", "2..1", "2...");
	}

	@Test
	void furtherClassesCountAsForeground() {
		final String[][] classes = { { "00a" }, { "a0." }, { ".a." } };
		assertObjects(Pictures.tenths(classes), BARE, "11.");
	}

	@Test
	void membranesEncloseRegions() {
		final String[] membrane = { "0a000", "0a000", "aaa94", "000a0", "000a0" };
		final Img<FloatType> p = Pictures.tenths(membrane, membrane);
		final ObjectRule rule = new ObjectRule(Kind.ENCLOSED, 0.5, 0.5, 0.15, 0,
			false, false);
		assertObjects(p, rule, "1.222", "1.222", "....2", "333.2", "333.2");
		assertObjects(p, rule.withThreshold(0.4), "1.222", "1.222", ".....",
			"333.4", "333.4");
	}

	@Test
	void touchingObjectsPartAtTheLowestInterior() {
		final String[] background = { "aaaaaaaaa", "a0000000a", "aaaaaaaaa" };
		final String[] interior = { ".........", ".9842369.", "........." };
		assertObjects(Pictures.tenths(background, interior, background), SEEDED,
			".........", ".1111222.", ".........");
	}

	@Test
	void floodFollowsTheLandscapeNotTheDistance() {
		// NB: The valley lies next to one peak; the other floods all the plain.
		final String[] background = { "00000000" };
		final String[] interior = { "94444419" };
		assertObjects(Pictures.tenths(background, interior, background), SEEDED,
			"11111112");
		final String[] pass = { "91444449" };
		assertObjects(Pictures.tenths(background, pass, background), SEEDED,
			"11222222");
	}

	@Test
	void foregroundWithoutSeedIsAnObjectOfItsOwn() {
		final String[] background = { "000a00", "000a00", "aaaaaa", "0aaaaa" };
		final String[] interior = { "990.33", "000.33", "......", "3....." };
		final Img<FloatType> p = Pictures.tenths(background, interior, background);
		assertObjects(p, SEEDED, "111.22", "111.22", "......", "3.....");
		assertObjects(p, SEEDED.withMinSize(2), "111.22", "111.22", "......",
			"......");
		assertObjects(p, SEEDED.withSeedThreshold(0.3), "111.22", "111.22",
			"......", "3.....");
	}

	@Test
	void seedsOutsideTheForegroundAreNone() {
		final String[] background = { "66000" };
		final String[] interior = { "99009" };
		assertObjects(Pictures.tenths(background, interior, background), SEEDED,
			"..111");
	}

	@Test
	void missingClassesAreRefused() {
		final Img<FloatType> one = Pictures.tenths(new String[][] { { "0" } });
		final IllegalArgumentException e = assertThrows(
			IllegalArgumentException.class, () -> LabelImages.from(one, SEEDED));
		assertTrue(e.getMessage().contains("1 x 1 x 1"), e.getMessage());
		assertThrows(IllegalArgumentException.class, () -> LabelImages.from(Views
			.hyperSlice(one, 2, 0), BARE));
	}

	/**
	 * A membrane with a weak place, p(membrane) 0.4: a low threshold for regions
	 * needs certain seeds to part them.
	 */
	@Test
	void weakMembranesPartRegionsByTheirSeeds() {
		final String[] inside = { "99139", "99699", "99199" };
		final String[] membrane = { "00870", "00400", "00800" };
		final ObjectRule rule = new ObjectRule(Kind.ENCLOSED, 0.5, 0.5, 0.15, 0,
			false, false);
		assertObjects(Pictures.tenths(inside, membrane), rule, "11..1", "11111",
			"11.11");
		assertObjects(Pictures.tenths(inside, membrane), rule.withSeedThreshold(
			0.8), "11..2", "11122", "11.22");
	}

	@Test
	void lowPassesPartAndShallowOnesDoNot() {
		final String[] background = { "000000000" };
		final String[] interior = { "979696966" };
		final Img<FloatType> p = Pictures.tenths(background, interior, background);
		assertObjects(p, SEEDED.withProminence(0.35), "111111111");
		assertObjects(p, SEEDED.withProminence(0.25), "111122333");
		assertObjects(p, SEEDED.withProminence(0.15), "112233444");
		// NB: A peak must be high enough, too.
		assertObjects(p, SEEDED.withProminence(0.15).withSeedThreshold(0.95),
			"111111111");
	}

	@Test
	void kindOfImageAndThreadsDoNotMatter() {
		// NB: High enough for several bands of rows.
		final Img<FloatType> p = Pictures.randomProbabilities(new Random(5), 311,
			457, 3);
		final ObjectRule rule = ObjectRule.of(Kind.INTERIOR_BORDER)
			.withSeedThreshold(0.4);
		final int[] expected = LabelPlane.of(LabelImages.from(p, rule)).pixels();
		assertTrue(Arrays.stream(expected).max().getAsInt() > 100);
		final Img<FloatType> planar = new PlanarImgFactory<>(new FloatType())
			.create(311, 457, 3);
		ImgUtil.copy(p, planar);
		assertArrayEquals(expected, LabelPlane.of(LabelImages.from(planar, rule))
			.pixels());
		final RandomAccessibleInterval<FloatType> turned = Views.permute(Views
			.permute(p, 0, 1), 0, 1);
		assertArrayEquals(expected, LabelPlane.of(LabelImages.from(Views.translate(
			turned, 7, -3, 0), rule)).pixels());
		assertArrayEquals(expected, Parallelization.runSingleThreaded(
			() -> LabelPlane.of(LabelImages.from(p, rule)).pixels()));
	}

	@Test
	void objectsGrowUntilTheyMeet() {
		assertArrayEquals(new String[] { "11122", "11222", "33222" }, Pictures.show(
			LabelImages.grown(Pictures.labels("1...2", "....2", "3.2.2"))));
		assertArrayEquals(new String[] { "..." }, Pictures.show(LabelImages.grown(
			Pictures.labels("..."))));
	}

	@Test
	void grownPixelsAreNoFartherThanAnyOtherObject() {
		final Random random = new Random(8);
		final Img<IntType> labels = Pictures.randomLabels(random, 37, 23, 3);
		final int[] before = LabelPlane.of(labels).pixels();
		final int[] after = LabelPlane.of(LabelImages.grown(labels)).pixels();
		for (int i = 0; i < before.length; i++) {
			int nearest = 1000, own = 1000;
			for (int j = 0; j < before.length; j++) {
				if (before[j] == 0) continue;
				final int steps = Math.abs(i % 37 - j % 37) + Math.abs(i / 37 - j / 37);
				nearest = Math.min(nearest, steps);
				if (before[j] == after[i]) own = Math.min(own, steps);
			}
			assertEquals(nearest, own, "at (" + i % 37 + ", " + i / 37 + ")");
		}
	}

	@Test
	void impossibleRulesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> BARE.withThreshold(1.1));
		assertThrows(IllegalArgumentException.class, () -> BARE.withSeedThreshold(
			Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> BARE.withMinSize(-1));
		assertThrows(IllegalArgumentException.class, () -> LabelImages.from(
			ArrayImgs.floats(0, 3, 3), BARE));
	}

	@Test
	void resultStartsAtTheOrigin() {
		final Img<IntType> labels = LabelImages.from(foreground("0"), BARE);
		assertEquals(0, labels.min(0));
		assertEquals(2, labels.numDimensions());
	}

	private static Img<FloatType> foreground(final String... background) {
		final String[] none = new String[background.length];
		Arrays.fill(none, ".".repeat(background[0].length()));
		return Pictures.tenths(background, none);
	}

	private static void assertObjects(final Img<FloatType> probabilities,
		final ObjectRule rule, final String... expected)
	{
		assertArrayEquals(expected, Pictures.show(LabelImages.from(probabilities,
			rule)));
	}

	private static void flood(final int[] labels, final int[] level,
		final int[] seed, final int width)
	{
		// NB: Entries are {pixel, height, order}.
		final PriorityQueue<int[]> queue = new PriorityQueue<>(Comparator
			.<int[]> comparingInt(e -> -e[1]).thenComparingInt(e -> e[2]));
		int order = 0;
		for (int i = 0; i < labels.length; i++)
			if (seed[i] > 0) order = spread(queue, i, 999, order, labels, level,
				width);
		while (!queue.isEmpty()) {
			final int[] e = queue.poll();
			order = spread(queue, e[0], e[1], order, labels, level, width);
		}
	}

	private static int spread(final PriorityQueue<int[]> queue, final int i,
		final int height, final int start, final int[] labels, final int[] level,
		final int width)
	{
		int order = start;
		final int[][] steps = { { 0, -1 }, { -1, 0 }, { 1, 0 }, { 0, 1 } };
		for (final int[] step : steps) {
			final int x = i % width + step[0], y = i / width + step[1];
			if (x < 0 || x >= width || y < 0 || y * width >= labels.length) continue;
			final int j = y * width + x;
			if (level[j] == 0 || labels[j] != 0) continue;
			labels[j] = labels[i];
			queue.add(new int[] { j, Math.min(height, level[j]), order++ });
		}
		return order;
	}

	private static int[] inRasterOrder(final int[] labels) {
		final int[] number = new int[3 * labels.length + 1];
		int n = 0;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0) continue;
			if (number[labels[i]] == 0) number[labels[i]] = ++n;
			labels[i] = number[labels[i]];
		}
		return labels;
	}
}
