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

package org.unetlens.ij.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.ij.UnsuitableImageException;
import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Reads label images and masks of ImageJ, plane by plane. Stateless. */
final class LabelReader {

	private final ObjectsAre objects;

	LabelReader(final ObjectsAre objects) {
		this.objects = objects;
	}

	/**
	 * The planes of an image: copies, axes (x, y), 0 = background, i = object i.
	 *
	 * @param image 8, 16 or 32 bit, one channel; not changed
	 * @throws UnsuitableImageException when it is no label image
	 */
	List<Img<IntType>> read(final ImagePlus image) {
		if (image.getType() == ImagePlus.COLOR_RGB || image.getNChannels() > 1)
			throw new UnsuitableImageException(quoted(image) + " has " + (image
				.getType() == ImagePlus.COLOR_RGB ? "colours" : image.getNChannels() +
					" channels") +
				". A label image has one channel, with one number per object. Take one channel with Image > Duplicate..., or convert it with Image > Type");
		final List<Img<IntType>> planes = new ArrayList<>();
		for (int i = 1; i <= image.getStackSize(); i++)
			planes.add(plane(image, image.getStack().getProcessor(i)));
		return planes;
	}

	private Img<IntType> plane(final ImagePlus image, final ImageProcessor ip) {
		final int[] labels = IntStream.range(0, ip.getPixelCount()).map(i -> label(
			image, ip.getf(i))).toArray();
		final Img<IntType> plane = ArrayImgs.ints(labels, ip.getWidth(), ip
			.getHeight());
		if (objects == ObjectsAre.NUMBERS) return plane;
		if (objects == ObjectsAre.AUTO && !hasOneNumber(labels)) return plane;
		final Img<IntType> areas = ConnectedAreas.of(plane, Connectivity.FOUR);
		if (objects == ObjectsAre.AREAS) return areas;
		int count = 0;
		for (final IntType area : areas)
			count = Math.max(count, area.get());
		if (count > 1) throw looksLikeMask(image, count);
		return plane;
	}

	private static int label(final ImagePlus image, final float value) {
		if (value == (int) value && value >= 0) return (int) value;
		throw new UnsuitableImageException(quoted(image) + " holds the value " +
			value +
			". A label image holds whole numbers, 0 for background and 1 and above for objects. If these are probabilities, make a mask of them with Image > Adjust > Threshold...");
	}

	private static boolean hasOneNumber(final int[] labels) {
		int number = 0;
		for (final int label : labels)
			if (label != 0) {
				if (number != 0 && label != number) return false;
				number = label;
			}
		return number != 0;
	}

	private static UnsuitableImageException looksLikeMask(final ImagePlus image,
		final int areas)
	{
		return new UnsuitableImageException(quoted(image) +
			" holds one number only, in " + areas +
			" separate areas. If it is a mask, where each area is an object, say so by --objects areas (in a macro objects=areas); if all are one object, by numbers instead of areas");
	}

	private static String quoted(final ImagePlus image) {
		return "\"" + image.getTitle() + "\"";
	}
}
