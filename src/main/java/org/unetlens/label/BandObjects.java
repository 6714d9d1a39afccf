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

import java.util.ArrayList;
import java.util.List;

/**
 * The objects of one band of rows, found without a look at its neighbours. An
 * area that reaches the first or last row, other than the first or last row of
 * the image, is open: it may go on.
 * <p>
 * Where areas have to be parted, the open ones are kept as parts and have no
 * labels yet; elsewhere every area is an object, or a piece of one.
 *
 * @param row first row of the band
 * @param labels (x, y) of the band in raster order: 0 = background, 1..objects
 * @param sizes pixels of each label, from 1
 * @param parts open areas that have to be parted
 * @param top per column, what the first row holds that is open: the number,
 *          from 1, of a part, or where nothing has to be parted the label; 0 =
 *          nothing
 * @param bottom the same for the last row
 */
record BandObjects(int row, int[] labels, int[] sizes, List<OpenPart> parts,
		int[] top, int[] bottom) {

	/**
	 * @param heights of the band, (x, y) in raster order; changed
	 * @param row first row of the band in the image
	 * @param imageHeight rows of the image
	 */
	static BandObjects of(final Landscape landscape, final byte[] heights,
		final int width, final int row, final int imageHeight)
	{
		final int rows = heights.length / width;
		final int[] areas = new int[heights.length];
		for (int i = 0; i < areas.length; i++)
			if (heights[i] != 0) ConnectedAreas.mark(areas, i);
		final int n = ConnectedAreas.connect(areas, width, Connectivity.FOUR, 0);
		final int[] top = new int[width];
		final int[] bottom = new int[width];
		if (row > 0) System.arraycopy(areas, 0, top, 0, width);
		if (row + rows < imageHeight) System.arraycopy(areas, (rows - 1) * width,
			bottom, 0, width);
		if (landscape.isWhole()) return new BandObjects(row, areas, Landscape.sizes(
			areas, n), List.of(), top, bottom);
		final List<OpenPart> parts = cut(areas, n, heights, width, row, top,
			bottom);
		java.util.Arrays.fill(areas, 0);
		final int objects = landscape.part(heights, areas, width);
		return new BandObjects(row, areas, Landscape.sizes(areas, objects), parts,
			top, bottom);
	}

	/** Takes the open areas out of the landscape; top and bottom name parts. */
	private static List<OpenPart> cut(final int[] areas, final int n,
		final byte[] heights, final int width, final int row, final int[] top,
		final int[] bottom)
	{
		final int[] part = new int[n + 1];
		final List<OpenPart> parts = new ArrayList<>();
		for (final int[] edge : new int[][] { top, bottom })
			for (int x = 0; x < width; x++) {
				if (edge[x] != 0 && part[edge[x]] == 0) {
					parts.add(new OpenPart());
					part[edge[x]] = parts.size();
				}
				edge[x] = part[edge[x]];
			}
		if (parts.isEmpty()) return parts;
		for (int start = 0, y = row; start < areas.length; start += width, y++)
			cutRow(areas, start, width, part, heights, y, parts);
		return parts;
	}

	private static void cutRow(final int[] areas, final int start,
		final int width, final int[] part, final byte[] heights, final int y,
		final List<OpenPart> parts)
	{
		final int end = start + width;
		for (int i = start; i < end;) {
			final int area = areas[i];
			final int from = i++;
			while (i < end && areas[i] == area)
				i++;
			if (part[area] == 0) continue;
			parts.get(part[area] - 1).add(y, from - start, heights, from, i - from);
			java.util.Arrays.fill(heights, from, i, (byte) 0);
		}
	}
}
