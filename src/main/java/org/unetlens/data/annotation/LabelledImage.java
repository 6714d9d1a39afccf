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

package org.unetlens.data.annotation;

import java.util.Objects;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.tensor.PixelSize;

/**
 * An image and its label picture as they were found; shared, not copied.
 *
 * @param name tells the image in messages, e.g. the file name
 * @param image raw intensities, axes (x, y, channel[, plane])
 * @param labels axes (x, y, channel[, plane]): one channel of values, or three
 *          of colours
 * @param pixelSize of the image
 */
public record LabelledImage(String name,
		RandomAccessibleInterval<? extends RealType<?>> image,
		RandomAccessibleInterval<? extends RealType<?>> labels,
		PixelSize pixelSize) {

	/**
	 * Checks that both have the same size.
	 *
	 * @throws IllegalArgumentException that names image and sizes
	 */
	public LabelledImage {
		Objects.requireNonNull(pixelSize);
		checkAxes(name, image, "image");
		checkAxes(name, labels, "label image");
		for (int d = 0; d < 2; d++)
			if (image.dimension(d) != labels.dimension(d))
				throw new IllegalArgumentException(name + ": the image has " + size(
					image) + " pixels, its label image " + size(labels) +
					"; they must be of the same size. Check that they belong together and that none was cropped or scaled");
		if (planes(image) != planes(labels)) throw new IllegalArgumentException(
			name + ": the image has " + planes(image) + " planes, its label image " +
				planes(labels) + "; each plane needs its labels");
	}

	/** Planes of the stack; 1 for a single image. */
	public int planes() {
		return planes(image);
	}

	private static void checkAxes(final String name,
		final RandomAccessibleInterval<?> image, final String what)
	{
		final int axes = image.numDimensions();
		if (axes < 3 || axes > 4) throw new IllegalArgumentException(name +
			": the " + what + " has " + axes +
			" axes; it must have (x, y, channel) or (x, y, channel, plane)");
	}

	private static int planes(final RandomAccessibleInterval<?> image) {
		return image.numDimensions() == 3 ? 1 : (int) image.dimension(3);
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return image.dimension(0) + " x " + image.dimension(1);
	}
}
