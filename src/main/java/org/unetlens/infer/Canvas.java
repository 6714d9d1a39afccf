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

package org.unetlens.infer;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.network.TileRule;
import org.unetlens.network.TileShape;

/**
 * What a network runs on when an image is computed in one piece: the image with
 * a mirrored margin, its sides multiples of 2^depth; the only tile of
 * {@link TileGrid}. At level k a map has a cell for each 2^k pixels; those that
 * cover the image are its area. Immutable.
 *
 * @param width of the image in pixels
 * @param height of the image in pixels
 * @param margin on the left and on top, in pixels, a multiple of 2^depth
 * @param shape of the canvas
 */
record Canvas(long width, long height, int margin, TileShape shape) {

	static Canvas of(final long width, final long height, final TileRule tiles) {
		final TileGrid grid = TileGrid.single(width, height, tiles);
		return new Canvas(width, height, Math.toIntExact(-grid.tiles().get(0).x()),
			new TileShape(1, grid.tileHeight(), grid.tileWidth()));
	}

	/** Columns of the image's area at a level. */
	int columns(final int level) {
		return cells(width, level);
	}

	/** Rows of the image's area at a level. */
	int rows(final int level) {
		return cells(height, level);
	}

	private static int cells(final long pixels, final int level) {
		return Math.toIntExact(pixels + (1L << level) - 1 >> level);
	}

	/** Index of the first cell of a row of the image's area. */
	private int start(final int level, final int row) {
		final int m = margin >> level;
		return (m + row) * (shape.width() >> level) + m;
	}

	/**
	 * Cuts the image's area out of a map.
	 *
	 * @param map {@code [1, h, w, channels]} at that level
	 * @param kept how many channels to keep, from the first on
	 * @return axes (x, y, channel); a copy
	 */
	PlanarImg<FloatType, FloatArray> crop(final int level, final float[] map,
		final int channels, final int kept)
	{
		@SuppressWarnings("unchecked")
		final PlanarImg<FloatType, FloatArray> image =
			(PlanarImg<FloatType, FloatArray>) new PlanarImgFactory<>(new FloatType())
				.create(columns(level), rows(level), kept);
		for (int c = 0; c < kept; c++) {
			final float[] plane = image.getPlane(c).getCurrentStorageArray();
			int out = 0;
			for (int row = 0; row < rows(level); row++)
				for (int i = 0, in = start(level, row) * channels + c; i < columns(
					level); i++, in += channels)
					plane[out++] = map[in];
		}
		return image;
	}

	/** Mean of each channel over the image's area of a map. */
	float[] means(final int level, final float[] map, final int channels) {
		final double[] sums = new double[channels];
		for (int row = 0; row < rows(level); row++) {
			int in = start(level, row) * channels;
			for (int i = 0; i < columns(level); i++)
				for (int c = 0; c < channels; c++)
					sums[c] += map[in++];
		}
		final float[] means = new float[channels];
		for (int c = 0; c < channels; c++)
			means[c] = (float) (sums[c] / ((double) rows(level) * columns(level)));
		return means;
	}
}
