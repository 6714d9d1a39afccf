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

package org.unetlens.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.data.Sample;
import org.unetlens.ij.train.AnnotationSource;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.Validation;
import org.unetlens.train.preflight.TrainingPlan;

import picocli.CommandLine.Option;

/** The options that name annotated images. */
final class SampleOptions {

	@Option(names = "--images", required = true, paramLabel = "FOLDER",
		description = "Images; may be given several times, each with its --labels.")
	private List<Path> images;

	@Option(names = "--labels", paramLabel = "FOLDER",
		description = "Label images or ROI files of the same names; may be left away when they lie beside the images.")
	private List<Path> labels = List.of();

	@Option(names = "--test-images", paramLabel = "FOLDER",
		description = "Images to measure the finished model on.")
	private List<Path> testImages = List.of();

	@Option(names = "--test-labels", paramLabel = "FOLDER",
		description = "Their labels.")
	private List<Path> testLabels = List.of();

	/** The images to train and validate on. */
	AnnotationSource source() {
		if (labels.isEmpty() && images.size() == 1) return AnnotationSource.of(
			images.get(0));
		return AnnotationSource.of(images, labels);
	}

	/**
	 * The model with its scores on the test images added, by the name of the
	 * folder above the images.
	 *
	 * @param settings that it was trained with
	 */
	ModelBundle measured(final ModelBundle model,
		final TrainingSettings settings)
	{
		if (testImages.isEmpty() && testLabels.isEmpty()) return model;
		final List<List<Sample>> tests = TrainingPlan.of(AnnotationSource.of(
			testImages, testLabels).read(settings.annotation()), settings).samples();
		final Map<String, Double> metrics = new LinkedHashMap<>(model.card()
			.metrics());
		for (int i = 0; i < tests.size(); i++) {
			final String set = testName(testImages.get(i));
			new Validation(tests.get(i), settings.recipe().targets()).measure(model)
				.forEach((score, value) -> metrics.put(set + " " + score, value));
		}
		return model.withCard(model.card().withMetrics(metrics));
	}

	/** E.g. {@code test dsb2018_fluo} for dsb2018_fluo/test/images. */
	private static String testName(final Path images) {
		final Path p = images.toAbsolutePath().normalize();
		final List<String> names = new ArrayList<>();
		for (int i = Math.max(0, p.getNameCount() - 3); i < p.getNameCount() -
			1; i++)
			names.add(p.getName(i).toString());
		Collections.reverse(names);
		return String.join(" ", names);
	}
}
