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

package org.unetlens.data;

import java.util.random.RandomGenerator;

/**
 * Smooth random shifts of the pixels of a patch: normally distributed at the
 * points of a grid, cut at two standard deviations, Catmull-Rom in between. Not
 * thread-safe.
 */
final class ElasticField {

	private final int columns;
	private final double spacing;
	private final float[] gridX;
	private final float[] gridY;
	private final int[] column;
	private final float[][] weights;
	private final float[] rowX;
	private final float[] rowY;

	ElasticField(final int width, final int height, final int spacing,
		final double sd, final RandomGenerator random)
	{
		this.spacing = spacing;
		columns = (width - 1) / spacing + 4;
		final int rows = (height - 1) / spacing + 4;
		gridX = shifts(columns * rows, sd, random);
		gridY = shifts(columns * rows, sd, random);
		column = new int[width];
		weights = new float[width][];
		for (int x = 0; x < width; x++) {
			column[x] = x / spacing;
			weights[x] = cubic(x / (double) spacing - column[x]);
		}
		rowX = new float[columns];
		rowY = new float[columns];
	}

	/** Writes the shifts of one row of the patch, px. */
	void row(final int y, final float[] shiftX, final float[] shiftY) {
		final int top = (int) (y / spacing);
		final float[] w = cubic(y / spacing - top);
		for (int c = 0; c < columns; c++) {
			rowX[c] = column(gridX, top, c, w);
			rowY[c] = column(gridY, top, c, w);
		}
		for (int x = 0; x < shiftX.length; x++) {
			shiftX[x] = at(rowX, column[x], weights[x]);
			shiftY[x] = at(rowY, column[x], weights[x]);
		}
	}

	private float column(final float[] grid, final int top, final int c,
		final float[] w)
	{
		final int i = top * columns + c;
		return w[0] * grid[i] + w[1] * grid[i + columns] + w[2] * grid[i + 2 *
			columns] + w[3] * grid[i + 3 * columns];
	}

	private static float at(final float[] row, final int left, final float[] w) {
		return w[0] * row[left] + w[1] * row[left + 1] + w[2] * row[left + 2] +
			w[3] * row[left + 3];
	}

	private static float[] shifts(final int count, final double sd,
		final RandomGenerator random)
	{
		final float[] shifts = new float[count];
		for (int i = 0; i < count; i++)
			shifts[i] = (float) (sd * Math.max(-2, Math.min(2, random
				.nextGaussian())));
		return shifts;
	}

	/** Catmull-Rom weights of the points at -1, 0, 1 and 2. */
	private static float[] cubic(final double t) {
		return new float[] { (float) (t * (-0.5 + t * (1 - 0.5 * t))), (float) (1 +
			t * t * (-2.5 + 1.5 * t)), (float) (t * (0.5 + t * (2 - 1.5 * t))),
			(float) (t * t * (-0.5 + 0.5 * t)) };
	}
}
