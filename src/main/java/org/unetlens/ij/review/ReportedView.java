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
import java.util.concurrent.CancellationException;

import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageFileException;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;

/**
 * Writes the report of each training that a view watches, beside the model
 * file, and tells the view where it is. Immutable.
 *
 * @param view that a person sees
 * @param progress of looking at the validation images for the report
 */
public record ReportedView(TrainingView view, Progress progress)
		implements
			TrainingView {

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
		view.watch(session);
	}

	@Override
	public ModelBundle trained(final TrainingSession session,
		final ModelBundle model)
	{
		return view.trained(session, model);
	}

	/**
	 * NB: ESC, which also stops a training, leaves the report out; the training
	 * has not failed by that.
	 *
	 * @throws ImageFileException when the report cannot be written; the model is
	 *           stored all the same
	 */
	@Override
	public void stored(final TrainingSession session, final ModelBundle model,
		final Path file)
	{
		view.stored(session, model, file);
		report(session, model, file).ifPresentOrElse(view::reported,
			view::unreported);
	}

	/** Empty when it was stopped. */
	private Optional<Path> report(final TrainingSession session,
		final ModelBundle model, final Path file)
	{
		if (progress.isCanceled()) return Optional.empty();
		try {
			return Optional.of(TrainingReports.write(model, session.training(), file,
				progress));
		}
		catch (final CancellationException e) {
			return Optional.empty();
		}
		catch (final RuntimeException e) {
			throw new ImageFileException("The model is in " + file +
				", but its report could not be written: " + e.getMessage() +
				" Training Report... (report) makes it later", e);
		}
	}

	@Override
	public void reported(final Path report) {
		view.reported(report);
	}

	@Override
	public void unreported() {
		view.unreported();
	}

	@Override
	public void failed(final Throwable problem) {
		view.failed(problem);
	}
}
