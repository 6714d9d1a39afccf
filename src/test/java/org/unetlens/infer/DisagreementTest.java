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

package org.unetlens.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;

class DisagreementTest {

	@BeforeAll
	static void start() {
		Engine.start();
	}

	/** By hand: views 0.2, 0.6 and 0.7 of the second of two classes. */
	@Test
	void deviationIsThatOfTheForeground() {
		final ViewSpread spread = new ViewSpread(2, 3);
		for (final float p : new float[] { 0.2f, 0.6f, 0.7f })
			spread.add(ArrayImgs.floats(new float[] { 1 - p, 0, 1, p, 1, 0 }, 3, 1,
				2));
		final float[] deviation = spread.deviation();
		final double mean = 1.5 / 3;
		assertEquals(Math.sqrt((Math.pow(0.2 - mean, 2) + Math.pow(0.6 - mean, 2) +
			Math.pow(0.7 - mean, 2)) / 3), deviation[0], 1e-6);
		assertEquals(0, deviation[1]);
		assertEquals(0, deviation[2]);
	}

	/** Each pixel's deviation is that of the predictions of turned images. */
	@Test
	void viewsAreTurnedBackToTheirPixels() {
		final ModelBundle model = Models.open("nuclei");
		final Sample sample = NucleiField.default2d().withSize(61, 47).generate()
			.sample("field");
		final RandomAccessibleInterval<FloatType> image = sample.image();
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			final Disagreement found = segmenter.disagreement(image, segmenter
				.measure(image), TestTimeAugmentation.MIRROR, Progress.NONE);
			final int x = 20, y = 13;
			double[] sum = new double[3], squares = new double[3];
			for (int k = 0; k < 4; k++) {
				RandomAccessibleInterval<FloatType> view = image;
				if ((k & 1) != 0) view = Views.zeroMin(Views.invertAxis(view, 0));
				if ((k & 2) != 0) view = Views.zeroMin(Views.invertAxis(view, 1));
				final ClassPlanes p = segmenter.probabilities(view, segmenter.measure(
					view), Progress.NONE);
				for (int c = 0; c < 3; c++) {
					final double v = p.getAt((k & 1) != 0 ? 60 - x : x, (k & 2) != 0
						? 46 - y : y, c).get();
					sum[c] += v / 4;
					squares[c] += v * v / 4;
				}
			}
			double variance = 0;
			for (int c = 0; c < 3; c++)
				variance += squares[c] - sum[c] * sum[c];
			assertEquals(Math.sqrt(variance / 2), found.deviation()[y * 61 + x],
				1e-3);
			assertTrue(found.mean() > 0);
			assertEquals(segmenter.probabilities(image, segmenter.measure(image),
				Progress.NONE).getAt(x, y, 1).get(), found.segmentation()
					.probabilities().getAt(x, y, 1).get());
		}
	}
}
