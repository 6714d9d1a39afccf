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

import java.util.ArrayList;
import java.util.List;

import org.unetlens.train.TrainingSettings;
import org.unetlens.train.review.LearningCurve;
import org.unetlens.train.review.TrainingReview;

/**
 * The report on a training as a page: how it went, what the model makes of the
 * validation images, how its threshold matters, what to annotate next. Made on
 * any thread, without a display. Stateless.
 */
public final class TrainingReport {

	private TrainingReport() {}

	/** Takes about a second. */
	public static ReportFile of(final TrainingReview review) {
		return of(review, Provenance.now());
	}

	/** A learning curve alone. */
	public static ReportFile of(final LearningCurve curve,
		final TrainingSettings settings)
	{
		final Page page = new Page();
		new LearningSection(curve).write(page);
		page.section("settings", "Settings of each training", () -> page.html()
			.element("pre", settings.toJsonLines()));
		return ReportFile.of(page, "Learning curve",
			"How good a model becomes with how many annotated images.", Provenance
				.now());
	}

	static ReportFile of(final TrainingReview review,
		final Provenance provenance)
	{
		final Page page = new Page();
		sections(review, provenance).forEach(s -> s.write(page));
		final String name = review.model().card().name();
		return ReportFile.of(page, "Training of " + name, "What the model " + name +
			" has learned, how good it is on images that it was not trained on, and what to annotate next.",
			provenance);
	}

	private static List<Section> sections(final TrainingReview review,
		final Provenance provenance)
	{
		final List<Section> sections = new ArrayList<>(List.of(
			new TrainingSummarySection(review)));
		review.course().ifPresent(course -> sections.add(new CourseSection(
			course)));
		sections.addAll(List.of(new OutcomeSection(review), new ThresholdSection(
			review.threshold(), review.model().rule()), new NextSection(review
				.next())));
		review.learning().ifPresent(curve -> sections.add(new LearningSection(
			curve)));
		sections.addAll(List.of(new TrainingSettingsSection(review, provenance),
			new TrainingWordsSection()));
		return sections;
	}
}
