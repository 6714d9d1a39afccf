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

package org.unetlens.train.preflight;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.unetlens.data.annotation.Finding;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingConfig;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.TrainingPhase;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSnapshot;

/**
 * Says in lines how annotations are read, what is found before training, and
 * how each validation went; asks nothing. Not thread-safe; for one training.
 */
public final class TrainingLog implements TrainingView {

	private final Consumer<String> out;
	private long validated;
	private String failure = "";

	/** @param out takes lines */
	public TrainingLog(final Consumer<String> out) {
		this.out = out;
	}

	@Override
	public Optional<TrainingPlan> review(final TrainingPlan plan) {
		say("%d annotated images; classes: %s", plan.annotations().samples().size(),
			String.join(", ", plan.annotations().classes()));
		for (final Finding finding : plan.findings())
			say("%s%s", switch (finding.severity()) {
				case NOTE -> "- ";
				case WARNING -> "Warning: ";
				case ERROR -> "Error: ";
			}, finding.sentence());
		return Optional.of(plan);
	}

	@Override
	public void resumed(final long step, final long steps) {
		say("Going on after step %d of %d with the settings of the checkpoint.",
			step, steps);
	}

	@Override
	public void watchFold(final int fold, final int folds,
		final TrainingSession session)
	{
		say("Cross-validation, part %d of %d:", fold, folds);
		watch(session);
	}

	@Override
	public void watch(final TrainingSession session) {
		final TrainingConfig config = session.training().settings().recipe()
			.config();
		say(
			"Training on %d images, validating on %d: %d steps, in which each training pixel is seen about %.1f times; a validation every %d.",
			session.training().split().train().size(), session.training().split()
				.validation().size(), config.steps(), session.training().epochs(),
			config.validationSteps());
		validated = 0;
		session.addListener(this::report);
	}

	@Override
	public void stored(final TrainingSession session, final ModelBundle model,
		final Path file)
	{
		say("Model written to %s", file);
	}

	@Override
	public void reported(final Path report) {
		say("Report: %s", report);
	}

	@Override
	public void unreported() {
		say(
			"Stopped, so no report was written; Training Report... (report) makes it later.");
	}

	/** A line for each validation, with the mean loss since the last one. */
	private void report(final TrainingSnapshot now) {
		now.failure().filter(f -> !now.phase().isOver() && !f.equals(failure))
			.ifPresent(f -> say("%s", failure = f));
		final List<Point> scores = now.score().points();
		if (now.phase() != TrainingPhase.TRAINING || scores.isEmpty()) return;
		final Point newest = scores.get(scores.size() - 1);
		if (newest.step() <= validated) return;
		final double loss = now.loss().points().stream().filter(p -> p
			.step() > validated).mapToDouble(Point::value).average().orElse(
				Double.NaN);
		validated = newest.step();
		say("step %d  loss %.4f  score %.4f%s  %.0f s", now.step(), loss, newest
			.value(), now.bestStep() == now.step() ? " (best)" : "", now.elapsed());
	}

	private void say(final String format, final Object... values) {
		out.accept(String.format(Locale.ROOT, format, values));
	}
}
