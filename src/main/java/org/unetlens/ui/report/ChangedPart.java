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

package org.unetlens.ui.report;

import java.awt.Rectangle;

/** Finds where a plane holds most. Stateless. */
final class ChangedPart {

	/** Places that are tried are that many pixels apart. */
	private static final int STEP = 8;

	private ChangedPart() {}

	/**
	 * The square of this side (less where the plane is smaller) with the largest
	 * sum.
	 *
	 * @param side a multiple of 8 pixels
	 */
	static Rectangle of(final float[] plane, final int width, final int side) {
		final int height = plane.length / width;
		final int w = Math.min(side, width), h = Math.min(side, height);
		final double[][] sums = sums(plane, width, height);
		final Rectangle best = new Rectangle(0, 0, w, h);
		double largest = -1;
		for (int y = 0; y + h <= height; y += STEP)
			for (int x = 0; x + w <= width; x += STEP) {
				final double sum = sum(sums, x, y, w, h);
				if (!(sum > largest)) continue;
				largest = sum;
				best.setLocation(x, y);
			}
		return best;
	}

	private static double sum(final double[][] sums, final int x, final int y,
		final int w, final int h)
	{
		final int x0 = x / STEP, y0 = y / STEP;
		final int x1 = blocks(x + w), y1 = blocks(y + h);
		return sums[y1][x1] - sums[y0][x1] - sums[y1][x0] + sums[y0][x0];
	}

	private static int blocks(final int pixels) {
		return (pixels + STEP - 1) / STEP;
	}

	/** Sums over all blocks above and to the left. */
	private static double[][] sums(final float[] plane, final int width,
		final int height)
	{
		final double[][] sums = new double[blocks(height) + 1][blocks(width) + 1];
		for (int i = 0; i < plane.length; i++)
			sums[i / width / STEP + 1][i % width / STEP + 1] += plane[i];
		for (int y = 1; y < sums.length; y++)
			for (int x = 1; x < sums[y].length; x++)
				sums[y][x] += sums[y - 1][x] + sums[y][x - 1] - sums[y - 1][x - 1];
		return sums;
	}
}
