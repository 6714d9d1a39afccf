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
import java.util.List;
import java.util.Optional;

import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.ij.train.AnnotationSource;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.review.LearningFiles;
import org.unetlens.train.review.Reviewer;
import org.unetlens.train.review.TrainingReview;

/**
 * A report on a finished model that is asked for: what the command, the macro
 * and the command line do. Immutable.
 *
 * @param model name of a bundled model, or path of a model file
 * @param source of the annotated images
 * @param fresh whether the model was trained on none of them, so that all are
 *          looked at; else they are the images of its training, of which the
 *          validation images are looked at
 * @param unlabelled folder of images that may be annotated next
 * @param side of the squares that are proposed, px
 * @param curve folder of a learning curve to show, too
 */
public record ReviewRequest(String model, AnnotationSource source,
		boolean fresh, Optional<Path> unlabelled, int side, Optional<Path> curve) {

	private static final int HINTS = 12;

	/**
	 * Looks at the model; starts the engine.
	 *
	 * @throws IllegalArgumentException when the images are not those of the
	 *           training, with the remedy
	 */
	public TrainingReview review(final Progress progress) {
		Engine.start(progress);
		final ModelBundle opened = Models.open(model);
		final Optional<TrainingSettings> settings = TrainingSettings.of(opened);
		final TargetRule targets = settings.map(s -> s.recipe().targets())
			.orElseGet(() -> usual(opened));
		final TrainingReview looked = TrainingReports.review(new Reviewer(opened,
			targets, side, HINTS), validation(opened, settings), unlabelled,
			progress);
		final TrainingReview review = fresh ? looked.asFresh() : looked;
		return curve.map(folder -> review.withLearning(new LearningFiles(folder)
			.read(Reviewer.scoreName(targets.kind())))).orElse(review);
	}

	private List<Sample> validation(final ModelBundle opened,
		final Optional<TrainingSettings> settings)
	{
		if (settings.isEmpty()) return unknown(opened);
		final TrainingPlan plan = TrainingPlan.of(source.read(settings.get()
			.annotation()), settings.get());
		if (fresh) return plan.samples().stream().flatMap(List::stream).toList();
		final Split split = plan.training(opened.card()).split();
		final String asked = split.train().size() + " and " + split.validation()
			.size(), trained = ModelTraining.counts(opened);
		if (!trained.equals(asked)) throw new IllegalArgumentException(
			"The model " + opened.card().name() + " was trained with " + trained +
				" images for training and validation, but the folders given make " +
				asked +
				". Give the folders of its training in the same order; or, if it has seen none of these images, say so (--fresh, in a macro fresh=true)");
		return split.validation();
	}

	private List<Sample> unknown(final ModelBundle opened) {
		if (!fresh) throw new IllegalArgumentException("The model " + opened.card()
			.name() +
			" does not say on which images it was trained. If it has not seen these, say so (--fresh, in a macro fresh=true)");
		return source.read(AnnotationSettings.defaults()).stream().flatMap(a -> a
			.samples().stream()).toList();
	}

	private static TargetRule usual(final ModelBundle model) {
		if (model.rule().kind() == ObjectRule.Kind.INTERIOR_BORDER)
			return TargetRule.interiorBorder();
		if (model.rule().kind() == ObjectRule.Kind.ENCLOSED) return TargetRule
			.membrane(0);
		throw new IllegalArgumentException("The model " + model.card().name() +
			" does not say which label values its classes have, so no report can be made");
	}
}
