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
 * Exact Euclidean distances, in pixels, from every pixel to the nearest
 * foreground pixel (centre to centre; 0 on the foreground itself). Time is
 * linear in the number of pixels. Images are single planes in raster order:
 * pixel (x, y) has the index {@code y * width + x}. Inputs are only read,
 * results are new arrays. Stateless, so safe to call from several threads.
 * <p>
 * Two passes over columns, then rows, as the lower envelope of parabolas
 * (Felzenszwalb and Huttenlocher 2012, doi:10.4086/toc.2012.v008a019), in
 * integer arithmetic.
 * </p>
 *
 * @see NearestObjects
 */
public final class DistanceTransform {

	/** Column distance of a pixel whose column holds no foreground. */
	static final int NONE = -1;

	private DistanceTransform() {}

	/**
	 * Squared distances to the nearest {@code true} pixel.
	 *
	 * @param mask foreground, (x, y) in raster order
	 * @return squared distance in pixels^2, exact up to 2^24;
	 *         {@link Float#POSITIVE_INFINITY} everywhere when nothing is
	 *         foreground
	 * @throws IllegalArgumentException if the mask does not have width x height
	 *           pixels
	 */
	public static float[] squared(final boolean[] mask, final int width,
		final int height)
	{
		checkSize(mask.length, width, height);
		final int[] column = new int[mask.length];
		for (int i = 0; i < mask.length; i++)
			column[i] = mask[i] ? 0 : NONE;
		return fromForeground(column, width, height);
	}

	/**
	 * Squared distances to the nearest pixel other than 0, as
	 * {@link #squared(boolean[], int, int)}.
	 */
	public static float[] squared(final byte[] mask, final int width,
		final int height)
	{
		checkSize(mask.length, width, height);
		final int[] column = new int[mask.length];
		for (int i = 0; i < mask.length; i++)
			column[i] = mask[i] != 0 ? 0 : NONE;
		return fromForeground(column, width, height);
	}

	/**
	 * Distances (not squared) to the nearest {@code true} pixel, otherwise as
	 * {@link #squared(boolean[], int, int)}.
	 */
	public static float[] distance(final boolean[] mask, final int width,
		final int height)
	{
		return root(squared(mask, width, height));
	}

	/**
	 * Distances (not squared) to the nearest pixel other than 0, otherwise as
	 * {@link #squared(byte[], int, int)}.
	 */
	public static float[] distance(final byte[] mask, final int width,
		final int height)
	{
		return root(squared(mask, width, height));
	}

	/**
	 * For each pixel the nearest object and the distance to the second nearest,
	 * at any distance. See {@link NearestObjects} for what is returned and for
	 * the cost; give a limit where only short distances matter.
	 */
	public static NearestObjects nearest(final int[] labels, final int width,
		final int height)
	{
		return NearestSearch.of(labels, width, height, Math.hypot(width, height));
	}

	/**
	 * As {@link #nearest(int[], int, int)}, but objects farther than
	 * {@code maxDistance} pixels (0 or more) count as absent.
	 */
	public static NearestObjects nearest(final int[] labels, final int width,
		final int height, final double maxDistance)
	{
		return NearestSearch.of(labels, width, height, maxDistance);
	}

	static void checkSize(final int length, final int width, final int height) {
		if (width < 1 || height < 1 || length != (long) width * height)
			throw new IllegalArgumentException("A plane of " + width + " x " +
				height + " pixels was announced, but the array holds " + length +
				"; pass one value per pixel");
	}

	private static float[] fromForeground(final int[] column, final int width,
		final int height)
	{
		scanColumns(column, width);
		final float[] result = new float[column.length];
		final int[] site = new int[width];
		final int[] start = new int[width + 1];
		for (int y = 0; y < height; y++)
			lowerEnvelope(column, y * width, width, site, start, result);
		return result;
	}

	/** Vertical distances: all columns side by side, down and then up. */
	private static void scanColumns(final int[] column, final int width) {
		for (int i = width; i < column.length; i++)
			if (column[i] == NONE && column[i - width] != NONE) column[i] = column[i -
				width] + 1;
		for (int i = column.length - width - 1; i >= 0; i--) {
			final int below = column[i + width];
			if (below != NONE && (column[i] == NONE || column[i] > below + 1))
				column[i] = below + 1;
		}
	}

	/**
	 * Keeps the parabolas {@code (x - site)^2 + column[site]^2} that are lowest
	 * somewhere, each with the first x where it is, and reads the row off them.
	 */
	private static void lowerEnvelope(final int[] column, final int row,
		final int width, final int[] site, final int[] start, final float[] result)
	{
		int last = -1;
		for (int q = 0; q < width; q++) {
			if (column[row + q] == NONE) continue;
			int from = 0;
			while (last >= 0) {
				from = firstBelow(column, row, site[last], q);
				if (from > start[last]) break;
				last--;
			}
			if (last < 0) from = 0;
			if (from >= width) continue;
			site[++last] = q;
			start[last] = from;
		}
		if (last < 0) {
			Arrays.fill(result, row, row + width, Float.POSITIVE_INFINITY);
			return;
		}
		start[last + 1] = width;
		for (int k = 0; k <= last; k++) {
			final long height = column[row + site[k]];
			for (int x = start[k]; x < start[k + 1]; x++) {
				final long dx = x - site[k];
				result[row + x] = dx * dx + height * height;
			}
		}
	}

	/**
	 * The first x at which the parabola of q lies strictly below that of p < q.
	 */
	private static int firstBelow(final int[] column, final int row, final int p,
		final int q)
	{
		final long fp = column[row + p], fq = column[row + q];
		final long difference = fq * fq + (long) q * q - fp * fp - (long) p * p;
		final long x = Math.floorDiv(difference, 2L * (q - p)) + 1;
		return (int) Math.max(0, Math.min(x, Integer.MAX_VALUE));
	}

	private static float[] root(final float[] squared) {
		for (int i = 0; i < squared.length; i++)
			squared[i] = (float) Math.sqrt(squared[i]);
		return squared;
	}
}
