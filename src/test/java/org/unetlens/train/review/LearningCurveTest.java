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

package org.unetlens.train.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.train.review.LearningCurve.Point;

class LearningCurveTest {

	private static LearningCurve curve(final DoubleUnaryOperator score,
		final double half, final int... counts)
	{
		return new LearningCurve("AP", IntStream.of(counts).mapToObj(n -> new Point(
			n, 1, score.applyAsDouble(n), new Interval(score.applyAsDouble(n) - half,
				score.applyAsDouble(n) + half))).toList());
	}

	@Test
	void powerLawIsFound() {
		final PowerLaw law = curve(n -> 0.85 - 0.5 * Math.pow(n, -0.7), 0.03, 1, 2,
			4, 8, 16).fit().orElseThrow();
		assertEquals(0.85, law.best(), 0.005);
		assertEquals(0.5, law.loss(), 0.01);
		assertEquals(0.7, law.exponent(), 0.03);
		assertEquals(0.85 - 0.5 * Math.pow(32, -0.7), law.at(32), 0.002);
	}

	/** A straight line in the exponent would end above 1. */
	@Test
	void noScoreIsAboveOne() {
		final PowerLaw law = curve(n -> 1 - 0.9 * Math.pow(n, -0.3) + (n == 16
			? 0.03 : 0), 0.03, 1, 2, 4, 8, 16).fit().orElseThrow();
		assertTrue(law.best() <= 1, law.toString());
		assertTrue(law.at(1e6) <= 1, law.toString());
	}

	@Test
	void moreIsWorthItWhileTheCurveRises() {
		final String rising = curve(n -> 0.9 - 0.6 * Math.pow(n, -0.5), 0.02, 1, 2,
			4, 8).verdict();
		assertTrue(rising.contains("with 16 images") && rising.contains(
			"is worth it."), rising);
		final String unsure = curve(n -> 0.9 - 0.6 * Math.pow(n, -0.5), 0.2, 1, 2,
			4, 8).verdict();
		assertTrue(unsure.contains("cannot tell such a gain from chance"), unsure);
		final String flat = curve(n -> 0.8 - 0.4 * Math.pow(n, -1.5), 0.02, 1, 2, 4,
			8, 16).verdict();
		assertTrue(flat.contains("hardly worth the work"), flat);
	}

	@Test
	void itIsSaidWhatCannotBeSaid() {
		assertTrue(curve(n -> 0.5, 0.1, 4).verdict().contains(
			"nothing can be said"));
		final String three = curve(n -> 0.5 + 0.01 * n, 0.1, 1, 2, 4).verdict();
		assertTrue(three.contains("Four numbers of images or more are needed") &&
			three.contains("may be chance"), three);
		final LearningCurve jumping = curve(n -> n % 4 == 0 ? 0.4 : 0.6, 0.1, 1, 4,
			5, 8, 9);
		assertEquals(Optional.empty(), jumping.fit());
		assertTrue(jumping.verdict().contains("do not follow a power law"), jumping
			.verdict());
	}

	@Test
	void drawsAreAveraged() {
		final LearningCurve curve = new LearningCurve("AP", List.of(new Point(2, 2,
			0.6, new Interval(0.5, 0.7)), new Point(2, 1, 0.4, new Interval(0.2,
				0.6)), new Point(1, 1, 0.1, new Interval(0, 0.2))));
		assertEquals(List.of(1, 2), curve.counts());
		assertEquals(1, curve.points().get(1).draw());
		assertEquals(0.5, curve.mean(2), 1e-12);
		assertEquals(0.15, curve.halfWidth(2), 1e-12);
	}
}
