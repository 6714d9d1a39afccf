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

import org.unetlens.label.Csv;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.train.TrainingCourse;
import org.unetlens.train.review.NextAnnotations.Ranked;
import org.unetlens.train.review.ReviewScores;
import org.unetlens.train.review.TrainingReview;

/** What came out, in sentences, and what to bear in mind. */
final class TrainingSummarySection implements Section {

	/** NB: Fewer images than that make no trustworthy interval. */
	private static final int FEW = 5;
	/** Share of the course at whose end the best step still rises. */
	private static final double LATE = 0.95;

	private final TrainingReview review;

	TrainingSummarySection(final TrainingReview review) {
		this.review = review;
	}

	@Override
	public void write(final Page page) {
		page.section("short", "In short", () -> {
			page.list(found());
			final List<String> notes = notes();
			if (notes.isEmpty()) return;
			page.html().open("aside").element("h3", "To bear in mind");
			page.list(notes);
			page.html().close();
		});
	}

	private List<String> found() {
		final ReviewScores scores = review.scores();
		final List<String> found = new ArrayList<>();
		found.add("On " + count(scores.images().size(), review.fresh() ? "image"
			: "validation image") +
			" that it was not trained on, the model reaches " + score(0) + (scores
				.names().size() > 1 ? " and " + score(1) : "") + ".");
		final Interval plateau = review.threshold().plateau();
		found.add("Its threshold is " + Csv.number(review.threshold().tuned()) +
			"; from " + Csv.number(plateau.low()) + " to " + Csv.number(plateau
				.high()) + " the score is hardly worse (0.02 at most).");
		if (!review.next().images().isEmpty()) found.add(next());
		review.learning().ifPresent(curve -> found.add(curve.verdict()));
		return found;
	}

	private String score(final int k) {
		final ReviewScores scores = review.scores();
		final Interval interval = scores.intervals().get(k);
		return scores.names().get(k) + " = " + Numbers.text(scores.all().values()
			.get(k)) + (Double.isNaN(interval.low()) ? "" : " (95 % interval " +
				Numbers.text(interval.low()) + " to " + Numbers.text(interval.high()) +
				")");
	}

	private String next() {
		final Ranked first = review.next().images().get(0);
		return (first.annotated()
			? "The image about which the model is least sure is "
			: "Annotate next: the model is least sure about ") + first.name() +
			" (mean disagreement of its views " + Numbers.text(first.disagreement()) +
			").";
	}

	private List<String> notes() {
		final List<String> notes = new ArrayList<>();
		final int n = review.scores().images().size();
		if (n < FEW) notes.add("There " + (n == 1 ? "is one validation image only"
			: "are " + n + " validation images only") +
			", so the scores may be far off for other images. Annotate more, or validate by cross-validation.");
		if (!review.fresh()) notes.add(
			"Threshold and weights were chosen on these very images, so the scores are a little better than on images that were never looked at. For a figure to publish, evaluate on test images of your own.");
		review.course().filter(TrainingSummarySection::isStillRising).ifPresent(
			c -> notes.add(
				"The score was still rising at the last step (best at step " + c
					.bestStep() + "): train longer for a better model."));
		return notes;
	}

	private static boolean isStillRising(final TrainingCourse course) {
		final int n = course.score().points().size();
		return n > 2 && course.bestStep() >= LATE * course.score().points().get(n -
			1).step();
	}

	static String count(final int n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}
}
