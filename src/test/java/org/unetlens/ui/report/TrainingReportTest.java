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

package org.unetlens.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.train.TrainingCourse;
import org.unetlens.train.TrainingCurve;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.doctor.Checkup;
import org.unetlens.train.doctor.Doctor;
import org.unetlens.train.doctor.DoctorImage;
import org.unetlens.train.review.ImageOutcome;
import org.unetlens.train.review.LearningCurve;
import org.unetlens.train.review.Reviewer;
import org.unetlens.train.review.TrainingReview;
import org.unetlens.ui.picture.OutcomePicture;

class TrainingReportTest {

	private static final Provenance MADE = new Provenance(
		"2026-01-02 03:04 +00:00", "1", "17", "1", "Linux");
	private static ModelBundle nuclei;
	private static List<Sample> fields;
	private static TrainingReview review;

	@BeforeAll
	static void look() {
		Engine.start();
		nuclei = Models.open("nuclei");
		fields = List.of(NucleiField.default2d().withSize(141, 133).withSeed(3)
			.generate().sample("first <&>"), NucleiField.default2d().withSize(97, 127)
				.withSeed(4).generate().sample("second"));
		final TrainingCourse course = new TrainingCourse(new TrainingCurve(List.of(
			new Point(1, 1.5), new Point(2, 0.7))), new TrainingCurve(List.of(
				new Point(1, 0.3), new Point(2, 0.5), new Point(3, 0.6))), 3);
		review = Reviewer.of(nuclei.withCard(course.in(nuclei.card())), TargetRule
			.interiorBorder()).review(fields, List.of(), Progress.NONE);
	}

	@Test
	void pageIsWellFormedAndShowsTheNumbers() {
		final ReportPage page = new ReportPage(TrainingReport.of(review, MADE)
			.html());
		for (final String id : List.of("short", "course", "images", "threshold",
			"next", "settings", "words"))
			page.byId(id);
		final List<List<String>> rows = ReportPage.cells(ReportPage.in(page.byId(
			"images"), "table").get(0));
		assertEquals(4, rows.size());
		assertEquals("first <&>", rows.get(0).get(0));
		assertEquals(Numbers.text(review.scores().images().get(1).values().get(3)),
			rows.get(1).get(4));
		assertEquals(Numbers.text(review.scores().all().values().get(0)), rows.get(
			2).get(1));
		assertTrue(rows.get(3).get(1).contains(" to "), rows.get(3).toString());
		final String summary = page.byId("short").getTextContent();
		assertTrue(summary.contains("On 2 validation images"), summary);
		assertTrue(summary.contains(
			"still rising at the last step (best at step 3)"), summary);
		final String next = page.byId("next").getTextContent();
		final var hint = review.next().hints().get(0);
		assertTrue(next.contains(hint.image() + ": x " + hint.x() + ", y " + hint
			.y()), next);
		assertTrue(page.all("img").stream().allMatch(i -> i.getAttribute("src")
			.startsWith("data:image/png;base64,")));
	}

	@Test
	void aModelWithoutCourseGetsAReportToo() {
		final TrainingReview plain = Reviewer.of(nuclei, TargetRule
			.interiorBorder()).review(fields.subList(1, 2), List.of(), Progress.NONE);
		final String html = TrainingReport.of(plain, MADE).html();
		assertFalse(html.contains("id=\"course\""));
		assertTrue(html.contains("one validation image only"));
	}

	@Test
	void learningCurveIsShownWithItsVerdict() {
		final LearningCurve curve = new LearningCurve("AP", List.of(
			new LearningCurve.Point(1, 1, 0.2, new Interval(0.1, 0.3)),
			new LearningCurve.Point(2, 1, 0.4, new Interval(Double.NaN,
				Double.NaN))));
		final ReportPage page = new ReportPage(TrainingReport.of(review
			.withLearning(curve), MADE).html());
		assertTrue(page.byId("learning").getTextContent().contains(curve
			.verdict()));
		assertTrue(page.byId("short").getTextContent().contains(curve.verdict()));
	}

	/** A right, an invented and a missed square, each in its colour. */
	@Test
	void outcomesHaveTheirColours() {
		final int[] truth = new int[40 * 30], predicted = new int[40 * 30];
		fill(truth, 2, 1);
		fill(predicted, 2, 5);
		fill(predicted, 15, 6);
		fill(truth, 28, 2);
		final Sample sample = Sample.of("squares", ArrayImgs.floats(40, 30, 1),
			ArrayImgs.ints(truth, 40, 30));
		final BufferedImage picture = OutcomePicture.of(new ImageOutcome(sample,
			ArrayImgs.ints(truth, 40, 30), ArrayImgs.ints(predicted, 40, 30), Set.of(
				1), Set.of(5)), 480);
		assertEquals(480, picture.getWidth());
		assertEquals(OutcomePicture.RIGHT, at(picture, 24, 110));
		assertEquals(OutcomePicture.INVENTED, at(picture, 180, 110));
		int missed = 0;
		for (int y = 74; y < 166; y++)
			if (at(picture, 336, y).equals(OutcomePicture.MISSED)) missed++;
		assertTrue(missed > 30 && missed < 75, "broken line of " + missed + " px");
	}

	private static void fill(final int[] labels, final int x, final int label) {
		for (int i = 0; i < 64; i++)
			labels[(6 + i / 8) * 40 + x + i % 8] = label;
	}

	private static Color at(final BufferedImage picture, final int x,
		final int y)
	{
		return new Color(picture.getRGB(x, y));
	}

	@Test
	void examinationIsWellFormed() {
		final int[] labels = fields.get(1).labelArray();
		Arrays.fill(labels, 0, 97, Sample.IGNORE);
		final Sample field = fields.get(1).withLabels(ArrayImgs.ints(labels, 97,
			127));
		final Checkup checkup = new Doctor(nuclei).examine(List.of(DoctorImage.of(
			field)), Progress.NONE);
		final ReportPage page = new ReportPage(DoctorReport.of(checkup, MADE)
			.html());
		assertEquals(8, ReportPage.in(page.byId("seen"), "img").size());
		assertTrue(page.byId("short").getTextContent().contains(checkup.verdict()));
		assertEquals(checkup.facts().size(), ReportPage.cells(ReportPage.in(page
			.byId("facts"), "table").get(0)).size());
		checkup.diagnoses().forEach(d -> assertTrue(page.byId("short")
			.getTextContent().contains(d.remedy())));
	}
}
