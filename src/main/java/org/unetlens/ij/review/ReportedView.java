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

package org.unetlens.ij.review;

import java.nio.file.Path;
import java.util.Optional;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;

/**
 * A view that remembers what was trained, for the report afterwards:
 *
 * <pre>
 * ReportedView view = new ReportedView(views);
 * ModelBundle model = new ModelTrainer(source, files, view).train(...);
 * Path report = view.write(model, files.model(), progress);
 * </pre>
 *
 * Not thread-safe.
 */
public final class ReportedView implements TrainingView {

	private final TrainingView view;
	private ModelTraining training;

	/** @param view that a person sees */
	public ReportedView(final TrainingView view) {
		this.view = view;
	}

	/**
	 * Writes the report on the training that was watched, see
	 * {@link TrainingReports}.
	 *
	 * @param model as it was stored
	 * @param file of the model
	 * @return where the report is
	 */
	public Path write(final ModelBundle model, final Path file,
		final Progress progress)
	{
		return TrainingReports.write(model, training, file, progress);
	}

	@Override
	public Optional<TrainingPlan> review(final TrainingPlan plan) {
		return view.review(plan);
	}

	@Override
	public void resumed(final long step, final long steps) {
		view.resumed(step, steps);
	}

	@Override
	public void watchFold(final int fold, final int folds,
		final TrainingSession session)
	{
		view.watchFold(fold, folds, session);
	}

	@Override
	public void watch(final TrainingSession session) {
		training = session.training();
		view.watch(session);
	}

	@Override
	public ModelBundle trained(final TrainingSession session,
		final ModelBundle model)
	{
		return view.trained(session, model);
	}
}
