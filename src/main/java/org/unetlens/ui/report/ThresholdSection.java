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

import org.unetlens.label.Csv;
import org.unetlens.label.ObjectRule;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.train.review.ThresholdCurve;
import org.unetlens.ui.plot.TrainingPlots;

/** How the threshold matters. */
final class ThresholdSection implements Section {

	private final ThresholdCurve curve;
	private final ObjectRule rule;

	ThresholdSection(final ThresholdCurve curve, final ObjectRule rule) {
		this.curve = curve;
		this.rule = rule;
	}

	@Override
	public void write(final Page page) {
		page.section("threshold", "From probabilities to objects", () -> {
			page.paragraph("The rule of the model: " + words(rule) +
				". It was chosen among a grid of rules as the one with the highest score on the validation images of its training.");
			page.figure("one", caption(), () -> page.plot(TrainingPlots.threshold(
				curve), 800, 320));
		});
	}

	private String caption() {
		final Interval plateau = curve.plateau();
		return "The score of all these images by the threshold, the rest of the rule as it is. At the model's threshold it is " +
			Numbers.text(curve.atTuned().value()) + "; from " + Csv.number(plateau
				.low()) + " to " + Csv.number(plateau.high()) +
			" it is at most 0.02 below the best. A broad plateau means that the exact threshold does not matter; a narrow peak, that other images may need another one.";
	}

	/** A rule in words. */
	static String words(final ObjectRule rule) {
		return switch (rule.kind()) {
			case INTERIOR_BORDER -> "foreground from a probability of " + Csv.number(
				rule.threshold()) + " on, parted where the interior falls by " + Csv
					.number(rule.prominence()) + " between two peaks" + rest(rule);
			case FOREGROUND -> "connected areas with a probability of " + Csv.number(
				rule.threshold()) + " and more" + rest(rule);
			case ENCLOSED -> "regions enclosed by membranes with a probability of " +
				Csv.number(rule.threshold()) + " and more, grown from seeds of " + Csv
					.number(rule.seedThreshold()) + rest(rule);
		};
	}

	private static String rest(final ObjectRule rule) {
		return ", at least " + rule.minSize() + " px" + (rule.fillHoles()
			? ", holes filled" : "") + (rule.excludeBorder()
				? ", none at the image border" : "");
	}
}
