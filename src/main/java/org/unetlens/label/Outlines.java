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
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.IntegerType;

/**
 * Traces the outer boundaries of objects. One pass over the image finds the
 * first pixel of each object, then its boundary is walked once, on the threads
 * of the current {@link Parallelization}. Stateless.
 */
public final class Outlines {

	/** Steps of the headings east, south, west, north. */
	private static final int[] DX = { 1, 0, -1, 0 };
	private static final int[] DY = { 0, 1, 0, -1 };

	/** Outlines that a thread traces at a time. */
	private static final int AT_ONCE = 256;

	private Outlines() {}

	/**
	 * Traces all objects.
	 *
	 * @param labels axes (x, y), 0 = background; only read. Of an object in
	 *          several parts (not connected by edges), only the part with the
	 *          first pixel is traced; {@link LabelImages} makes no such objects.
	 * @return one outline per object, by ascending label
	 */
	public static List<Outline> of(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		final LabelPlane plane = LabelPlane.of(labels);
		final LabelIndex index = LabelIndex.of(plane.pixels());
		return Arrays.asList(trace(plane, index, ShapeSums.of(plane, index)));
	}

	/** All outlines, several at a time. */
	static Outline[] trace(final LabelPlane plane, final LabelIndex index,
		final ShapeSums shapes)
	{
		final Outline[] outlines = new Outline[index.size()];
		final int[] pixels = plane.pixels();
		final int width = plane.width();
		final List<Integer> starts = IntStream.iterate(0, k -> k < outlines.length,
			k -> k + AT_ONCE).boxed().toList();
		Parallelization.getTaskExecutor().forEach(starts, start -> {
			final Walk walk = new Walk((x, y) -> pixels[y * width + x], width, plane
				.height());
			for (int k = start; k < Math.min(outlines.length, start + AT_ONCE); k++)
				outlines[k] = walk.from(index.label(k), shapes.firstX(k), shapes.firstY(
					k));
		});
		return outlines;
	}

	/**
	 * Length of a polygon along pixel edges, with the corners of steps of one
	 * pixel cut, as ImageJ measures traced ROIs: side lengths less 2 - sqrt(2)
	 * (for square pixels) per cut corner.
	 *
	 * @param x columns of the corners
	 * @param y rows of the corners
	 * @param pixelWidth in any unit, that of the result
	 * @param pixelHeight in the same unit
	 */
	public static double perimeter(final int[] x, final int[] y,
		final double pixelWidth, final double pixelHeight)
	{
		long horizontal = 0, vertical = 0, cuts = 0;
		boolean cut = false;
		final int n = x.length;
		for (int i = 0; i < n; i++) {
			final int before = (i + n - 1) % n;
			final int dx = Math.abs(x[i] - x[before]);
			final int dy = Math.abs(y[i] - y[before]);
			horizontal += dx;
			vertical += dy;
			// NB: After a cut corner, a side of one pixel is used up.
			cut = dx + dy > 1 || !cut;
			if (cut) cuts++;
		}
		return horizontal * pixelWidth + vertical * pixelHeight - cuts *
			(pixelWidth + pixelHeight - Math.hypot(pixelWidth, pixelHeight));
	}

	/** A label image, asked pixel by pixel. */
	@FunctionalInterface
	interface Labels {

		int at(int x, int y);
	}

	/** A walk along pixel edges with the object on the right hand. */
	static final class Walk {

		private final Labels labels;
		private final int width;
		private final int height;
		private int[] xs = new int[64];
		private int[] ys = new int[64];

		Walk(final Labels labels, final int width, final int height) {
			this.labels = labels;
			this.width = width;
			this.height = height;
		}

		/** From the first pixel of the object in raster order. */
		Outline from(final int label, final int x0, final int y0) {
			int x = x0, y = y0, heading = 0, n = 0;
			do {
				final int turn = turn(x, y, heading, label);
				if (turn != 0 || n == 0) n = add(n, x, y);
				heading = heading + turn & 3;
				x += DX[heading];
				y += DY[heading];
			}
			while (x != x0 || y != y0);
			return new Outline(label, Arrays.copyOf(xs, n), Arrays.copyOf(ys, n));
		}

		/** 1 = right, 0 = straight on, 3 = left. */
		private int turn(final int x, final int y, final int heading,
			final int label)
		{
			if (!inside(x, y, heading, label)) return 1;
			return inside(x, y, heading + 3 & 3, label) ? 3 : 0;
		}

		/** Whether the pixel ahead and to the right belongs to the object. */
		private boolean inside(final int x, final int y, final int heading,
			final int label)
		{
			final int px = heading == 1 || heading == 2 ? x - 1 : x;
			final int py = heading >= 2 ? y - 1 : y;
			return px >= 0 && py >= 0 && px < width && py < height && labels.at(px,
				py) == label;
		}

		private int add(final int n, final int x, final int y) {
			if (n == xs.length) {
				xs = Arrays.copyOf(xs, 2 * n);
				ys = Arrays.copyOf(ys, 2 * n);
			}
			xs[n] = x;
			ys[n] = y;
			return n + 1;
		}
	}
}
