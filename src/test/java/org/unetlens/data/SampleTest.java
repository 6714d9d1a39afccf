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

package org.unetlens.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.tensor.PixelSize;

class SampleTest {

	/** 5 x 3 px, two channels: 0, 1, 2 ... and ten times that. */
	private static Sample sample() {
		final float[] image = new float[30];
		final int[] labels = new int[15];
		for (int i = 0; i < 15; i++) {
			image[i] = i;
			image[15 + i] = 10 * i;
			labels[i] = i;
		}
		return Sample.of("s", ArrayImgs.floats(image, 5, 3, 2), ArrayImgs.ints(
			labels, 5, 3)).inGroup("g").withPixelSize(new PixelSize(0.5, 0.25,
				"micron"));
	}

	@Test
	void cropTakesTheSamePlaceOfImageAndLabels() {
		final Sample part = sample().crop(2, 1, 3, 2);
		assertEquals("s (3 x 2, 2 channels)", part.toString());
		assertArrayEquals(new int[] { 7, 8, 9, 12, 13, 14 }, part.labelArray());
		assertArrayEquals(new float[] { 70, 80, 90, 120, 130, 140 }, part
			.channelArray(1));
		assertEquals("g", part.group());
		assertEquals(new PixelSize(0.5, 0.25, "micron"), part.pixelSize());
		assertThrows(IllegalArgumentException.class, () -> sample().crop(3, 1, 3,
			2));
	}

	@Test
	void shrinkingAveragesOverTheAreaOfTheNewPixel() {
		final Sample small = sample().scaled(0.4, 0.67);
		assertEquals("s (2 x 2, 2 channels)", small.toString());
		// NB: New pixels are 2.5 x 1.5 old ones; e.g. the first averages columns 0,
		// 1 and half of 2 over row 0 and half of row 1.
		final double left = (0 + 1 + 0.5 * 2) / 2.5;
		final double right = (0.5 * 2 + 3 + 4) / 2.5;
		final double top = 5 * 0.5 / 1.5;
		final double bottom = (5 * 0.5 + 10) / 1.5;
		final float[] expected = { (float) (left + top), (float) (right + top),
			(float) (left + bottom), (float) (right + bottom) };
		assertArrayEquals(expected, small.channelArray(0), 1e-5f);
		assertArrayEquals(new int[] { 1, 3, 11, 13 }, small.labelArray());
		assertEquals(1.25, small.pixelSize().x(), 1e-12);
		assertEquals(0.375, small.pixelSize().y(), 1e-12);
	}

	@Test
	void enlargingInterpolatesBetweenPixels() {
		final Sample large = sample().scaled(2, 1);
		assertEquals(10, large.width());
		assertEquals(3, large.height());
		final float[] row = new float[10];
		System.arraycopy(large.channelArray(1), 10, row, 0, 10);
		assertArrayEquals(new float[] { 50, 52.5f, 57.5f, 62.5f, 67.5f, 72.5f,
			77.5f, 82.5f, 87.5f, 90 }, row, 1e-4f);
		assertEquals(5, large.labelArray()[10]);
		assertEquals(5, large.labelArray()[11]);
		assertEquals(6, large.labelArray()[12]);
		assertEquals(0.25, large.pixelSize().x(), 1e-12);
		assertEquals(PixelSize.UNCALIBRATED, sample().withPixelSize(
			PixelSize.UNCALIBRATED).scaled(2, 2).pixelSize());
	}

	@Test
	void otherLabelsMustFit() {
		final Sample other = sample().withLabels(ArrayImgs.ints(new int[15], 5, 3));
		assertEquals(0, other.labelArray()[7]);
		assertEquals("g", other.group());
		assertThrows(IllegalArgumentException.class, () -> sample().withLabels(
			ArrayImgs.ints(3, 5)));
	}
}
