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

package org.unetlens.data.annotation;

import java.util.Arrays;

import org.unetlens.data.Sample;

/**
 * A sample as it is looked at: contrast stretched; three channels as red, green
 * and blue, any other number by the mean of the stretched channels.
 */
final class GreyPicture {

	/** Shares of the pixels that are black and white. */
	private static final double BLACK = 0.002;
	private static final double WHITE = 0.005;
	private static final int LOOKS = 100_000;

	private final Sample sample;
	private final int brightest;

	/** @param brightest level of white, 1 to 255 */
	GreyPicture(final Sample sample, final int brightest) {
		this.sample = sample;
		this.brightest = brightest;
	}

	/** Packed colours row by row. */
	int[] rgb() {
		final float[][] channels = new float[sample.channels()][];
		for (int c = 0; c < channels.length; c++)
			channels[c] = stretched(sample.channelArray(c));
		final int[] rgb = new int[sample.width() * sample.height()];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = channels.length == 3 ? level(channels[0][i]) << 16 | level(
				channels[1][i]) << 8 | level(channels[2][i]) : 0x010101 * level(mean(
					channels, i));
		return rgb;
	}

	private int level(final float value) {
		return Math.round(brightest * value);
	}

	private static float mean(final float[][] channels, final int i) {
		float sum = 0;
		for (final float[] channel : channels)
			sum += channel[i];
		return sum / channels.length;
	}

	private static float[] stretched(final float[] values) {
		final int stride = Math.max(1, values.length / LOOKS);
		final float[] looks = new float[(values.length + stride - 1) / stride];
		for (int i = 0; i < looks.length; i++)
			looks[i] = values[i * stride];
		Arrays.sort(looks);
		float low = looks[(int) (BLACK * (looks.length - 1))];
		float high = looks[(int) ((1 - WHITE) * (looks.length - 1))];
		if (!(high > low)) {
			low = looks[0];
			high = looks[looks.length - 1];
		}
		final float range = high > low ? high - low : 1;
		for (int i = 0; i < values.length; i++)
			values[i] = Math.max(0, Math.min(1, (values[i] - low) / range));
		return values;
	}
}
