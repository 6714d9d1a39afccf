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
import java.util.Optional;

import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingSession;

/**
 * How a person takes part in a training: windows, or a terminal. Called on the
 * thread that trains, in this order.
 */
public interface TrainingView {

	/** Trains without asking. */
	TrainingView NONE = new TrainingView() {};

	/**
	 * Before training: shows the plan and its findings.
	 *
	 * @return the plan to train, changed or not; empty = do not train
	 */
	default Optional<TrainingPlan> review(final TrainingPlan plan) {
		return Optional.of(plan);
	}

	/** Instead of a review, when an interrupted training goes on. */
	default void resumed(final long step, final long steps) {}

	/** A part of a cross-validation is about to be trained, before the model. */
	default void watchFold(final int fold, final int folds,
		final TrainingSession session)
	{}

	/** Training is about to begin; listeners may be added to the session. */
	default void watch(final TrainingSession session) {}

	/**
	 * The model is ready, and not yet stored.
	 *
	 * @return the model to store, e.g. with more scores
	 */
	default ModelBundle trained(final TrainingSession session,
		final ModelBundle model)
	{
		return model;
	}

	/** All is done: the model lies in a file. */
	default void stored(final TrainingSession session, final ModelBundle model,
		final Path file)
	{}

	/** A report on the training lies in a file, too. */
	default void reported(final Path report) {}

	/** Instead: the training, or its report, was stopped, so there is none. */
	default void unreported() {}

	/** It failed, or was canceled, after it had begun; the last that is told. */
	default void failed(final Throwable problem) {}
}
