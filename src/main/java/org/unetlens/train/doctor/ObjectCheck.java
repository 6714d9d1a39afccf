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

package org.unetlens.train.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unetlens.engine.Progress;
import org.unetlens.label.ObjectRule;
import org.unetlens.metrics.ObjectScore;
import org.unetlens.metrics.RuleGrid;
import org.unetlens.metrics.ThresholdTuning;
import org.unetlens.metrics.ThresholdTuning.Example;
import org.unetlens.metrics.ThresholdTuning.Tuned;
import org.unetlens.train.Validation;
import org.unetlens.train.doctor.Diagnosis.Evidence;

/**
 * Where foreground is right but objects are wrong: whether another rule makes
 * better objects of the same probabilities, or images of another size do.
 */
final class ObjectCheck {

	/** NB: The rule found is tuned on these very images. */
	private static final double CLEAR = 0.1;
	private static final RuleGrid OBJECTS = new RuleGrid(List.of(0.3, 0.4, 0.5,
		0.6, 0.7), List.of(0.5), List.of(0.1, 0.3, 0.6), List.of(10, 40));

	private final Patient patient;
	private final ObjectScore score;
	private final ObjectRule own;

	ObjectCheck(final Patient patient) {
		this.patient = patient;
		score = new Validation(List.of(), patient.recipe().targets()).score();
		own = patient.model().rule();
	}

	/** @param trial with no other difference left */
	Optional<Diagnosis> of(final Trial trial) {
		final List<Example> examples = examples(trial);
		final double now = score(examples);
		final Tuned tuned = ThresholdTuning.search(examples, own, score, own
			.kind() == ObjectRule.Kind.INTERIOR_BORDER ? OBJECTS : RuleGrid.of(own
				.kind()), Progress.NONE);
		final Optional<Sized> sized = now + 2 * CLEAR < 1 ? sized(trial) : Optional
			.empty();
		if (sized.isPresent() && sized.get().score > Math.max(tuned.score(), now +
			CLEAR)) return Optional.of(size(trial, now, sized.get()));
		return tuned.score() - now < CLEAR ? Optional.empty() : Optional.of(rule(
			now, tuned));
	}

	private List<Example> examples(final Trial trial) {
		return trial.looks().stream().map(look -> new Example(patient.segmenter()
			.probabilities(look.sample().image(), trial.scaling().apply(look
				.sample()), Progress.NONE), Validation.truth(look.sample(), patient
					.recipe().targets()))).toList();
	}

	private double score(final List<Example> examples) {
		return score.of(ThresholdTuning.overlaps(examples, own));
	}

	private record Sized(double factor, Trial trial, double score) {
	}

	private Optional<Sized> sized(final Trial trial) {
		Sized best = null;
		for (final double factor : Remedies.factors(trial, patient)) {
			final Trial scaled = new ImageRemedies.Scaled(factor).tryOn(trial,
				patient).orElseThrow();
			final double value = score(examples(scaled));
			if (best == null || value > best.score) best = new Sized(factor, scaled,
				value);
		}
		return Optional.ofNullable(best);
	}

	private Diagnosis size(final Trial before, final double now,
		final Sized after)
	{
		final Diagnosis sized = new ImageRemedies.Scaled(after.factor).diagnosis(
			before, after.trial, patient);
		return new Diagnosis(sized.cause(), String.format(Locale.ROOT,
			"%s: as they are, objects score %.2f, scaled %.2f.", ImageRemedies.Scaled
				.what(after.factor, before, patient), now, after.score), sized.remedy(),
			Optional.of(new Evidence(before.looks().get(0), after.trial.looks().get(
				0))));
	}

	private Diagnosis rule(final double now, final Tuned tuned) {
		return Diagnosis.of(Cause.OBJECT_RULE, String.format(Locale.ROOT,
			"The probabilities are better than the objects made of them: with the model's rule (%s) the objects score %.2f, with another one (%s) %.2f.",
			words(own), now, words(tuned.rule()), tuned.score()),
			"Tune the rule on validation images of this kind (training does so at its end), or make a label image of the probabilities with that threshold.");
	}

	private static String words(final ObjectRule rule) {
		return String.format(Locale.ROOT, "threshold %.4g%s, at least %d px", rule
			.threshold(), rule.kind() == ObjectRule.Kind.FOREGROUND ? "" : String
				.format(Locale.ROOT, ", seeds %.2f, prominence %.2f", rule
					.seedThreshold(), rule.prominence()), rule.minSize());
	}
}
