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

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;

/** Pixel and object scores worked out by hand. */
class ObjectScoresTest {

	private static final double EPS = 1e-12;

	private static final Img<IntType> TRUTH = Pictures.labels("1111..22",
		"1111..22", "....3...");
	private static final Img<IntType> PREDICTED = Pictures.labels("1111..44",
		"11.....4", "5.......");

	/** Of 8 of 10; Wilson's interval from the literature. */
	@Test
	void intervalOverObjects() {
		final Bootstrap.Interval i = new ObjectMatches(0.5, 8, 1, 1).apInterval();
		assertEquals(0.4902, i.low(), 1e-4);
		assertEquals(0.9433, i.high(), 1e-4);
		final Bootstrap.Interval all = new ObjectMatches(0.5, 5, 0, 0).apInterval();
		assertEquals(0.5655, all.low(), 1e-4);
		assertEquals(1, all.high());
		assertEquals(Double.NaN, ObjectMatches.none(0.5).apInterval().low());
	}

	@Test
	void diceAndIouOfTheForeground() {
		final PixelCounts counts = PixelCounts.of(TRUTH, PREDICTED);
		assertEquals(new PixelCounts(9, 1, 4, 10), counts);
		assertEquals(18 / 23., counts.dice(), EPS);
		assertEquals(9 / 14., counts.iou(), EPS);
		assertEquals(counts, PixelCounts.NONE.plus(counts));
		assertEquals(36 / 46., counts.plus(counts).dice(), EPS);
	}

	@Test
	void oneClassAgainstTheRest() {
		final PixelCounts counts = PixelCounts.ofClass(Pictures.labels("0122"),
			Pictures.labels("0212"), 2);
		assertEquals(new PixelCounts(1, 1, 1, 1), counts);
		assertEquals(0.5, counts.dice(), EPS);
		assertEquals(new PixelCounts(1, 0, 0, 3), PixelCounts.ofClass(Pictures
			.labels("0122"), Pictures.labels("0212"), 0));
	}

	@Test
	void emptyImagesAgree() {
		final Img<IntType> empty = Pictures.labels("...");
		assertEquals(1, PixelCounts.of(empty, empty).dice());
		assertEquals(1, PixelCounts.of(empty, empty).iou());
		assertEquals(1, ObjectMatches.of(empty, empty, 0.5).ap());
		assertEquals(0, ObjectMatches.of(empty, Pictures.labels("1.."), 0.5).ap());
		assertEquals(0, ObjectMatches.of(Pictures.labels("1.."), empty, 0.5).ap());
	}

	@Test
	void objectsMatchAboveTheThreshold() {
		// NB: IoU 6 / 8 and 3 / 4; object 3 is missed, object 5 invented.
		final ObjectMatches half = ObjectMatches.of(TRUTH, PREDICTED, 0.5);
		assertEquals(new ObjectMatches(0.5, 2, 1, 1), half);
		assertEquals(2 / 4., half.ap(), EPS);
		assertEquals(2 / 3., half.precision(), EPS);
		assertEquals(2 / 3., half.recall(), EPS);
		assertEquals(2 / 3., half.f1(), EPS);
		assertEquals(new ObjectMatches(0.75, 0, 3, 3), ObjectMatches.of(TRUTH,
			PREDICTED, 0.75));
	}

	@Test
	void halfIsNotEnough() {
		assertEquals(0, ObjectMatches.of(Pictures.labels("11"), Pictures.labels(
			"1."), 0.5).found());
		assertEquals(1, ObjectMatches.of(Pictures.labels("111"), Pictures.labels(
			"11."), 0.5).found());
	}

	@Test
	void countsOfImagesArePooled() {
		final ObjectMatches sum = ObjectMatches.none(0.5).plus(new ObjectMatches(
			0.5, 3, 1, 0)).plus(new ObjectMatches(0.5, 1, 0, 5));
		assertEquals(4 / 10., sum.ap(), EPS);
		assertThrows(IllegalArgumentException.class, () -> sum.plus(ObjectMatches
			.none(0.7)));
	}

	@Test
	void thresholdsBelowHalfAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> ObjectMatches.of(TRUTH,
			PREDICTED, 0.4));
		assertThrows(IllegalArgumentException.class, () -> ObjectMatches.none(1));
	}

	@Test
	void errorsAreTold() {
		final Img<IntType> truth = Pictures.labels("1111.22.33.4..55");
		final Img<IntType> found = Pictures.labels("1122.33333..6.7.");
		// NB: 1 is split, 2 and 3 are merged (as 3), 4 is missed, 6 invented; half
		// of 5 is covered, which is enough.
		assertEquals(new ObjectErrors(1, 1, 1, 1), ObjectErrors.of(OverlapTable.of(
			truth, found)));
		assertEquals(new ObjectErrors(1, 1, 1, 1), ObjectErrors.of(OverlapTable.of(
			found, truth)));
		assertEquals(ObjectErrors.NONE, ObjectErrors.of(OverlapTable.of(truth,
			truth)));
		assertEquals(new ObjectErrors(5, 7, 9, 11), new ObjectErrors(4, 5, 6, 7)
			.plus(new ObjectErrors(1, 2, 3, 4)));
	}
}
