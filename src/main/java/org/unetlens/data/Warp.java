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
 * Where the pixels of one patch lie in the image: {@code centre + matrix *
 * (pixel - middle of the patch + shift)}. Without free rotation, scale and
 * elastic shifts all places are whole pixels. Not thread-safe.
 */
final class Warp {

	private final int width;
	private final int height;
	private final double centreX;
	private final double centreY;
	private final double[] matrix;
	private final ElasticField elastic;
	private final float[] shiftX;
	private final float[] shiftY;

	private Warp(final int width, final int height, final double centreX,
		final double centreY, final double[] matrix, final ElasticField elastic)
	{
		this.width = width;
		this.height = height;
		this.centreX = centreX;
		this.centreY = centreY;
		this.matrix = matrix;
		this.elastic = elastic;
		shiftX = new float[width];
		shiftY = new float[width];
	}

	/**
	 * Draws a map.
	 *
	 * @param originX left column of the patch in the image, were it not turned
	 * @param originY its top row
	 */
	static Warp draw(final Augmentation augmentation, final int width,
		final int height, final int originX, final int originY,
		final RandomGenerator random)
	{
		final int turns = augmentation.quarterTurns().happens(random) ? random
			.nextInt(4) : 0;
		final double[] matrix = matrix(augmentation, turns, random);
		final double sd = augmentation.elastic().drawOr(0, random);
		final ElasticField elastic = sd > 0 ? new ElasticField(width, height,
			augmentation.elasticSpacing(), sd, random) : null;
		// NB: A patch on its side has its pixels between others if one side is
		// even and the other odd; half a pixel puts them back.
		final double half = turns % 2 == 1 && (width - height) % 2 != 0 ? 0.5 : 0;
		return new Warp(width, height, originX + (width - 1) / 2.0 + half, originY +
			(height - 1) / 2.0 + half, matrix, elastic);
	}

	private static double[] matrix(final Augmentation augmentation,
		final int turns, final RandomGenerator random)
	{
		final double flipX = augmentation.mirror().happens(random) ? -1 : 1;
		final double flipY = augmentation.mirror().happens(random) ? -1 : 1;
		final double angle = Math.toRadians(augmentation.rotation().drawOr(0,
			random));
		final double step = 1 / augmentation.scale().drawOr(1, random);
		final int[] quarterCos = { 1, 0, -1, 0 };
		final int[] quarterSin = { 0, 1, 0, -1 };
		final double cos = quarterCos[turns] * Math.cos(angle) - quarterSin[turns] *
			Math.sin(angle);
		final double sin = quarterSin[turns] * Math.cos(angle) + quarterCos[turns] *
			Math.sin(angle);
		return new double[] { step * cos * flipX, -step * sin * flipY, step * sin *
			flipX, step * cos * flipY };
	}

	/** Writes the places of one row of the patch, in image pixels. */
	void row(final int y, final float[] sourceX, final float[] sourceY) {
		final double v = y - (height - 1) / 2.0;
		final double startX = centreX + matrix[1] * v - matrix[0] * (width - 1) / 2;
		final double startY = centreY + matrix[3] * v - matrix[2] * (width - 1) / 2;
		for (int x = 0; x < width; x++) {
			sourceX[x] = (float) (startX + matrix[0] * x);
			sourceY[x] = (float) (startY + matrix[2] * x);
		}
		if (elastic != null) shift(y, sourceX, sourceY);
	}

	private void shift(final int y, final float[] sourceX,
		final float[] sourceY)
	{
		elastic.row(y, shiftX, shiftY);
		final float xx = (float) matrix[0];
		final float xy = (float) matrix[1];
		final float yx = (float) matrix[2];
		final float yy = (float) matrix[3];
		for (int x = 0; x < width; x++) {
			sourceX[x] += xx * shiftX[x] + xy * shiftY[x];
			sourceY[x] += yx * shiftX[x] + yy * shiftY[x];
		}
	}
}
