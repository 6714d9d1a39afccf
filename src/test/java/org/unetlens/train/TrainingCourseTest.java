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

package org.unetlens.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.train.TrainingCurve.Point;

class TrainingCourseTest {

	private static TrainingCurve curve(final int from, final int to,
		final double value)
	{
		return new TrainingCurve(IntStream.rangeClosed(from, to).mapToObj(
			i -> new Point(i, value)).toList());
	}

	private static ModelBundle model(final ModelCard card) {
		return new ModelBundle(card, null, null, null, null, List.of(), null);
	}

	private static ModelCard card(final Map<String, String> training) {
		return new ModelCard("m", "", "", List.of(), List.of(), "CC0-1.0", List
			.of(), List.of(), Map.of(), training);
	}

	@Test
	void aModelKeepsIt() {
		final TrainingCourse course = new TrainingCourse(new TrainingCurve(List.of(
			new Point(1, 0.123456), new Point(2, 1e-7))), new TrainingCurve(List.of(
				new Point(100000, 0.5))), 100000);
		final ModelCard card = course.in(card(Map.of("steps done", "2")));
		assertEquals("2", card.training().get("steps done"));
		final TrainingCourse read = TrainingCourse.of(model(card)).orElseThrow();
		assertEquals(List.of(new Point(1, 0.1235), new Point(2, 1e-7)), read.loss()
			.points());
		assertEquals(course.score(), read.score());
		assertEquals(100000, read.bestStep());
		assertEquals(Optional.empty(), TrainingCourse.of(model(card(Map.of()))));
	}

	@Test
	void damageIsTold() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> TrainingCourse.of(model(card(Map.of(TrainingCourse.KEY,
				"{\"loss\": 3}"))))).getMessage();
		assertTrue(message.contains("in the model m"), message);
	}

	@Test
	void aLaterRunFollowsAnEarlierOne() {
		assertEquals(List.of(new Point(1, 2), new Point(2, 2), new Point(3, 5)),
			curve(2, 3, 5).after(curve(1, 2, 2)).points());
		final TrainingCurve longer = curve(300, 700, 5).after(curve(1, 350, 2));
		assertTrue(longer.points().size() <= TrainingCurve.MOST, "" + longer
			.points().size());
		assertEquals(2, longer.points().get(0).value());
		assertEquals(700, longer.points().get(longer.points().size() - 1).step());
		assertEquals(5, longer.points().get(longer.points().size() - 1).value());
	}
}
