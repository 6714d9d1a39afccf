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

package org.unetlens.label;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

/**
 * One label image (x, y) as plain integers: pixel (x, y) is
 * {@code pixels()[y * width() + x]}, 0 is background. Only for reading: the
 * pixels may be those of the image it was made from.
 */
public final class LabelPlane {

	private final int[] pixels;
	private final int width;
	private final int height;

	private LabelPlane(final int[] pixels, final int width, final int height) {
		this.pixels = pixels;
		this.width = width;
		this.height = height;
	}

	/**
	 * Reads an image: shares the pixels of an {@code ArrayImg} of
	 * {@link IntType}, copies any other image.
	 *
	 * @param image axes (x, y); any minimum
	 * @throws IllegalArgumentException if the image has not two axes or 2^31
	 *           pixels and more
	 */
	public static LabelPlane of(
		final RandomAccessibleInterval<? extends IntegerType<?>> image)
	{
		if (image.numDimensions() != 2) throw new IllegalArgumentException(
			"A label image has the axes (x, y), but this one has " + image
				.numDimensions() + " axes; pass one plane");
		final int width = (int) image.dimension(0);
		final int height = (int) image.dimension(1);
		if (image.dimension(0) * image.dimension(1) > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException("The label image has " + image
				.dimension(0) + " x " + image.dimension(1) +
				" pixels; at most 2^31 can be handled at once, so pass a crop");
		final int[] shared = sharedPixels(image);
		return new LabelPlane(shared == null ? copy(image, width * height) : shared,
			width, height);
	}

	/**
	 * Wraps an array without copying it.
	 *
	 * @throws IllegalArgumentException if it does not hold width x height pixels
	 */
	public static LabelPlane wrap(final int[] pixels, final int width,
		final int height)
	{
		DistanceTransform.checkSize(pixels.length, width, height);
		return new LabelPlane(pixels, width, height);
	}

	/** The labels, (x, y) in raster order; not to be changed. */
	public int[] pixels() {
		return pixels;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/**
	 * Checks that two label images can be compared pixel by pixel.
	 *
	 * @throws IllegalArgumentException if their sizes differ
	 */
	public void checkSameSize(final LabelPlane other) {
		if (width != other.width || height != other.height)
			throw new IllegalArgumentException("The label images have " + width +
				" x " + height + " and " + other.width + " x " + other.height +
				" pixels; they must have the same size");
	}

	private static int[] sharedPixels(
		final RandomAccessibleInterval<? extends IntegerType<?>> image)
	{
		if (image instanceof ArrayImg<?, ?> array && array
			.firstElement() instanceof IntType && array.update(
				null) instanceof IntArray ints) return ints.getCurrentStorageArray();
		return null;
	}

	private static int[] copy(
		final RandomAccessibleInterval<? extends IntegerType<?>> image,
		final int size)
	{
		final int[] pixels = new int[size];
		final Cursor<? extends IntegerType<?>> cursor = Views.flatIterable(image)
			.cursor();
		for (int i = 0; i < size; i++)
			pixels[i] = cursor.next().getInteger();
		return pixels;
	}
}
