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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.unetlens.data.annotation.Annotations;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelPackage;
import org.unetlens.train.Checkpoint;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;

/**
 * Trains a model on annotated images and stores it: what commands, macros and
 * the command line do. Immutable.
 *
 * @param source of the annotated images
 * @param files where the model and its checkpoints go
 * @param view how a person takes part
 */
public record ModelTrainer(AnnotationSource source, TrainingFiles files,
		TrainingView view) {

	/**
	 * Trains and stores a model; or goes on from the checkpoint, if the files say
	 * so, with the settings stored in it.
	 *
	 * @param given what is said of the settings
	 * @param card what is known of the model
	 * @throws IllegalArgumentException with the remedy, before any training, when
	 *           images and settings do not fit or the model could not be stored
	 * @throws CancellationException when the user does not want it after all, or
	 *           cancels
	 */
	public ModelBundle train(final SettingsTree given, final ModelCard card,
		final Progress progress)
	{
		files.requireFree();
		final Optional<ModelPackage> checkpoint = files.checkpoint();
		if (checkpoint.isPresent()) return resume(checkpoint.get(), progress);
		final List<Annotations> folders = source.read(given.annotation());
		Engine.start(progress);
		final TrainingPlan plan = view.review(TrainingPlan.of(folders, given))
			.orElseThrow(() -> new CancellationException("Not trained"));
		progress.update(0, 1, "Measuring how long a step takes");
		plan.requireNoErrors();
		plan.requireMemory();
		final CrossValidation folds = new CrossValidation(plan, view);
		return run(folds.share(plan.training(card)).timed().withMetrics(folds.run(
			card, progress)), progress);
	}

	/**
	 * Goes on from the checkpoint of the files.
	 *
	 * @throws IllegalArgumentException when images and checkpoint do not fit
	 */
	public ModelBundle resume(final Progress progress) {
		files.requireFree();
		return resume(files.checkpoint().orElseThrow(), progress);
	}

	private ModelBundle resume(final ModelPackage checkpoint,
		final Progress progress)
	{
		final long step = Checkpoint.read(checkpoint).step();
		final TrainingSettings stored = TrainingSettings.of(checkpoint.model())
			.orElseThrow(() -> new IllegalArgumentException(
				"The checkpoint does not hold the settings of its training; train anew"));
		final List<Annotations> folders = source.read(stored.annotation());
		Engine.start(progress);
		view.resumed(step, stored.recipe().config().steps());
		return run(TrainingPlan.of(folders, stored).training(files.card(checkpoint
			.model())), progress);
	}

	private ModelBundle run(final ModelTraining training,
		final Progress progress)
	{
		return new StoredTraining(new TrainingSession(training), files, view).run(
			source, progress);
	}

	/** A card that says no more than the name of the file. */
	public static ModelCard card(final Path file) {
		return new ModelCard(SegmentationFiles.name(file),
			"A U-Net trained with U-Net Lens.", "", List.of(System.getProperty(
				"user.name")), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
					.of());
	}
}
