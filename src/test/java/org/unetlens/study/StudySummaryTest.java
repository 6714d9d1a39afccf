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

package org.unetlens.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.Output;

class StudySummaryTest {

	@Test
	void scoresArePooledOverImagesAndAveragedOverSeeds() {
		final List<ImageCounts> rows = List.of(row(1, "full", 3, 1, 0, 10), row(1,
			"twin none", 2, 2, 2, 12), row(2, "full", 1, 0, 1, 20), row(2,
				"twin none", 1, 1, 1, 22));
		final String text = new StudySummary(rows).markdown();
		assertTrue(text.startsWith("### set: 2 seeds, 1 test images\n"), text);
		// Dice 6/7 and 2/3 of the full model, 4/8 and 2/4 of the twin
		assertTrue(text.contains("| full model | 0.762 (0.667 to 0.857) |"), text);
		assertTrue(text.contains(
			"| twin without skips | 0.500; -0.262 (-0.357 to -0.167) |"), text);
		assertTrue(text.contains(" 15.0 (10.0 to 20.0) |"), text);
		assertTrue(text.contains(" 17.0; +2.0 (+2.0 to +2.0) |"), text);
	}

	@Test
	void aLineIsReadAsItWasWritten() {
		final ImageCounts row = row(3, "knock-out 1+2+3", 5, 6, 7, 1.25);
		assertEquals(row, ImageCounts.of(row.line()));
		final ImageCounts nothing = row(3, "knock-out none", 0, 0, 7,
			Double.POSITIVE_INFINITY);
		assertEquals(nothing, ImageCounts.of(nothing.line()));
		assertEquals(ImageCounts.HEADER.split(",").length, row.line().split(
			",").length);
	}

	@Test
	void countsAreThoseOfTheTwoLabelImages() {
		final List<Double> counts = ImageCounts.ofObjects(ArrayImgs.ints(TRUTH, 5,
			1), output());
		// pixels in both, only in one; objects at IoU above 0.5: one of one pixel
		// out of two is not
		assertEquals(List.of(3., 0., 1., 1., 1., 1.), counts.subList(0, 6));
		assertEquals(ImageCounts.NAMES.size(), counts.size());
	}

	@Test
	void membranesAreWhereTheyAreProbable() {
		final List<Double> counts = ImageCounts.ofMembranes(ArrayImgs.ints(TRUTH, 5,
			1), output());
		assertEquals(List.of(1., 1., 0.), counts.subList(0, 3));
		// pairs of pixels of the true regions: 2 x 2 pixels, of which the output
		// keeps 2 together and 1 + 1 apart
		assertEquals(6. / 7, counts.get(19), 1e-9);
	}

	private static final int[] TRUTH = { 1, 1, 0, 2, 2 };

	private static Output output() {
		return new Output(null, ArrayImgs.floats(new float[] { 0, 0.4f, 0.5f, 0.9f,
			0 }, 5, 1), ArrayImgs.ints(new int[] { 1, 1, 0, 0, 2 }, 5, 1));
	}

	private static ImageCounts row(final int seed, final String variant,
		final double both, final double onlyOutput, final double onlyTruth,
		final double hausdorff)
	{
		final List<Double> counts = new ArrayList<>(Collections.nCopies(
			ImageCounts.NAMES.size(), 1.0));
		counts.set(0, both);
		counts.set(1, onlyOutput);
		counts.set(2, onlyTruth);
		counts.set(18, hausdorff);
		return new ImageCounts("set", seed, variant, "image", counts);
	}
}
