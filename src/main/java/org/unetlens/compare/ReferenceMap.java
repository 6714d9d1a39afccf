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

package org.unetlens.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.label.LabelImages;
import org.unetlens.label.LabelPlane;
import org.unetlens.metrics.Boundary;

/**
 * What all outputs on one image are measured against, made once: the reference
 * labels, their boundary and the distances to it, the lines across their
 * borders, and the units that the image falls into. A unit is an object with
 * its cell, i.e. the background that is nearest to it (counted in steps along
 * the axes); an image without objects is one unit. Immutable.
 */
final class ReferenceMap {

	private final LabelPlane plane;
	/** Labels that occur, ascending; the place is the unit. */
	private final int[] labels;
	private final int[] units;
	private final Boundary boundary;
	private final BorderLines lines;
	private final double medianDiameter;

	private ReferenceMap(final LabelPlane plane) {
		this.plane = plane;
		labels = labels(plane.pixels());
		final Img<IntType> grown = LabelImages.grown(ArrayImgs.ints(plane.pixels(),
			plane.width(), plane.height()));
		units = unitsOf(LabelPlane.of(grown).pixels());
		boundary = Boundary.of(plane);
		lines = BorderLines.of(plane, boundary);
		medianDiameter = findMedianDiameter();
	}

	/**
	 * Prepares a reference.
	 *
	 * @param labels axes (x, y), 0 = background; only read, not to be changed
	 *          afterwards
	 */
	static ReferenceMap of(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		return new ReferenceMap(LabelPlane.of(labels));
	}

	LabelPlane plane() {
		return plane;
	}

	int objects() {
		return labels.length;
	}

	/** As many as objects, at least 1. */
	int units() {
		return Math.max(1, labels.length);
	}

	/** The unit of the pixel (i % width, i / width), from 0. */
	int unit(final int i) {
		return units[i];
	}

	/** The unit of an object. */
	int unitOf(final int label) {
		return Arrays.binarySearch(labels, label);
	}

	/** The unit of every pixel. */
	LabelPlane cells() {
		return LabelPlane.wrap(units, plane.width(), plane.height());
	}

	boolean isForeground(final int i) {
		return plane.pixels()[i] != 0;
	}

	Boundary boundary() {
		return boundary;
	}

	BorderLines lines() {
		return lines;
	}

	/**
	 * Median over the objects of the diameter of a circle of the same area, in
	 * pixels; NaN without objects.
	 */
	double medianDiameter() {
		return medianDiameter;
	}

	private static int[] labels(final int[] pixels) {
		return IntStream.range(0, pixels.length).filter(i -> pixels[i] != 0 &&
			(i == 0 || pixels[i] != pixels[i - 1])).map(i -> pixels[i]).sorted()
			.distinct().toArray();
	}

	private int[] unitsOf(final int[] grown) {
		int last = 0, unit = 0;
		for (int i = 0; i < grown.length; i++) {
			// NB: Neighbours mostly belong to one cell; 0 is an empty image.
			if (grown[i] != last) {
				last = grown[i];
				unit = unitOf(last);
			}
			grown[i] = unit;
		}
		return grown;
	}

	private double findMedianDiameter() {
		final long[] areas = new long[units()];
		for (int i = 0; i < units.length; i++)
			if (isForeground(i)) areas[units[i]]++;
		Arrays.sort(areas);
		final int n = areas.length;
		return objects() == 0 ? Double.NaN : (diameter(areas[(n - 1) / 2]) +
			diameter(areas[n / 2])) / 2;
	}

	private static double diameter(final long area) {
		return 2 * Math.sqrt(area / Math.PI);
	}
}
