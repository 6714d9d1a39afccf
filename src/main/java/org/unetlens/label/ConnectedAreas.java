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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;

/**
 * Connected areas of a mask, numbered 1..n in raster order of their first
 * pixel. Union-find within the label array itself: no memory beyond it, time
 * linear in the number of pixels for all practical purposes. Stateless.
 */
public final class ConnectedAreas {

	private ConnectedAreas() {}

	/**
	 * Labels the areas of the pixels other than 0, e.g. the regions that the
	 * membranes of a truth image (255 inside, 0 membrane) enclose.
	 *
	 * @param mask axes (x, y); only read
	 * @return a new label image (x, y)
	 */
	public static Img<IntType> of(
		final RandomAccessibleInterval<? extends IntegerType<?>> mask,
		final Connectivity connectivity)
	{
		final LabelPlane plane = LabelPlane.of(mask);
		final int[] labels = new int[plane.pixels().length];
		for (int i = 0; i < labels.length; i++)
			if (plane.pixels()[i] != 0) mark(labels, i);
		connect(labels, plane.width(), connectivity, 0);
		return ArrayImgs.ints(labels, plane.width(), plane.height());
	}

	/** Makes a pixel part of the mask that the next {@link #connect} labels. */
	static void mark(final int[] labels, final int i) {
		// NB: While areas grow, a marked pixel holds ~parent, which is negative.
		labels[i] = ~i;
	}

	/**
	 * Numbers the areas of all marked pixels; other pixels stay as they are.
	 *
	 * @param labels (x, y) in raster order
	 * @param last the number before the first one to give
	 * @return the last number given
	 */
	static int connect(final int[] labels, final int width,
		final Connectivity connectivity, final int last)
	{
		for (int row = 0; row < labels.length; row += width)
			for (int x = 0; x < width; x++) {
				if (labels[row + x] >= 0) continue;
				if (connectivity == Connectivity.FOUR) joinEdges(labels, row + x, x,
					width);
				else joinCorners(labels, row + x, x, width);
			}
		return number(labels, last);
	}

	// NB: A pixel may take the parent of a neighbour as its own. Neighbours that
	// touch each other are joined already, so few pixels need a search for roots.

	private static void joinEdges(final int[] labels, final int i, final int x,
		final int width)
	{
		final boolean left = x > 0 && labels[i - 1] < 0;
		final boolean up = i >= width && labels[i - width] < 0;
		if (left) labels[i] = labels[i - 1];
		else if (up) labels[i] = labels[i - width];
		if (left && up && labels[i - width - 1] >= 0) join(labels, i, i - width);
	}

	private static void joinCorners(final int[] labels, final int i, final int x,
		final int width)
	{
		final boolean left = x > 0 && labels[i - 1] < 0;
		if (i < width) {
			if (left) labels[i] = labels[i - 1];
			return;
		}
		final int up = i - width;
		final boolean upLeft = x > 0 && labels[up - 1] < 0;
		final boolean upRight = x < width - 1 && labels[up + 1] < 0;
		if (labels[up] < 0) labels[i] = labels[up];
		else {
			final int other = upLeft ? up - 1 : i - 1;
			if (upRight) labels[i] = labels[up + 1];
			else if (upLeft || left) labels[i] = labels[other];
			if (upRight && (upLeft || left)) join(labels, i, other);
		}
	}

	/** The earlier root wins, so that every parent lies before its children. */
	private static void join(final int[] labels, final int i, final int j) {
		final int a = root(labels, i);
		final int b = root(labels, j);
		if (a < b) labels[b] = ~a;
		else labels[a] = ~b;
	}

	private static int root(final int[] labels, final int start) {
		int i = start;
		int parent = ~labels[i];
		while (parent != i) {
			labels[i] = labels[parent];
			i = ~labels[i];
			parent = ~labels[i];
		}
		return i;
	}

	private static int number(final int[] labels, final int last) {
		int n = last;
		for (int i = 0; i < labels.length; i++) {
			final int parent = ~labels[i];
			if (parent < 0) continue;
			labels[i] = parent == i ? ++n : labels[parent];
		}
		return n;
	}
}
