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

package org.unetlens.train.review;

import java.util.List;
import java.util.Optional;

import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingCourse;
import org.unetlens.train.TrainingSettings;

/**
 * All that a report on a training shows. Immutable.
 *
 * @param model as it was stored
 * @param fresh whether the images played no part in the training at all; else
 *          weights and rule were chosen on them
 * @param scores of the validation images
 * @param images what the model made of each validation image
 * @param threshold how it matters
 * @param next what to annotate next
 * @param learning whether more images would help; empty when it was not
 *          measured
 */
public record TrainingReview(ModelBundle model, boolean fresh,
		ReviewScores scores, List<ImageOutcome> images, ThresholdCurve threshold,
		NextAnnotations next, Optional<LearningCurve> learning) {

	/** Copies the list. */
	public TrainingReview {
		images = List.copyOf(images);
	}

	/** The same with a learning curve. */
	public TrainingReview withLearning(final LearningCurve curve) {
		return new TrainingReview(model, fresh, scores, images, threshold, next,
			Optional.of(curve));
	}

	/** The same of images that played no part in the training at all. */
	public TrainingReview asFresh() {
		return new TrainingReview(model, true, scores, images, threshold, next,
			learning);
	}

	/** How the training went; empty for models that do not say. */
	public Optional<TrainingCourse> course() {
		return TrainingCourse.of(model);
	}

	/** How it was trained; empty for models that do not say. */
	public Optional<TrainingSettings> settings() {
		return TrainingSettings.of(model);
	}
}
