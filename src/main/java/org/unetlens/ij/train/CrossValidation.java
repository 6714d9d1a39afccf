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

package org.unetlens.ij.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;

/**
 * Tells from few images how good a model will be: trains as often as there are
 * folds, each time validating on other images, and averages the scores. The
 * models are not kept; minutes are shared out evenly among them and the model
 * that is trained afterwards. Immutable.
 */
record CrossValidation(TrainingPlan plan, TrainingView view) {

	private static final String VALIDATION = "validation ";

	/** The part of the minutes that one training gets. */
	ModelTraining share(final ModelTraining training) {
		final TrainingSettings settings = training.settings();
		return settings.budget().isEmpty() ? training : training.withSettings(
			settings.withBudget(settings.budget().get().part(settings.data().folds() +
				1)));
	}

	/**
	 * The mean scores by name; empty without folds.
	 *
	 * @throws CancellationException when the user ends it
	 */
	Map<String, Double> run(final ModelCard card, final Progress progress) {
		final Map<String, Double> means = new LinkedHashMap<>();
		final List<ModelTraining> folds = plan.folds(card);
		for (int i = 0; i < folds.size(); i++) {
			final TrainingSession session = new TrainingSession(share(folds.get(i))
				.timed());
			view.watchFold(i + 1, folds.size(), session);
			final ModelBundle model = session.run(session.training().start(),
				state -> {}, progress);
			if (session.isEnding()) throw new CancellationException(
				"Canceled during the cross-validation; nothing is kept");
			model.card().metrics().forEach((name, value) -> means.merge(name.replace(
				VALIDATION, "cross-validation "), value / folds.size(), Double::sum));
		}
		return means;
	}
}
