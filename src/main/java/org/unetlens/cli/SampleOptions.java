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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.data.Sample;
import org.unetlens.data.SampleFolder;
import org.unetlens.data.TargetRule;
import org.unetlens.ij.SampleFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.Validation;

import picocli.CommandLine.Option;

/** The options that name annotated images. */
final class SampleOptions {

	@Option(names = "--images", required = true, paramLabel = "FOLDER",
		description = "Images; may be given several times, each with its --labels.")
	private List<Path> images;

	@Option(names = "--labels", required = true, paramLabel = "FOLDER",
		description = "Label images of the same names.")
	private List<Path> labels;

	@Option(names = "--test-images", paramLabel = "FOLDER",
		description = "Images to measure the finished model on.")
	private List<Path> testImages = List.of();

	@Option(names = "--test-labels", paramLabel = "FOLDER",
		description = "Their labels.")
	private List<Path> testLabels = List.of();

	/** The samples to train and validate on, folder by folder. */
	List<List<Sample>> folders() throws IOException {
		return read(images, labels, "--images", "--labels");
	}

	/**
	 * The model with its scores on the test images added, by the name of the
	 * folder above the images.
	 */
	ModelBundle measured(final ModelBundle model, final TargetRule targets)
		throws IOException
	{
		final List<List<Sample>> tests = read(testImages, testLabels,
			"--test-images", "--test-labels");
		final Map<String, Double> metrics = new LinkedHashMap<>(model.card()
			.metrics());
		for (int i = 0; i < tests.size(); i++) {
			final String set = testName(testImages.get(i));
			new Validation(tests.get(i), targets).measure(model).forEach((score,
				value) -> metrics.put(set + " " + score, value));
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

	private static List<List<Sample>> read(final List<Path> images,
		final List<Path> labels, final String first, final String second)
		throws IOException
	{
		if (images.size() != labels.size()) throw new IllegalArgumentException(
			images.size() + " folders " + first + ", but " + labels.size() +
				" folders " + second + "; give one for each");
		final List<List<Sample>> folders = new ArrayList<>();
		for (int i = 0; i < images.size(); i++)
			folders.add(SampleFolder.open(images.get(i), labels.get(i)).read(
				SampleFiles::read));
		return folders;
	}
}
