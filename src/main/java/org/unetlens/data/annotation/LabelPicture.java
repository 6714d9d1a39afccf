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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * A label picture as it was found: one whole number per pixel, a value or a
 * packed colour. Immutable; thread-safe.
 *
 * @param name tells it in messages
 * @param pixels axes (x, y, channel) or (x, y, channel, plane), one channel or
 *          three (red, green, blue)
 */
record LabelPicture(String name,
		RandomAccessibleInterval<? extends RealType<?>> pixels) {

	/** The value of pixels that are not annotated. */
	static final int UNKNOWN = -1;

	LabelPicture {
		final int axes = pixels.numDimensions();
		if (axes < 3 || axes > 4) throw new IllegalArgumentException(name +
			": the labels have " + axes +
			" axes; they must be a plane or a stack of planes");
		if (pixels.dimension(2) != 1 && pixels.dimension(2) != 3)
			throw new IllegalArgumentException(name + ": the labels have " + pixels
				.dimension(2) +
				" channels; a label image has one, or is an RGB picture with one colour per object or class");
	}

	int width() {
		return (int) pixels.dimension(0);
	}

	int height() {
		return (int) pixels.dimension(1);
	}

	int planes() {
		return pixels.numDimensions() == 3 ? 1 : (int) pixels.dimension(3);
	}

	/** One plane, axes (x, y, channel), counted from 0. */
	RandomAccessibleInterval<? extends RealType<?>> plane(final int plane) {
		return pixels.numDimensions() == 3 ? pixels : Views.hyperSlice(pixels, 3,
			pixels.min(3) + plane);
	}

	/** Whether a pixel has another hue than grey. */
	boolean isColor() {
		if (pixels.dimension(2) == 1) return false;
		for (int p = 0; p < planes(); p++) {
			final int[] r = channel(p, 0);
			final int[] g = channel(p, 1);
			final int[] b = channel(p, 2);
			for (int i = 0; i < r.length; i++)
				if (r[i] != g[i] || g[i] != b[i]) return true;
		}
		return false;
	}

	/**
	 * The values of one plane row by row.
	 *
	 * @param color whether values are packed colours: red * 65536 + green * 256 +
	 *          blue
	 * @throws IllegalArgumentException for a value that is no label
	 */
	int[] keys(final int plane, final boolean color) {
		final int[] red = channel(plane, 0);
		if (!color) return red;
		final boolean grey = pixels.dimension(2) == 1;
		final int[] green = grey ? red : channel(plane, 1);
		final int[] blue = grey ? red : channel(plane, 2);
		final int[] keys = new int[red.length];
		for (int i = 0; i < keys.length; i++)
			keys[i] = (red[i] & 255) << 16 | (green[i] & 255) << 8 | blue[i] & 255;
		return keys;
	}

	private int[] channel(final int plane, final int channel) {
		final RandomAccessibleInterval<? extends RealType<?>> p = plane(plane);
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(Views
			.hyperSlice(p, 2, p.min(2) + channel)).cursor();
		final int[] values = new int[width() * height()];
		for (int i = 0; i < values.length; i++)
			values[i] = label(cursor.next().getRealDouble());
		return values;
	}

	private int label(final double value) {
		if (Double.isNaN(value)) throw new IllegalArgumentException(name +
			": a label is NaN, which is no number; set such pixels to 0 (background) or to " +
			UNKNOWN + " (not annotated)");
		if (value < UNKNOWN) throw new IllegalArgumentException(name +
			": the label " + text(value) +
			" is negative; labels are 0 and up, only " + UNKNOWN +
			" is allowed for pixels that are not annotated");
		if (value != Math.rint(value)) throw new IllegalArgumentException(name +
			": the label " + text(value) +
			" is not a whole number; if this is a probability map, make a mask of it with Image > Adjust > Threshold...");
		if (value > Integer.MAX_VALUE) throw new IllegalArgumentException(name +
			": the label " + text(value) +
			" is too large; number the objects anew from 1");
		return (int) value;
	}

	private static String text(final double value) {
		return value == Math.rint(value) ? String.format("%.0f", value) : Float
			.toString((float) value);
	}
}
