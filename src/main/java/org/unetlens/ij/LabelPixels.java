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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

/** Pixels of results as the arrays that ImageJ holds. */
final class LabelPixels {

	private static final int LARGEST_16_BIT = 65_535;

	private LabelPixels() {}

	/** The largest label, 0 when there is none. */
	static int largest(final RandomAccessibleInterval<IntType> labels) {
		int largest = 0;
		for (final IntType label : labels)
			largest = Math.max(largest, label.get());
		return largest;
	}

	/**
	 * Copies labels, axes (x, y).
	 *
	 * @param largest label of the whole stack
	 * @return {@code short[]}, or {@code float[]} beyond 65,535, which is exact
	 *         up to 16,777,216
	 */
	static Object of(final RandomAccessibleInterval<IntType> labels,
		final int largest)
	{
		return largest > LARGEST_16_BIT ? floats(labels) : shorts(labels);
	}

	private static short[] shorts(
		final RandomAccessibleInterval<IntType> labels)
	{
		final short[] pixels = new short[Math.toIntExact(labels.size())];
		final Cursor<IntType> cursor = Views.flatIterable(labels).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) cursor.next().get();
		return pixels;
	}

	private static float[] floats(
		final RandomAccessibleInterval<IntType> labels)
	{
		final float[] pixels = new float[Math.toIntExact(labels.size())];
		final Cursor<IntType> cursor = Views.flatIterable(labels).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		return pixels;
	}
}
