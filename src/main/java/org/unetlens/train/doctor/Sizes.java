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

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.ObjectSurvey;
import org.unetlens.data.annotation.SampleSurvey;
import org.unetlens.model.ModelBundle;
import org.unetlens.tensor.PixelSize;

/** Sizes of pixels and objects here and in training. Stateless. */
final class Sizes {

	private Sizes() {}

	/**
	 * By what the images would have to be scaled to look to the model as its
	 * training images did; empty when nothing is known.
	 */
	static Optional<Double> expected(final List<Sample> samples,
		final ModelBundle model)
	{
		final PixelSize here = samples.get(0).pixelSize();
		final PixelSize there = model.pixelSize();
		if (here.isCalibrated() && there.isCalibrated() && here.unit().equals(there
			.unit())) return Optional.of(here.x() / there.x());
		final OptionalDouble known = known(model);
		final double diameter = diameter(samples);
		return known.isPresent() && diameter > 0 ? Optional.of(known.getAsDouble() /
			diameter) : Optional.empty();
	}

	/** The median diameter of the objects trained on, px. */
	static OptionalDouble known(final ModelBundle model) {
		final String text = model.card().training().get(ObjectSurvey.DIAMETER);
		try {
			return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double
				.parseDouble(text));
		}
		catch (final NumberFormatException e) {
			return OptionalDouble.empty();
		}
	}

	/** The median diameter of labelled objects, px; 0 without any. */
	static double diameter(final List<Sample> samples) {
		return SampleSurvey.objects(samples.stream().map(s -> SampleSurvey.of(s,
			TargetRule.interiorBorder())).toList()).diameter(0.5);
	}
}
