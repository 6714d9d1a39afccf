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
import java.util.function.Consumer;

import org.unetlens.data.annotation.Annotations;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.train.AnnotationSource;
import org.unetlens.ij.train.ModelTrainer;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.review.LearningCurve;
import org.unetlens.train.review.LearningCurve.Point;
import org.unetlens.train.review.LearningFiles;
import org.unetlens.train.review.LearningPlan;
import org.unetlens.ui.report.TrainingReport;

/**
 * Measures a learning curve into a folder: {@code learning_curve.csv},
 * {@code .json} and {@code .html}. Interrupted, it goes on where it was.
 * Immutable.
 *
 * @param training settings and all annotated images
 * @param counts numbers of images; empty for 1, 2, 4, 8 ... and all
 * @param draws choices of images for each number
 * @param folder for the results, made if missing
 */
public record LearningCurves(ModelTraining training, List<Integer> counts,
		int draws, Path folder) {

	/**
	 * Trains and stores; starts the engine.
	 *
	 * @param listener told of each training that is done
	 */
	public LearningCurve run(final Consumer<Point> listener,
		final Progress progress)
	{
		final LearningPlan plan = plan();
		Engine.start(progress);
		final LearningCurve curve = new LearningFiles(folder).run(plan, listener,
			progress);
		TrainingReport.of(curve, training.settings()).write(page(),
			OnExisting.REPLACE);
		return curve;
	}

	/**
	 * What is trained, of images and settings that are put together.
	 *
	 * @throws IllegalArgumentException with the remedy when they do not fit
	 */
	public static ModelTraining training(final AnnotationSource source,
		final SettingsTree given, final Progress progress)
	{
		final List<Annotations> folders = source.read(given.annotation());
		Engine.start(progress);
		return TrainingPlan.of(folders, given).training(ModelTrainer.card(Path.of(
			"learning curve"))).timed();
	}

	/** The trainings that this makes. */
	public LearningPlan plan() {
		return new LearningPlan(training, counts.isEmpty() ? LearningPlan.doubling(
			training.split().train().size()) : counts, draws);
	}

	/** The page with plot and verdict. */
	public Path page() {
		return folder.resolve("learning_curve.html");
	}

	/**
	 * Numbers of images as a person writes them: {@code auto}, or numbers joined
	 * by commas.
	 */
	public static List<Integer> parse(final String text) {
		if (text == null || text.isBlank() || text.strip().equals("auto"))
			return List.of();
		try {
			return List.of(text.split(",")).stream().map(n -> Integer.parseInt(n
				.strip())).toList();
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("The numbers of images are '" + text +
				"'; give auto, or whole numbers joined by commas, e.g. 1,2,4,8", e);
		}
	}
}
