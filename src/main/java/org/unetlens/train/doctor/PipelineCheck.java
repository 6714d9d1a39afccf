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

package org.unetlens.train.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;

/**
 * Whether loss and segmentation see and answer the same at the same pixels.
 */
final class PipelineCheck {

	/** Of normalised intensities, which are about 0 to 1. */
	private static final double SAME_INPUT = 1e-3;
	/** NB: A patch lacks what lies around it, so some difference is usual. */
	private static final double SAME_FOREGROUND = 0.05;
	private static final double SAME_TILES = 0.01;
	/** So small that an image of a few hundred pixels is cut into columns. */
	private static final long SMALL = 8L << 20;

	private PipelineCheck() {}

	static List<Diagnosis> of(final List<SeenPatch> patches,
		final Patient patient)
	{
		final List<Diagnosis> found = new ArrayList<>();
		patches.stream().filter(p -> p.inputDifference() > SAME_INPUT).findFirst()
			.ifPresent(p -> found.add(input(p, patient)));
		// NB: Other input gives other output, which says nothing more.
		if (found.isEmpty()) patches.stream().filter(p -> p
			.foregroundDifference() > SAME_FOREGROUND).findFirst().ifPresent(
				p -> found.add(context(p, patient)));
		return found;
	}

	private static Diagnosis input(final SeenPatch p, final Patient patient) {
		final double[] loss = p.lossPercentiles(0), segment = p.segmentPercentiles(
			0);
		return Diagnosis.of(Cause.NORMALIZATION, String.format(Locale.ROOT,
			"At the same pixels of %s the loss saw other values than Segment does, by up to %.2f: percentiles 1, 50, 99 are %.2f, %.2f, %.2f to the loss (%s) and %.2f, %.2f, %.2f to Segment (%s).",
			p.sample().name(), p.inputDifference(), loss[0], loss[1], loss[2],
			ImageRemedies.words(patient.recipe().normalization()), segment[0],
			segment[1], segment[2], ImageRemedies.words(patient.model()
				.normalization())), patient.recipe().normalization().equals(patient
					.model().normalization())
						? "The image is read in two ways, e.g. alone and as part of a stack, or in grey and in colour: segment it in the form that was trained on."
						: "The model file names another normalisation than it was trained with: get the file again, or train anew.");
	}

	private static Diagnosis context(final SeenPatch p, final Patient patient) {
		return Diagnosis.of(Cause.PATCH_CONTEXT, String.format(Locale.ROOT,
			"The same pixels of %s get other probabilities in a patch of %d px, as the loss sees them, than in the whole image: by %.2f on average%s.",
			p.sample().name(), p.loss().patch().width(), p.foregroundDifference(),
			patient.model().spec().batchNorm()
				? "; the network has batch normalisation, whose statistics differ between training and use"
				: ""),
			"Train with larger patches, so that they hold what the network looks at" +
				(patient.model().spec().batchNorm()
					? ", or without batch normalisation." : "."));
	}

	/** The largest difference between narrow columns and wide ones. */
	static double tiles(final Trial trial, final Patient patient) {
		final Look look = trial.looks().get(0);
		double largest = 0;
		try (Segmenter small = Segmenter.of(patient.model(), SegmenterOptions
			.defaults().withThreads(1).withMemoryBudget(SMALL)))
		{
			final float[] foreground = patient.foreground(small.probabilities(look
				.sample().image(), trial.scaling().apply(look.sample()),
				Progress.NONE));
			for (int i = 0; i < foreground.length; i++)
				largest = Math.max(largest, Math.abs(foreground[i] - look
					.foreground()[i]));
		}
		return largest;
	}

	static Optional<Diagnosis> tiles(final double difference) {
		return difference <= SAME_TILES ? Optional.empty() : Optional.of(Diagnosis
			.of(Cause.TILES, String.format(Locale.ROOT,
				"Cut into columns, the image gets other probabilities, by up to %.3f.",
				difference),
				"Give Segment more memory, so that the image is not cut, and report this: it should make no difference."));
	}
}
