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

/** Changes of the intensities of one channel of a patch, in place. */
final class Intensities {

	private static final int CURVE = 1024;

	private Intensities() {}

	/** Moves the mean by the shift and stretches around it. */
	static void stretch(final float[] values, final double contrast,
		final double shift)
	{
		if (contrast == 1 && shift == 0) return;
		double sum = 0;
		for (final float v : values)
			sum += v;
		final double mean = sum / values.length;
		final float factor = (float) contrast;
		final float offset = (float) (mean + shift - contrast * mean);
		for (int i = 0; i < values.length; i++)
			values[i] = values[i] * factor + offset;
	}

	/** Power law between the smallest and the largest value. */
	static void gamma(final float[] values, final double gamma) {
		if (gamma == 1) return;
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final float v : values) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		if (!(max > min)) return;
		final float[] curve = curve(gamma, min, max);
		final float scale = CURVE / (max - min);
		for (int i = 0; i < values.length; i++) {
			final float place = (values[i] - min) * scale;
			final int k = Math.min((int) place, CURVE - 1);
			values[i] = curve[k] + (place - k) * (curve[k + 1] - curve[k]);
		}
	}

	// NB: A table of the curve is ten times faster than one power per pixel.
	private static float[] curve(final double gamma, final float min,
		final float max)
	{
		final float[] curve = new float[CURVE + 1];
		for (int k = 0; k <= CURVE; k++)
			curve[k] = (float) (min + (max - min) * Math.pow(k / (double) CURVE,
				gamma));
		return curve;
	}

	/**
	 * Adds noise: the sum of four even numbers of 16 bits, which is close to a
	 * normal distribution and costs one random number.
	 */
	static void noise(final float[] values, final double sd,
		final SplittableRandom random)
	{
		if (sd == 0) return;
		final float factor = (float) (sd / (65536 * Math.sqrt(4 / 12.0)));
		for (int i = 0; i < values.length; i++) {
			final long bits = random.nextLong();
			final int sum = (int) (bits & 0xffff) + (int) (bits >>> 16 & 0xffff) +
				(int) (bits >>> 32 & 0xffff) + (int) (bits >>> 48);
			values[i] += factor * (sum - 131070);
		}
	}

	/** Gaussian blur; outside the patch is the mirrored patch. */
	static void blur(final float[] values, final int width, final double sd) {
		if (sd == 0) return;
		final int height = values.length / width;
		final float[] kernel = kernel(sd);
		final float[] line = new float[Math.max(width, height) + 2 * kernel.length];
		for (int y = 0; y < height; y++)
			blurLine(values, y * width, 1, width, kernel, line);
		for (int x = 0; x < width; x++)
			blurLine(values, x, width, height, kernel, line);
	}

	private static void blurLine(final float[] values, final int start,
		final int step, final int length, final float[] kernel, final float[] line)
	{
		final int r = kernel.length - 1;
		for (int i = -r; i < length + r; i++)
			line[i + r] = values[start + step * Mirror.index(i, length)];
		for (int i = 0; i < length; i++) {
			float sum = kernel[0] * line[i + r];
			for (int k = 1; k <= r; k++)
				sum += kernel[k] * (line[i + r - k] + line[i + r + k]);
			values[start + step * i] = sum;
		}
	}

	/** Half a Gaussian from its middle to three standard deviations. */
	private static float[] kernel(final double sd) {
		final float[] kernel = new float[(int) Math.ceil(3 * sd) + 1];
		double sum = 0;
		for (int k = 0; k < kernel.length; k++) {
			kernel[k] = (float) Math.exp(-k * k / (2 * sd * sd));
			sum += k == 0 ? kernel[k] : 2 * kernel[k];
		}
		for (int k = 0; k < kernel.length; k++)
			kernel[k] /= (float) sum;
		return kernel;
	}
}
