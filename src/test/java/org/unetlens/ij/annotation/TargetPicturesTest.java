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

package org.unetlens.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.TargetPreview;
import org.unetlens.tensor.PixelSize;
import org.unetlens.ui.picture.WeightPicture;

import ij.ImagePlus;
import ij.process.ImageProcessor;

class TargetPicturesTest {

	private static Sample nuclei(final int w, final int h, final int seed) {
		return NucleiField.default2d().withSize(w, h).withCount(9).withSeed(seed)
			.generate().sample("n" + seed).withPixelSize(new PixelSize(0.5, 0.5,
				"micron"));
	}

	private static final Annotations TWO = new Annotations(List.of(nuclei(101, 83,
		1), nuclei(60, 47, 2)), TargetRule.interiorBorder(), List.of("background",
			"interior", "border"), List.of());

	@Test
	void classesAreOnTheLeftAndWeightsOnTheRight() {
		final ImagePlus picture = TargetPictures.of(TWO);
		assertEquals(2, picture.getStackSize());
		assertEquals(24, picture.getBitDepth());
		assertEquals("n2", picture.getStack().getSliceLabel(2));
		final ImageProcessor first = picture.getStack().getProcessor(1);
		final TargetPreview preview = TargetPreview.of(TWO.samples().get(0), TWO
			.rule(), TWO.classes());
		final int right = first.getWidth() / 2 + 4;
		final int[] weights = WeightPicture.rgb(preview, 11);
		// NB: Enlarged six times.
		for (int y = 0; y < 83; y += 5)
			for (int x = 0; x < 101; x += 3) {
				final int i = y * 101 + x;
				assertEquals(preview.classes()[i], first.get(6 * x + 5, 6 * y) &
					0xffffff);
				assertEquals(weights[i], first.get(right + 6 * x, 6 * y + 5) &
					0xffffff);
			}
		assertSame(first, picture.getStack().getProcessor(1));
	}

	@Test
	void smallerImagesAreEnlargedToTheSameFrame() {
		final ImageProcessor second = TargetPictures.of(TWO).getStack()
			.getProcessor(2);
		final TargetPreview preview = TargetPreview.of(TWO.samples().get(1), TWO
			.rule(), TWO.classes());
		for (int x = 0; x < 60; x++)
			assertEquals(preview.classes()[20 * 60 + x], second.get(10 * x, 10 * 20) &
				0xffffff);
	}

	@Test
	void theLegendIsWritten() {
		final ImageProcessor first = TargetPictures.of(TWO).getStack().getProcessor(
			1);
		int blue = 0;
		int bright = 0;
		for (int y = 83 * 6 + 8; y < first.getHeight(); y++)
			for (int x = 0; x < first.getWidth(); x++) {
				if ((first.get(x, y) & 0xffffff) == 0x56B4E9) blue++;
				if ((first.get(x, y) & 0xff) > 200) bright++;
			}
		assertEquals(14 * 14, blue);
		assertTrue(bright > 300, "text: " + bright);
	}

	@Test
	void weightsAreNumbers() {
		final ImagePlus weights = TargetPictures.weights(TWO, 1);
		final float[] expected = TWO.rule().apply(TWO.samples().get(1)).weights();
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], weights.getProcessor().getf(i));
		assertEquals(0.5, weights.getCalibration().pixelWidth);
		assertEquals(11, weights.getProcessor().getMax());
		assertEquals(0xFFEA46, weights.getProcessor().getColorModel().getRGB(255) &
			0xffffff);
	}

	@Test
	void colourStepsAreEven() {
		double before = -1;
		for (int i = 0; i < 256; i++) {
			final int color = WeightPicture.color(i / 255.0);
			final double light = 0.2126 * (color >> 16 & 255) + 0.7152 * (color >> 8 &
				255) + 0.0722 * (color & 255);
			assertTrue(light >= before, Integer.toHexString(color));
			before = light;
		}
	}
}
