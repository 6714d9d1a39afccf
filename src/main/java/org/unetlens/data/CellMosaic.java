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

import java.util.SplittableRandom;

import org.unetlens.label.DistanceTransform;

/**
 * A plane full of cells: each place belongs to the nearest of irregularly
 * scattered centres of unequal strength, in coordinates that wobble. Immutable.
 */
final class CellMosaic {

	/** The cell of each pixel, from 0. */
	final int[] cell;
	/** The distance of each pixel to the middle of the membrane, px. */
	final float[] toMembrane;
	final int numCells;
	private final int columns;
	private final int rows;
	private final double size;
	private final double[] centreX;
	private final double[] centreY;
	private final double[] strength;

	CellMosaic(final int width, final int height, final double size,
		final SplittableRandom random)
	{
		this.size = size;
		columns = (int) (width / size) + 6;
		rows = (int) (height / size) + 6;
		numCells = columns * rows;
		centreX = new double[numCells];
		centreY = new double[numCells];
		strength = new double[numCells];
		for (int c = 0; c < numCells; c++) {
			centreX[c] = (c % columns - 2.5 + 1.1 * (random.nextDouble() - 0.5)) *
				size;
			centreY[c] = (c / columns - 2.5 + 1.1 * (random.nextDouble() - 0.5)) *
				size;
			strength[c] = 0.45 * size * (random.nextDouble() - 0.5);
		}
		cell = new int[width * height];
		fill(width, height, random);
		toMembrane = DistanceTransform.distance(middles(width), width, height);
	}

	private void fill(final int width, final int height,
		final SplittableRandom random)
	{
		final SmoothNoise[] slow = noises(0.9 * size, random);
		final SmoothNoise[] quick = noises(0.3 * size, random);
		for (int i = 0; i < cell.length; i++) {
			final double x = i % width;
			final double y = i / width;
			final double wobbledX = x + size * (0.38 * slow[0].at(x, y) + 0.09 *
				quick[0].at(x, y));
			final double wobbledY = y + size * (0.38 * slow[1].at(x, y) + 0.09 *
				quick[1].at(x, y));
			cell[i] = nearest(wobbledX, wobbledY);
		}
	}

	/** Where two cells meet, the first of the two pixels. */
	private boolean[] middles(final int width) {
		final boolean[] middle = new boolean[cell.length];
		for (int i = 0; i < cell.length; i++)
			middle[i] = i % width + 1 < width && cell[i + 1] != cell[i] || i +
				width < cell.length && cell[i + width] != cell[i];
		return middle;
	}

	private static SmoothNoise[] noises(final double spacing,
		final SplittableRandom random)
	{
		return new SmoothNoise[] { new SmoothNoise(spacing, random.nextLong()),
			new SmoothNoise(spacing, random.nextLong()) };
	}

	private int nearest(final double x, final double y) {
		final int column = (int) Math.floor(x / size + 3);
		final int row = (int) Math.floor(y / size + 3);
		int nearest = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++)
			for (int c = Math.max(0, column - 2); c <= Math.min(columns - 1, column +
				2); c++)
			{
				final int k = r * columns + c;
				final double d = Math.hypot(x - centreX[k], y - centreY[k]) -
					strength[k];
				if (d >= least) continue;
				nearest = k;
				least = d;
			}
		return nearest;
	}
}
