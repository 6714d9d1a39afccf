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

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The objects of one annotated plane. Immutable; arrays are shared, not to
 * change.
 *
 * @param count of objects
 * @param touching objects with a pixel beside one of another object
 * @param broken objects in several pieces, small ones left out
 * @param specks objects of at most {@link #SPECK} pixels
 * @param diameters of disks of the same area, px, ascending; of objects that
 *          lie wholly in the image and are no specks
 * @param extents longer sides of their bounding boxes, px, ascending; of all
 *          objects that are no specks
 */
public record ObjectSurvey(int count, int touching, int broken, int specks,
		double[] diameters, double[] extents) {

	/**
	 * Where a model may keep, among what is known of its training, the median
	 * diameter of the objects that it was trained on, px.
	 */
	public static final String DIAMETER = "object diameter px";

	/** Objects of so few pixels are slips of the annotation. */
	public static final int SPECK = 4;

	/** @param labels row by row; objects above 0 */
	static ObjectSurvey of(final int[] labels, final int width) {
		final Map<Integer, Extent> objects = new HashMap<>();
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > 0) objects.computeIfAbsent(labels[i], k -> new Extent())
				.add(labels, i, width);
		countPieces(labels, width, objects);
		return new ObjectSurvey(objects.size(), (int) objects.values().stream()
			.filter(e -> e.touches).count(), (int) objects.values().stream().filter(
				e -> e.pieces > 1).count(), (int) objects.values().stream().filter(
					e -> e.area <= SPECK).count(), objects.values().stream().filter(
						e -> e.area > SPECK && !e.cut).mapToDouble(Extent::diameter)
						.sorted().toArray(), objects.values().stream().filter(
							e -> e.area > SPECK).mapToDouble(Extent::longSide).sorted()
							.toArray());
	}

	/** The objects of all planes together. */
	static ObjectSurvey join(final Iterable<ObjectSurvey> planes) {
		int count = 0;
		int touching = 0;
		int broken = 0;
		int specks = 0;
		double[] diameters = {};
		double[] extents = {};
		for (final ObjectSurvey plane : planes) {
			count += plane.count;
			touching += plane.touching;
			broken += plane.broken;
			specks += plane.specks;
			diameters = join(diameters, plane.diameters);
			extents = join(extents, plane.extents);
		}
		Arrays.sort(diameters);
		Arrays.sort(extents);
		return new ObjectSurvey(count, touching, broken, specks, diameters,
			extents);
	}

	private static double[] join(final double[] a, final double[] b) {
		final double[] joined = Arrays.copyOf(a, a.length + b.length);
		System.arraycopy(b, 0, joined, a.length, b.length);
		return joined;
	}

	/** The value below which a share (0 to 1) of the sorted ones lies, or 0. */
	static double quantile(final double[] sorted, final double share) {
		return sorted.length == 0 ? 0 : sorted[(int) Math.round(share *
			(sorted.length - 1))];
	}

	/** Diameter, px, below which a share (0 to 1) of the whole objects lies. */
	public double diameter(final double share) {
		return quantile(diameters, share);
	}

	/** Longer side, px, below which that of a share (0 to 1) of objects lies. */
	public double extent(final double share) {
		return quantile(extents, share);
	}

	private static void countPieces(final int[] labels, final int width,
		final Map<Integer, Extent> objects)
	{
		final AreaList areas = new AreaList(labels, width);
		for (int a = 0; a < areas.count(); a++) {
			final Extent object = objects.get(areas.key(a));
			// NB: A pixel or two that came loose make no second piece.
			if (object != null && areas.size(a) >= Math.max(SPECK + 1, object.area /
				10)) object.pieces++;
		}
	}

	private static final class Extent {

		private int area;
		private int left = Integer.MAX_VALUE;
		private int right = -1;
		private int top = Integer.MAX_VALUE;
		private int bottom = -1;
		private boolean cut;
		private boolean touches;
		private int pieces;

		void add(final int[] labels, final int i, final int width) {
			final int x = i % width;
			final int y = i / width;
			area++;
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
			cut |= x == 0 || x == width - 1 || y == 0 || i + width >= labels.length;
			touches |= x > 0 && isOther(labels, i, i - 1) || x + 1 < width && isOther(
				labels, i, i + 1) || y > 0 && isOther(labels, i, i - width) || i +
					width < labels.length && isOther(labels, i, i + width);
		}

		private static boolean isOther(final int[] labels, final int i,
			final int k)
		{
			return labels[k] > 0 && labels[k] != labels[i];
		}

		double diameter() {
			return 2 * Math.sqrt(area / Math.PI);
		}

		double longSide() {
			return Math.max(right - left, bottom - top) + 1;
		}
	}
}
