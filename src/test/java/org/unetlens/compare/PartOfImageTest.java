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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.SkipGains;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

/** A part of an image is seen by the nets as bright as in the whole image. */
class PartOfImageTest {

	private static final RandomAccessibleInterval<UnsignedShortType> WHOLE = Views
		.addDimension(NucleiField.default2d().withSize(150, 120).withSeed(3)
			.generate().image(), 0, 0);
	private static final RandomAccessibleInterval<UnsignedShortType> PART = Views
		.offsetInterval(WHOLE, new long[] { 40, 30, 0 }, new long[] { 61, 53, 1 });

	@Test
	void allNetsUseTheScalingOfTheWhole() {
		final ModelBundle model = Models.open("nuclei");
		final ModelBundle twin = Models.open("nuclei-no-skips");
		final Scaling scaling = model.normalization().measure(WHOLE);
		try (SkipComparison session = SkipComparison.of(model, List.of(twin),
			ComparisonSettings.defaults()))
		{
			final ImageComparison compared = session.compare(new ComparisonImage(
				"part", PART, Optional.empty(), PixelSize.UNCALIBRATED, Optional.of(
					scaling)), Progress.NONE);
			assertEquals(0, difference(compared.output(SkipGains.all(4)), model,
				scaling), 1e-5);
			assertEquals(0, difference(compared.twin(0), twin, scaling), 1e-5);
			assertTrue(difference(compared.output(SkipGains.all(4)), model, model
				.normalization().measure(PART)) > 0.01);
			assertTrue(compared.comparison().notes().stream().anyMatch(n -> n
				.contains("normalised over the whole image")));
		}
	}

	/** Largest difference of the foreground to what the segmenter computes. */
	private static double difference(final Output output, final ModelBundle model,
		final Scaling scaling)
	{
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			final ClassPlanes planes = segmenter.probabilities(PART, scaling,
				Progress.NONE);
			double largest = 0;
			int i = 0;
			for (final FloatType p : Views.flatIterable(output.foreground()))
				largest = Math.max(largest, Math.abs(p.get() - 1 + planes.plane(
					0)[i++]));
			return largest;
		}
	}
}
