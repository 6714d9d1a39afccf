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

import java.util.Arrays;

/**
 * Finds the two nearest objects of each pixel. A scan up and down the columns
 * gives each pixel the two nearest objects of its column; then each pixel looks
 * along its row, left and right, no farther than its second nearest object
 * found so far. Two per column are enough: an object behind two nearer ones of
 * the same column cannot be among the two nearest. Time: pixels x distance to
 * the second nearest object, which the limit bounds.
 */
final class NearestSearch {

	/** Vertical distance where there is nothing; its square is no overflow. */
	private static final int FAR = 46_000;

	private NearestSearch() {}

	/**
	 * Finds the two nearest objects of each pixel.
	 *
	 * @param labels object labels, (x, y) in raster order, 0 = background; only
	 *          read
	 * @param maxDistance limit in pixels, at least 0; objects farther away count
	 *          as absent
	 * @throws IllegalArgumentException if the labels do not have width x height
	 *           pixels, or a side exceeds 30,000
	 */
	static NearestObjects of(final int[] labels, final int width,
		final int height, final double maxDistance)
	{
		DistanceTransform.checkSize(labels.length, width, height);
		if (Math.max(width, height) > 30_000) throw new IllegalArgumentException(
			"The plane has " + width + " x " + height +
				" pixels; distances between objects are limited to sides of 30000, so pass a crop");
		final ColumnPairs pairs = new ColumnPairs(labels, width);
		final long square = (long) Math.floor(maxDistance * maxDistance);
		final int limit = (int) Math.min(square, 2L * 30_000 * 30_000);
		final NearestObjects result = new NearestObjects(new float[labels.length],
			new int[labels.length], new float[labels.length]);
		final RowSearch search = new RowSearch(pairs, limit);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				search.find(y * width, x, width).store(result, y * width + x);
		return result;
	}

	/** The two nearest objects of the column, and how far they are. */
	private static final class ColumnPairs {

		private final int[] label1, gap1, label2, gap2;

		ColumnPairs(final int[] labels, final int width) {
			final int n = labels.length;
			label1 = new int[n];
			label2 = new int[n];
			gap1 = new int[n];
			gap2 = new int[n];
			Arrays.fill(gap1, FAR);
			Arrays.fill(gap2, FAR);
			for (int i = 0; i < n; i++) {
				if (i >= width) take(i, i - width);
				if (labels[i] != 0) offer(i, labels[i], 0);
			}
			for (int i = n - width - 1; i >= 0; i--)
				take(i, i + width);
		}

		private void take(final int i, final int from) {
			if (label1[from] != 0) offer(i, label1[from], gap1[from] + 1);
			if (label2[from] != 0) offer(i, label2[from], gap2[from] + 1);
		}

		private void offer(final int i, final int label, final int gap) {
			if (label == label1[i]) gap1[i] = Math.min(gap1[i], gap);
			else if (gap < gap1[i]) {
				label2[i] = label1[i];
				gap2[i] = gap1[i];
				label1[i] = label;
				gap1[i] = gap;
			}
			else if (gap < gap2[i]) {
				label2[i] = label;
				gap2[i] = gap;
			}
		}
	}

	/** The search along one row, for one pixel at a time. */
	private static final class RowSearch {

		private final ColumnPairs pairs;
		private final int limit;
		private int label1, square1, label2, square2;

		RowSearch(final ColumnPairs pairs, final int limit) {
			this.pairs = pairs;
			this.limit = limit;
		}

		RowSearch find(final int row, final int x, final int width) {
			label1 = label2 = 0;
			// NB: One more than the limit, so that the limit itself still counts.
			square1 = square2 = limit + 1;
			offerColumn(row + x, 0);
			for (int dx = 1; dx * dx < square2 && dx < width; dx++) {
				if (x - dx >= 0) offerColumn(row + x - dx, dx * dx);
				if (x + dx < width) offerColumn(row + x + dx, dx * dx);
			}
			return this;
		}

		private void offerColumn(final int i, final int dx2) {
			if (pairs.label1[i] == 0) return;
			offer(pairs.label1[i], dx2 + pairs.gap1[i] * pairs.gap1[i]);
			if (pairs.label2[i] == 0) return;
			offer(pairs.label2[i], dx2 + pairs.gap2[i] * pairs.gap2[i]);
		}

		private void offer(final int label, final int square) {
			if (square >= square2) return;
			if (label == label1) square1 = Math.min(square1, square);
			else if (square < square1) {
				label2 = label1;
				square2 = square1;
				label1 = label;
				square1 = square;
			}
			else {
				label2 = label;
				square2 = square;
			}
		}

		void store(final NearestObjects result, final int i) {
			result.distance()[i] = root(label1, square1);
			result.label()[i] = label1;
			result.secondDistance()[i] = root(label2, square2);
		}

		private static float root(final int label, final int square) {
			return label == 0 ? Float.POSITIVE_INFINITY : (float) Math.sqrt(square);
		}
	}
}
