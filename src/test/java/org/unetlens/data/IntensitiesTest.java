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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class IntensitiesTest {

	@Test
	void stretchTurnsAroundTheMean() {
		final float[] values = { 1, 2, 3, 6 };
		Intensities.stretch(values, 2, 0.5);
		assertArrayEquals(new float[] { -0.5f, 1.5f, 3.5f, 9.5f }, values, 1e-6f);
	}

	@Test
	void gammaKeepsTheEndsAndFollowsThePower() {
		final float[] values = new float[101];
		for (int i = 0; i < 101; i++)
			values[i] = -1 + 0.04f * i;
		Intensities.gamma(values, 0.5);
		for (int i = 0; i < 101; i++)
			assertEquals(-1 + 4 * Math.sqrt(i / 100.0), values[i], 0.002, "at " + i);
		final float[] constant = { 2, 2 };
		Intensities.gamma(constant, 3);
		assertArrayEquals(new float[] { 2, 2 }, constant);
	}

	@Test
	void noiseHasItsStandardDeviation() {
		final float[] values = new float[100_000];
		Intensities.noise(values, 0.25, new SplittableRandom(4));
		double sum = 0, squares = 0, beyond = 0;
		for (final float v : values) {
			sum += v;
			squares += v * v;
			if (Math.abs(v) > 0.5) beyond++;
		}
		assertEquals(0, sum / values.length, 0.004);
		assertEquals(0.25, Math.sqrt(squares / values.length), 0.003);
		assertEquals(0.0455, beyond / values.length, 0.006, "share beyond 2 sd");
	}

	@Test
	void blurIsAGaussianAndKeepsTheSum() {
		final int width = 31, height = 27;
		final float[] values = new float[width * height];
		values[13 * width + 15] = 100;
		Intensities.blur(values, width, 2);
		double sum = 0, variance = 0;
		for (int i = 0; i < values.length; i++) {
			sum += values[i];
			variance += values[i] * (i % width - 15) * (i % width - 15) / 100;
		}
		assertEquals(100, sum, 1e-3);
		assertEquals(4, variance, 0.15, "cut at three standard deviations");
		assertEquals(values[13 * width + 13], values[11 * width + 15], 1e-6);
	}

	@Test
	void aConstantStaysConstantWhenBlurred() {
		final float[] values = new float[7 * 3];
		Arrays.fill(values, 5);
		Intensities.blur(values, 7, 3.3);
		for (final float v : values)
			assertEquals(5, v, 1e-5);
	}
}
