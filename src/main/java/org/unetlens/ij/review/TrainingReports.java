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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.review.Candidate;
import org.unetlens.train.review.Reviewer;
import org.unetlens.train.review.TrainingReview;
import org.unetlens.ui.report.TrainingReport;

/**
 * Writes reports on trainings.
 * <p>
 * After a training, one call does it:
 *
 * <pre>
 *
 * Path report = TrainingReports.write(model, session.training(), files.model(),
 * 	progress);
 * </pre>
 *
 * It looks at the validation images again, each in eight views, which takes
 * about as long as eight validations. {@link ReportedView} does it after each
 * training.
 */
public final class TrainingReports {

	private TrainingReports() {}

	/** The report of a model file: beside it, {@code NAME_report.html}. */
	public static Path file(final Path model) {
		return model.resolveSibling(SegmentationFiles.name(model) + "_report.html");
	}

	/** Throws when a report would be replaced that must not be. */
	public static void requireFree(final Path report,
		final OnExisting onExisting)
	{
		if (onExisting == OnExisting.REFUSE && Files.exists(report))
			throw new IllegalArgumentException("The report " + report +
				" is there already. Choose another file, or allow overwriting (--overwrite, in a macro overwrite=true)");
	}

	/**
	 * The report on a training that has just ended, beside its model file; one
	 * that is there is replaced, as the model was.
	 *
	 * @param model as it was stored
	 * @param training that made it
	 * @param file of the model
	 * @return where the report is
	 */
	public static Path write(final ModelBundle model,
		final ModelTraining training, final Path file, final Progress progress)
	{
		final Path report = file(file);
		TrainingReport.of(review(model, training.settings().recipe().targets(),
			training.split().validation(), Optional.empty(), progress)).write(report,
				OnExisting.REPLACE);
		return report;
	}

	/**
	 * Looks at a model.
	 *
	 * @param validation annotated images that it was not trained on
	 * @param unlabelled folder of images that may be annotated next
	 */
	static TrainingReview review(final ModelBundle model,
		final TargetRule targets, final List<Sample> validation,
		final Optional<Path> unlabelled, final Progress progress)
	{
		return review(Reviewer.of(model, targets), validation, unlabelled,
			progress);
	}

	static TrainingReview review(final Reviewer reviewer,
		final List<Sample> validation, final Optional<Path> unlabelled,
		final Progress progress)
	{
		final List<Candidate> candidates = unlabelled.map(folder -> UnlabelledImages
			.in(folder, reviewer.model().spec().channels())).orElse(List.of());
		return reviewer.review(validation, candidates, progress);
	}
}
