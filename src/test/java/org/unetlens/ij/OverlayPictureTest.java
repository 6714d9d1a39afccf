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

package org.unetlens.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;

import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Tests {@link OverlayPicture}. */
public class OverlayPictureTest {

	/** Object 3 at columns x0 to x1, rows y0 to y1. */
	private static Img<IntType> labels(final int w, final int h, final int x0,
		final int y0, final int x1, final int y1)
	{
		final Img<IntType> labels = ArrayImgs.ints(w, h);
		for (int y = y0; y <= y1; y++)
			for (int x = x0; x <= x1; x++)
				labels.getAt(x, y).set(3);
		return labels;
	}

	private static int rgb(final BufferedImage picture, final int x,
		final int y)
	{
		return picture.getRGB(x, y) & 0xffffff;
	}

	@Test
	public void outlineIsInsideTheObjectAndInItsColor() {
		final ImageProcessor image = new ShortProcessor(601, 401);
		image.set(0, 0, 1000);
		final BufferedImage picture = OverlayPicture.draw(image, labels(601, 401,
			100, 50, 200, 90));
		assertEquals(601, picture.getWidth());
		assertEquals(GlasbeyLut.rgb(3), rgb(picture, 100, 50));
		assertEquals(GlasbeyLut.rgb(3), rgb(picture, 200, 70));
		assertEquals(0, rgb(picture, 99, 50));
		assertEquals(0, rgb(picture, 101, 51));
		assertEquals(0, rgb(picture, 201, 70));
	}

	@Test
	public void stretchesContrast() {
		final FloatProcessor image = new FloatProcessor(600, 600);
		for (int i = 0; i < 600 * 600; i++)
			image.setf(i, -5 + 1e-4f * (i % 600));
		image.setf(77, 1e6f);
		final BufferedImage picture = OverlayPicture.draw(image, ArrayImgs.ints(600,
			600));
		assertEquals(0, rgb(picture, 0, 300));
		assertEquals(103, rgb(picture, 300, 300) & 255, 2);
		assertEquals(0xcdcdcd, rgb(picture, 599, 300));
	}

	@Test
	public void sparseImageIsNotBlack() {
		final ImageProcessor image = new ShortProcessor(600, 600);
		image.set(5, 5, 900);
		assertEquals(0xcdcdcd, rgb(OverlayPicture.draw(image, ArrayImgs.ints(600,
			600)), 5, 5));
	}

	@Test
	public void smallImagesAreEnlargedByWholeFactors() {
		final ColorProcessor image = new ColorProcessor(31, 17);
		image.set(30, 16, 0x123456);
		final BufferedImage picture = OverlayPicture.draw(image, labels(31, 17, 2,
			2, 4, 4));
		assertEquals(31 * 16, picture.getWidth());
		assertEquals(17 * 16, picture.getHeight());
		assertEquals(0x123456, rgb(picture, 31 * 16 - 1, 17 * 16 - 1));
		assertEquals(GlasbeyLut.rgb(3), rgb(picture, 32, 32));
		assertEquals(0, rgb(picture, 40, 40));
	}

	@Test
	public void largeImagesAreReduced() {
		final ImageProcessor image = new ShortProcessor(8192, 700);
		for (int i = 0; i < 8192 * 700; i += 2)
			image.set(i, 100);
		final BufferedImage picture = OverlayPicture.draw(image, labels(8192, 700,
			1000, 100, 3000, 400));
		assertEquals(4096, picture.getWidth());
		assertEquals(350, picture.getHeight());
		assertEquals(102.5, rgb(picture, 10, 10) & 255, 1);
		assertEquals(GlasbeyLut.rgb(3), rgb(picture, 501, 100));
	}

	@Test
	public void refusesLabelsOfAnotherSize() {
		assertThrows(IllegalArgumentException.class, () -> OverlayPicture.draw(
			new ShortProcessor(9, 8), ArrayImgs.ints(8, 9)));
	}
}
