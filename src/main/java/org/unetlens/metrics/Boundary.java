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

package org.unetlens.metrics;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelPlane;

/**
 * The boundary of a label image: the pixels of an object with a neighbour
 * (sharing an edge, within the image) that has another label; and how far every
 * pixel is from it. Made once to be compared with many. Immutable.
 */
public final class Boundary {

	private final boolean[] pixels;
	private final float[] squaredDistance;
	private final int width;
	private final long size;

	private Boundary(final LabelPlane plane) {
		width = plane.width();
		pixels = find(plane.pixels(), width);
		squaredDistance = DistanceTransform.squared(pixels, width, plane.height());
		long n = 0;
		for (final boolean b : pixels)
			if (b) n++;
		size = n;
	}

	/**
	 * Finds the boundary of a label image.
	 *
	 * @param labels axes (x, y), 0 = background; only read
	 */
	public static Boundary of(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		return of(LabelPlane.of(labels));
	}

	public static Boundary of(final LabelPlane labels) {
		return new Boundary(labels);
	}

	/** Whether the pixel (i % width, i / width) belongs to it. */
	public boolean contains(final int i) {
		return pixels[i];
	}

	/**
	 * Squared distance of the pixel (i % width, i / width) to it, in pixels^2;
	 * infinite when nothing is boundary.
	 */
	public float squaredDistance(final int i) {
		return squaredDistance[i];
	}

	/** How many pixels belong to it. */
	public long size() {
		return size;
	}

	/**
	 * How many of its pixels lie near another boundary.
	 *
	 * @param radius largest distance that counts as near, in pixels
	 */
	public long near(final Boundary other, final double radius) {
		checkSameSize(other);
		long n = 0;
		for (int i = 0; i < pixels.length; i++)
			if (pixels[i] && other.squaredDistance[i] <= radius * radius) n++;
		return n;
	}

	/**
	 * The smallest distance to another boundary that so many per cent of its
	 * pixels do not exceed.
	 *
	 * @param percentile 0 to 100
	 * @return pixels; 0 without a pixel, infinite when the other one has none
	 */
	double distance(final Boundary other, final double percentile) {
		checkSameSize(other);
		final float[] values = new float[(int) size];
		if (values.length == 0) return 0;
		int n = 0;
		for (int i = 0; i < pixels.length; i++)
			if (pixels[i]) values[n++] = other.squaredDistance[i];
		Arrays.sort(values);
		final int rank = (int) Math.ceil(percentile / 100 * values.length);
		return Math.sqrt(values[Math.max(0, rank - 1)]);
	}

	private void checkSameSize(final Boundary o) {
		if (width != o.width || pixels.length != o.pixels.length)
			throw new IllegalArgumentException("The label images have " + width +
				" x " + pixels.length / width + " and " + o.width + " x " +
				o.pixels.length / o.width + " pixels; they must have the same size");
	}

	private static boolean[] find(final int[] labels, final int width) {
		final boolean[] boundary = new boolean[labels.length];
		for (int i = 0; i < labels.length; i++) {
			final int x = i % width, label = labels[i];
			boundary[i] = label != 0 && (x > 0 && labels[i - 1] != label ||
				x < width - 1 && labels[i + 1] != label || i >= width && labels[i -
					width] != label || i + width < labels.length && labels[i +
						width] != label);
		}
		return boundary;
	}
}
