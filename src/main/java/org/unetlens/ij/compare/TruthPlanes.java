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

package org.unetlens.ij.compare;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * The truth of an image, plane by plane: a label image with whole numbers. What
 * they mean, the comparison knows. Immutable.
 */
final class TruthPlanes {

	private final ImagePlus truth;
	private final int planes;

	/**
	 * @param truth of each plane, or of the one that is compared; never changed
	 * @throws IllegalArgumentException when it is no label image or does not
	 *           belong to the image
	 */
	TruthPlanes(final ImagePlus truth, final ImagePlus image) {
		this.truth = truth;
		planes = image.getNSlices() * image.getNFrames();
		requireOneChannel();
		requireSize(image);
	}

	/**
	 * The labels of a plane.
	 *
	 * @param plane counted from 1
	 * @return axes (x, y), minimum 0; a copy
	 */
	RandomAccessibleInterval<IntType> plane(final int plane,
		final Region region)
	{
		if (truth.getStackSize() > 1) requireEach();
		final Img<IntType> labels = ArrayImgs.ints(labels(truth.getStackSize() == 1
			? 1 : plane), truth.getWidth(), truth.getHeight());
		final Img<IntType> part = ArrayImgs.ints(region.width(), region.height());
		final Cursor<IntType> from = Views.flatIterable(Views.offsetInterval(labels,
			new long[] { region.x(), region.y() }, new long[] { region.width(), region
				.height() })).cursor();
		part.forEach(label -> label.set(from.next()));
		return part;
	}

	/** Throws when some planes have no labels of their own. */
	void requireEach() {
		if (truth.getStackSize() != planes) throw new IllegalArgumentException(
			"The truth \"" + truth.getTitle() + "\" has " + truth.getStackSize() +
				" planes, but the image has " + planes +
				"; each plane needs its labels");
	}

	private int[] labels(final int index) {
		final ImageProcessor pixels = truth.getStack().getProcessor(index);
		final int[] labels = new int[pixels.getPixelCount()];
		for (int i = 0; i < labels.length; i++) {
			final float value = pixels.getf(i);
			labels[i] = (int) value;
			if (!(value >= 0) || labels[i] != value)
				throw new IllegalArgumentException("The truth \"" + truth.getTitle() +
					"\" holds the value " + value +
					"; a label image has whole numbers, 0 = background, 1, 2 ... = objects");
		}
		return labels;
	}

	private void requireOneChannel() {
		if (truth.getType() == ImagePlus.COLOR_RGB || truth.getNChannels() != 1)
			throw new IllegalArgumentException("The truth \"" + truth.getTitle() +
				"\" has several channels or is a colour picture. Give a label image: one channel, 0 = background, 1, 2 ... = objects");
	}

	private void requireSize(final ImagePlus image) {
		if (truth.getWidth() != image.getWidth() || truth.getHeight() != image
			.getHeight()) throw new IllegalArgumentException("The truth \"" + truth
				.getTitle() + "\" has " + truth.getWidth() + " x " + truth.getHeight() +
				" px, but \"" + image.getTitle() + "\" has " + image.getWidth() +
				" x " + image.getHeight() + "; give the labels of this very image");
	}
}
