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
 * Shares the foreground out among the peaks of a landscape: a watershed (Meyer
 * 1991) in which two basins stay apart only when both are prominent. Pixels are
 * visited from high to low; where two basins meet, the lesser one is joined to
 * the other unless its peak stands out above the pass by the prominence, is
 * high enough and it has enough pixels there. Linear time; the memory beyond
 * the labels is 4 bytes per foreground pixel and 9 per peak.
 */
final class Basins {

	private static final int LEVELS = 256;

	private final byte[] level;
	private final int[] labels;
	private final int width;
	private final int prominence;
	private final int lowestPeak;
	private final int smallest;

	/**
	 * Per basin, from 1: the basin that it was joined to (or itself), its peak,
	 * its pixels.
	 */
	private int[] parent = new int[1024];
	private int[] area = new int[1024];
	private byte[] peak = new byte[1024];
	private int basins;

	private Basins(final byte[] level, final int[] labels, final int width,
		final int prominence, final int lowestPeak, final int smallest)
	{
		this.level = level;
		this.labels = labels;
		this.width = width;
		this.prominence = Math.max(1, prominence);
		this.lowestPeak = lowestPeak;
		this.smallest = smallest;
	}

	/**
	 * Floods.
	 *
	 * @param level 0 = background, otherwise the height of the pixel, 1 to 255
	 *          (unsigned); raster order, only read
	 * @param labels all 0; written
	 * @param prominence levels between pass and peak from which basins stay
	 *          apart, at least 1
	 * @param lowestPeak level that a peak needs to stay apart
	 * @param smallest pixels that a basin needs above the pass to stay apart
	 * @return the number of basins; their labels are 1..n
	 */
	static int run(final byte[] level, final int[] labels, final int width,
		final int prominence, final int lowestPeak, final int smallest)
	{
		final Basins basins = new Basins(level, labels, width, prominence,
			lowestPeak, smallest);
		for (final int i : basins.descending())
			basins.visit(i);
		return basins.number();
	}

	/** The foreground pixels from high to low, in raster order within a level. */
	private int[] descending() {
		final int[] start = new int[LEVELS + 1];
		for (final byte l : level)
			if (l != 0) start[LEVELS - (l & 0xff)]++;
		int sum = 0;
		for (int k = 0; k <= LEVELS; k++) {
			final int n = start[k];
			start[k] = sum;
			sum += n;
		}
		final int[] order = new int[sum];
		for (int i = 0; i < level.length; i++)
			if (level[i] != 0) order[start[LEVELS - (level[i] & 0xff)]++] = i;
		return order;
	}

	private void visit(final int i) {
		final int x = i % width;
		int best = 0;
		if (i >= width) best = meet(best, i - width, i);
		if (x > 0) best = meet(best, i - 1, i);
		if (x < width - 1) best = meet(best, i + 1, i);
		if (i < labels.length - width) best = meet(best, i + width, i);
		if (best == 0) best = add(level[i]);
		labels[i] = best;
		area[best]++;
	}

	/** The basin to which the pixel belongs after its neighbour was looked at. */
	private int meet(final int best, final int neighbour, final int i) {
		if (labels[neighbour] == 0) return best;
		final int other = find(labels[neighbour]);
		if (best == 0 || best == other) return other;
		final boolean higher = (peak[other] & 0xff) > (peak[best] & 0xff);
		final int major = higher ? other : best;
		final int minor = higher ? best : other;
		if (isProminent(minor, level[i] & 0xff) && isProminent(major, level[i] &
			0xff)) return major;
		parent[minor] = major;
		area[major] += area[minor];
		return major;
	}

	private boolean isProminent(final int basin, final int pass) {
		final int top = peak[basin] & 0xff;
		return top - pass >= prominence && top >= lowestPeak &&
			area[basin] >= smallest;
	}

	private int add(final byte top) {
		basins++;
		if (basins == parent.length) {
			final int size = (int) Math.min(Integer.MAX_VALUE - 8L, basins + basins /
				2L);
			parent = Arrays.copyOf(parent, size);
			area = Arrays.copyOf(area, size);
			peak = Arrays.copyOf(peak, size);
		}
		parent[basins] = basins;
		peak[basins] = top;
		return basins;
	}

	private int find(final int basin) {
		int root = basin;
		while (parent[root] != root)
			root = parent[root];
		for (int k = basin; parent[k] != root;) {
			final int next = parent[k];
			parent[k] = root;
			k = next;
		}
		return root;
	}

	/** Numbers the basins that are left, 1..n, and says how many. */
	private int number() {
		final int[] number = new int[basins + 1];
		int n = 0;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0) continue;
			final int root = find(labels[i]);
			if (number[root] == 0) number[root] = ++n;
			labels[i] = number[root];
		}
		return n;
	}
}
