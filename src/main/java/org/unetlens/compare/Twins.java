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

package org.unetlens.compare;

import java.util.List;

import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.ModelBundle;

/**
 * The nets trained without skips that stand beside a model. Native memory is
 * held only while one runs. Immutable.
 *
 * @param models in their order
 * @param objects compared of each
 * @param options how they are run
 */
record Twins(List<ModelBundle> models, List<ComparedObjects> objects,
		SegmenterOptions options) {

	/**
	 * @throws IllegalArgumentException when one takes other images or tells other
	 *           classes than the model
	 */
	static Twins of(final ModelBundle model, final List<ModelBundle> twins,
		final int classIndex, final SegmenterOptions options)
	{
		twins.forEach(twin -> requireFit(model, twin));
		return new Twins(List.copyOf(twins), twins.stream().map(
			twin -> ComparedObjects.of(twin, classIndex)).toList(), options);
	}

	private static void requireFit(final ModelBundle model,
		final ModelBundle twin)
	{
		require(model, twin, "input channels", model.signature().channels(), twin
			.signature().channels());
		require(model, twin, "classes", model.signature().classes(), twin
			.signature().classes());
		require(model, twin, "objects of the kind", model.rule().kind(), twin.rule()
			.kind());
		require(model, twin, "normalisation", model.normalization(), twin
			.normalization());
	}

	private static void require(final ModelBundle model, final ModelBundle twin,
		final String what, final Object expected, final Object found)
	{
		if (!expected.equals(found)) throw new IllegalArgumentException(
			"The twin " + twin.card().name() + " has the " + what + " " + found +
				", but the model " + model.card().name() + " " + expected +
				"; give a twin that was trained like the model, without skips");
	}

	int size() {
		return models.size();
	}

	/** Runs a twin on an image. */
	OutputPictures output(final int index, final ComparisonImage image,
		final Progress progress)
	{
		try (Segmenter segmenter = Segmenter.of(models.get(index), options)) {
			return OutputPictures.of(objects.get(index), segmenter.probabilities(image
				.anyType(), image.scaling().orElseGet(() -> segmenter.measure(image
					.anyType())), progress));
		}
	}
}
