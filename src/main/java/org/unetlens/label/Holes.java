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
 * Finds holes in objects row by row: areas of background, whose pixels share
 * edges or corners, that do not reach the border of the image and have one
 * object only as neighbour. All rows are surveyed first, from the first to the
 * last; then all are filled, in the same order. The memory is that of the runs
 * of background in a row, and 8 bytes per area. Not thread-safe.
 */
final class Holes {

	/** Owner of an area that has met no object so far. */
	private static final int NOBODY = 0;
	/** Owner of an area that is no hole. */
	private static final int OPEN = -1;

	private final int width;
	private final int height;
	private int y;

	private final int[] above;
	private Runs runs, runsAbove;

	/** Per area, from 0. */
	private int[] parent = new int[64];
	private int[] owner = new int[64];
	private int areas;

	Holes(final int width, final int height) {
		this.width = width;
		this.height = height;
		above = new int[width];
		runs = new Runs(width);
		runsAbove = new Runs(width);
	}

	/**
	 * The background of one row: first and last column, and area, of each run.
	 */
	private static final class Runs {

		private final int[] from, to, area;
		private int n;

		Runs(final int width) {
			from = new int[width / 2 + 1];
			to = new int[width / 2 + 1];
			area = new int[width / 2 + 1];
		}

		void find(final int[] row) {
			n = 0;
			for (int x = 0; x < row.length; x++) {
				if (row[x] != 0) continue;
				from[n] = x;
				while (x < row.length && row[x] == 0)
					x++;
				to[n++] = x - 1;
			}
		}
	}

	/** @param row labels of the next row; only read */
	void survey(final int[] row) {
		advance(row, true);
		for (int r = 0; r < runs.n; r++)
			if (y == 0 || y == height - 1 || runs.from[r] == 0 ||
				runs.to[r] == width - 1) owner[find(runs.area[r])] = OPEN;
			else {
				meet(runs.area[r], row[runs.from[r] - 1]);
				meet(runs.area[r], row[runs.to[r] + 1]);
				meetAll(runs, r, above);
			}
		for (int r = 0; r < runsAbove.n; r++)
			meetAll(runsAbove, r, row);
		System.arraycopy(row, 0, above, 0, width);
		y++;
	}

	/** After the last row: back to the first, to fill. */
	void surveyed() {
		y = 0;
		areas = 0;
		runs.n = 0;
		runsAbove.n = 0;
	}

	/** @param row labels of the next row, as surveyed; its holes get labels */
	void fill(final int[] row) {
		advance(row, false);
		for (int r = 0; r < runs.n; r++) {
			final int object = owner[find(runs.area[r])];
			if (object > 0) Arrays.fill(row, runs.from[r], runs.to[r] + 1, object);
		}
		y++;
	}

	/**
	 * Finds the runs of a row and the areas that they belong to: numbered in the
	 * order in which they are met, so that both times get the same.
	 */
	private void advance(final int[] row, final boolean join) {
		final Runs before = runsAbove;
		runsAbove = runs;
		runs = before;
		runs.find(row);
		int first = 0;
		for (int r = 0; r < runs.n; r++) {
			while (first < runsAbove.n && runsAbove.to[first] < runs.from[r] - 1)
				first++;
			final boolean touches = first < runsAbove.n &&
				runsAbove.from[first] <= runs.to[r] + 1;
			runs.area[r] = touches ? runsAbove.area[first] : newArea(join);
			for (int a = first + 1; join && touches && a < runsAbove.n &&
				runsAbove.from[a] <= runs.to[r] + 1; a++)
				join(runs.area[r], runsAbove.area[a]);
		}
	}

	private int newArea(final boolean initialise) {
		if (areas == parent.length) {
			final int size = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * areas);
			parent = Arrays.copyOf(parent, size);
			owner = Arrays.copyOf(owner, size);
		}
		if (initialise) {
			parent[areas] = areas;
			owner[areas] = NOBODY;
		}
		return areas++;
	}

	private void meetAll(final Runs of, final int r, final int[] neighbours) {
		if (owner[find(of.area[r])] == OPEN) return;
		int last = 0;
		for (int x = of.from[r]; x <= of.to[r]; x++) {
			if (neighbours[x] == last) continue;
			last = neighbours[x];
			meet(of.area[r], last);
		}
	}

	private void meet(final int area, final int label) {
		if (label == 0) return;
		final int root = find(area);
		if (owner[root] == NOBODY) owner[root] = label;
		else if (owner[root] != label) owner[root] = OPEN;
	}

	private void join(final int a, final int b) {
		final int i = find(a);
		final int j = find(b);
		if (i == j) return;
		final int first = Math.min(i, j);
		final int second = Math.max(i, j);
		parent[second] = first;
		if (owner[first] == NOBODY) owner[first] = owner[second];
		else if (owner[second] != NOBODY && owner[first] != owner[second])
			owner[first] = OPEN;
	}

	private int find(final int area) {
		int i = area;
		while (parent[i] != i) {
			parent[i] = parent[parent[i]];
			i = parent[i];
		}
		return i;
	}
}
