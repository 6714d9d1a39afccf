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

package org.unetlens.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class TargetRuleTest {

	private static Sample sample(final int width, final int... labels) {
		final int height = labels.length / width;
		return Sample.of("test", ArrayImgs.floats(width, height, 1), ArrayImgs.ints(
			labels, width, height));
	}

	/** Digits are labels, '-' is not annotated. */
	private static Sample drawn(final String... rows) {
		final int[] labels = String.join("", rows).chars().map(c -> c == '-' ? -1
			: c - '0').toArray();
		return sample(rows[0].length(), labels);
	}

	private static void assertClasses(final Targets targets,
		final String... rows)
	{
		final StringBuilder found = new StringBuilder();
		for (final byte c : targets.classes())
			found.append(c < 0 ? "-" : "" + c);
		assertEquals(String.join("", rows), found.toString());
	}

	private static TargetRule rule() {
		return TargetRule.interiorBorder().withBorderWeight(BorderWeight.NONE);
	}

	@Test
	void rimIsInsideTheObjectAndTheImageEdgeMakesNone() {
		final Sample s = drawn( //
			"1111111100", //
			"1111111100", //
			"1111111100", //
			"1111111100", //
			"1111111100", //
			"0000000000");
		assertClasses(rule().apply(s), //
			"1111112200", //
			"1111112200", //
			"1111112200", //
			"2222222200", //
			"2222222200", //
			"0000000000");
		assertClasses(rule().withBorderWidth(1).apply(s), //
			"1111111200", //
			"1111111200", //
			"1111111200", //
			"1111111200", //
			"2222222200", //
			"0000000000");
	}

	@Test
	void touchingObjectsAreSeparatedByTheirRims() {
		assertClasses(rule().apply(drawn( //
			"111111222222", //
			"111111222222", //
			"111111222222")), //
			"111122221111", //
			"111122221111", //
			"111122221111");
	}

	@Test
	void tinyObjectsKeepTheirMiddle() {
		assertClasses(rule().apply(drawn( //
			"000000000", //
			"010002220", //
			"000002220", //
			"000002220", //
			"033000000", //
			"000000000")), //
			"000000000", //
			"010002220", //
			"000002120", //
			"000002220", //
			"011000000", //
			"000000000");
	}

	@Test
	void gapsOfOnePixelAreBorder() {
		final Sample s = drawn( //
			"11101110", //
			"11101110", //
			"11102220", //
			"11102220", //
			"00002220", //
			"11000000");
		final byte[] classes = rule().apply(s).classes();
		assertEquals(0, classes[3], "between parts of one object");
		assertEquals(2, classes[16 + 3]);
		assertEquals(2, classes[24 + 3]);
		assertEquals(0, classes[24 + 7]);
		assertEquals(0, rule().withGapWidth(0).apply(s).classes()[24 + 3]);
	}

	@Test
	void eachObjectHasOneInterior() {
		final int[] labels = new int[40 * 30];
		for (int y = 0; y < 30; y++)
			for (int x = 0; x < 40; x++)
				if (Math.hypot(x - 9, y - 14) < 8 || Math.hypot(x - 29, y - 14) < 8 ||
					y > 12 && y < 16 && x > 9 && x < 29) labels[y * 40 + x] = 5;
		final byte[] classes = rule().apply(sample(40, labels)).classes();
		final PixelGroups interior = PixelGroups.of(classes.length,
			i -> classes[i] == 1 ? 1 : 0);
		final boolean[] reached = flood(classes, 40, interior.pixels[0]);
		for (final int i : interior.pixels)
			assertTrue(reached[i], "interior at " + i % 40 + ", " + i / 40);
		assertEquals(2, classes[14 * 40 + 2], "the rim is still there");
	}

	private static boolean[] flood(final byte[] classes, final int width,
		final int seed)
	{
		final boolean[] reached = new boolean[classes.length];
		reached[seed] = true;
		for (int round = 0; round < classes.length; round++)
			for (int i = width; i < classes.length - width; i++)
				reached[i] |= classes[i] == 1 && (reached[i - 1] || reached[i + 1] ||
					reached[i - width] || reached[i + width]);
		return reached;
	}

	@Test
	void ignoredPixelsHaveNoClassNoWeightAndMakeNoRim() {
		final Targets targets = TargetRule.interiorBorder().apply(drawn( //
			"1111--", //
			"1111--", //
			"1111--"));
		assertClasses(targets, "1111--", "1111--", "1111--");
		assertEquals(0, targets.weights()[4]);
		assertEquals(1, targets.weights()[3]);
		assertArrayEquals(new float[] { 1, 1, 1, 0 }, TargetRule.interiorBorder()
			.apply(drawn("100-")).weights(), "not an object next to another");
		assertClasses(TargetRule.semantic(0, 1).apply(drawn("01-")), "01-");
		assertClasses(TargetRule.membrane(0).apply(drawn("01-")), "10-");
	}

	@Test
	void weightsFollowTheFormulas() {
		final int width = 23, height = 17;
		final int[] labels = new int[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				labels[y * width + x] = x < 5 ? 1 : x > 6 && x < 12 && y < 11 ? 2
					: x > 17 && y > 12 ? 3 : 0;
		for (final BorderWeight kind : BorderWeight.values())
			checkWeights(kind, labels, width);
	}

	private static void checkWeights(final BorderWeight kind, final int[] labels,
		final int width)
	{
		final float[] classWeights = { 1, 1.5f, 2 };
		final Targets targets = TargetRule.interiorBorder().withBorderWeight(kind)
			.withClassWeights(classWeights).apply(sample(width, labels));
		for (int i = 0; i < labels.length; i++) {
			final byte c = targets.classes()[i];
			final double[] d = new double[4];
			for (int object = 1; object <= 3; object++)
				d[object] = distance(labels, width, i, object);
			d[0] = Double.POSITIVE_INFINITY;
			java.util.Arrays.sort(d);
			final double expected = c == 1 ? 1.5 : formula(kind, classWeights[c],
				d[0], d[0] + d[1]);
			assertEquals(expected, targets.weights()[i], 1e-5 * expected, kind +
				" at " + i % width + ", " + i / width);
		}
	}

	private static double formula(final BorderWeight kind, final double w,
		final double d1, final double sum)
	{
		switch (kind) {
			case PAPER_2015:
				return w + 10 * Math.exp(-sum * sum / 50);
			case PLUGIN_2019:
				return w * (0.1 + 0.9 * Math.exp(-d1 * d1 / 200) + 50 * Math.exp(-sum *
					sum / 72));
			default:
				return w;
		}
	}

	private static double distance(final int[] labels, final int width,
		final int pixel, final int object)
	{
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == object) least = Math.min(least, Math.hypot(i % width -
				pixel % width, i / width - pixel / width));
		return least;
	}

	@Test
	void semanticTakesValuesInTheirOrder() {
		final Targets targets = TargetRule.semantic(255, 0, 127).withClassWeights(3,
			2, 1).apply(sample(3, 0, 127, 255));
		assertArrayEquals(new byte[] { 1, 2, 0 }, targets.classes());
		assertArrayEquals(new float[] { 2, 1, 3 }, targets.weights());
		final String message = assertThrows(IllegalArgumentException.class,
			() -> TargetRule.semantic(0, 255).apply(sample(2, 0, 7))).getMessage();
		assertTrue(message.contains("7") && message.contains("test"), message);
	}

	@Test
	void membraneIsAValueOrLiesWhereRegionsMeet() {
		assertClasses(TargetRule.membrane(1).apply(drawn("0120")), "0100");
		assertClasses(TargetRule.membrane(0).apply(drawn( //
			"1102233", //
			"1102233")), "0010110", "0010110");
	}

	@Test
	void wrongConfigurationsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> TargetRule.membrane(0)
			.withBorderWeight(BorderWeight.PAPER_2015));
		assertThrows(IllegalArgumentException.class, () -> rule().withClassWeights(
			1, 2));
		assertThrows(IllegalArgumentException.class, () -> rule().withClassWeights(
			1, 0, 2));
		assertThrows(IllegalArgumentException.class, () -> TargetRule.semantic(1));
		assertThrows(IllegalArgumentException.class, () -> rule().apply(sample(1,
			-2)));
		assertEquals(rule(), rule().withBorderWidth(3).withBorderWidth(2));
	}
}
