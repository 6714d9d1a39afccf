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

/** Fills one patch from a sample. Not thread-safe. */
final class PatchPainter {

	private final PreparedSample sample;
	private final int width;
	private final int height;
	private final float[][] channels;
	private final byte[] classes;
	private final float[] weights;

	PatchPainter(final PreparedSample sample, final int width, final int height) {
		this.sample = sample;
		this.width = width;
		this.height = height;
		channels = new float[sample.channels.length][width * height];
		classes = new byte[width * height];
		weights = new float[width * height];
	}

	/** Intensities between pixels are bilinear, targets the nearest pixel's. */
	void paint(final Warp warp) {
		final float[] sourceX = new float[width];
		final float[] sourceY = new float[width];
		for (int y = 0; y < height; y++) {
			warp.row(y, sourceX, sourceY);
			targets(y * width, sourceX, sourceY);
			for (int c = 0; c < channels.length; c++)
				intensities(sample.channels[c], channels[c], y * width, sourceX,
					sourceY);
		}
	}

	private void targets(final int start, final float[] sourceX,
		final float[] sourceY)
	{
		for (int x = 0; x < width; x++) {
			final int sx = Mirror.index(floor(sourceX[x] + 0.5f), sample.width);
			final int sy = Mirror.index(floor(sourceY[x] + 0.5f), sample.height);
			final int from = sy * sample.width + sx;
			classes[start + x] = sample.classes[from];
			weights[start + x] = sample.weights[from];
		}
	}

	private void intensities(final float[] from, final float[] to,
		final int start, final float[] sourceX, final float[] sourceY)
	{
		final int w = sample.width;
		final int h = sample.height;
		for (int x = 0; x < width; x++) {
			final int ix = floor(sourceX[x]);
			final int iy = floor(sourceY[x]);
			final float fx = sourceX[x] - ix;
			final float fy = sourceY[x] - iy;
			final int left = Mirror.index(ix, w);
			final int right = Mirror.index(ix + 1, w);
			final int top = Mirror.index(iy, h) * w;
			final int bottom = Mirror.index(iy + 1, h) * w;
			final float a = from[top + left] * (1 - fx) + from[top + right] * fx;
			final float b = from[bottom + left] * (1 - fx) + from[bottom + right] *
				fx;
			to[start + x] = a * (1 - fy) + b * fy;
		}
	}

	private static int floor(final float value) {
		final int whole = (int) value;
		return value < whole ? whole - 1 : whole;
	}

	/** Changes the intensities; every channel in the same way but its noise. */
	void change(final Augmentation augmentation, final SplittableRandom random) {
		final double contrast = augmentation.contrast().drawOr(1, random);
		final double shift = augmentation.brightness().drawOr(0, random);
		final double gamma = augmentation.gamma().drawOr(1, random);
		final double blur = augmentation.blur().drawOr(0, random);
		final double noise = augmentation.noise().drawOr(0, random);
		for (final float[] channel : channels) {
			Intensities.blur(channel, width, blur);
			Intensities.gamma(channel, gamma);
			Intensities.stretch(channel, contrast, shift);
			Intensities.noise(channel, noise, random);
		}
	}

	Patch patch() {
		return new Patch(width, height, channels.length, interleaved(), classes,
			weights);
	}

	private float[] interleaved() {
		if (channels.length == 1) return channels[0];
		final int count = channels.length;
		final float[] input = new float[width * height * count];
		for (int c = 0; c < count; c++)
			for (int i = 0; i < width * height; i++)
				input[i * count + c] = channels[c][i];
		return input;
	}
}
