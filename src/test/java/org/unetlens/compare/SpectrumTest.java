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

package org.unetlens.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Spectra of noise and waves, and against the transform by definition. */
class SpectrumTest {

	@Test
	void noiseHasItsVarianceAtEveryFrequency() {
		final float[] noise = noise(413 * 517, 2);
		final Curve curve = Spectrum.of(noise, 413, 517).curve("noise");
		assertEquals(128, curve.x().size());
		assertEquals(1 / 256., curve.x().get(0));
		assertEquals(0.5, curve.x().get(127));
		double sum = 0;
		for (int r = 10; r < 128; r++) {
			assertEquals(4, curve.y().get(r), 1.2, "at " + curve.x().get(r));
			sum += curve.y().get(r) / 118;
		}
		assertEquals(4, sum, 0.1);
	}

	@Test
	void aWaveHasItsFrequency() {
		final int w = 300, h = 280;
		for (final int perTile : new int[] { 8, 32, 77 }) {
			final float[] wave = new float[w * h];
			for (int i = 0; i < wave.length; i++)
				wave[i] = 5 + (float) Math.sin(2 * Math.PI * (0.6 * (i % w) + 0.8 * (i /
					w)) * perTile / 256);
			final Curve curve = Spectrum.of(wave, w, h).curve("wave");
			int largest = 0;
			for (int r = 0; r < 128; r++)
				if (curve.y().get(r) > curve.y().get(largest)) largest = r;
			assertEquals(perTile / 256., curve.x().get(largest), 1.01 / 256);
			assertTrue(curve.y().get(Math.floorMod(perTile + 59, 128)) < 1e-3 * curve
				.y().get(largest), "far from the wave");
		}
	}

	@Test
	void equalsTheDefinition() {
		final int w = 5, h = 3;
		final float[] pixels = noise(w * h, 1);
		final double[] expected = new double[129];
		final int[] sizes = new int[129];
		for (int fy = -127; fy <= 128; fy++)
			for (int fx = -127; fx <= 128; fx++) {
				final int ring = (int) Math.round(Math.hypot(fx, fy));
				if (ring > 128) continue;
				expected[ring] += power(pixels, w, h, fx, fy);
				sizes[ring]++;
			}
		final Curve curve = Spectrum.of(pixels, w, h).curve("");
		for (int r = 1; r <= 128; r++)
			assertEquals(expected[r] / sizes[r], curve.y().get(r - 1), 1e-9, "ring " +
				r);
	}

	@Test
	void tilesAreAveraged() {
		final int h = 6;
		final float[] plane = noise(301 * h, 1);
		final float[] left = new float[256 * h], right = new float[256 * h];
		for (int y = 0; y < h; y++) {
			System.arraycopy(plane, 301 * y, left, 256 * y, 256);
			System.arraycopy(plane, 301 * y + 45, right, 256 * y, 256);
		}
		final Curve sum = Spectrum.of(left, 256, h).plus(Spectrum.of(right, 256, h))
			.curve("");
		final Curve whole = Spectrum.of(plane, 301, h).curve("");
		for (int r = 0; r < 128; r++)
			assertEquals(sum.y().get(r), whole.y().get(r), 1e-9);
	}

	@Test
	void axesAreAlike() {
		final int w = 301, h = 17;
		final float[] plane = noise(w * h, 1), turned = new float[w * h];
		for (int i = 0; i < plane.length; i++)
			turned[i % w * h + i / w] = plane[i];
		final Curve curve = Spectrum.of(plane, w, h).curve("");
		final Curve other = Spectrum.of(turned, h, w).curve("");
		for (int r = 0; r < 128; r++)
			assertEquals(curve.y().get(r), other.y().get(r), 1e-9);
	}

	@Test
	void tilesReachFromEdgeToEdge() {
		assertArrayEquals(new int[] { 0 }, Spectrum.starts(1));
		assertArrayEquals(new int[] { 0 }, Spectrum.starts(256));
		assertArrayEquals(new int[] { 0, 1 }, Spectrum.starts(257));
		assertArrayEquals(new int[] { 0, 128 }, Spectrum.starts(384));
		assertArrayEquals(new int[] { 0, 128, 256 }, Spectrum.starts(512));
		assertArrayEquals(new int[] { 0, 91, 183, 275 }, Spectrum.starts(531));
	}

	@Test
	void imagesCountByTheirPixels() {
		final float[] a = noise(16 * 16, 1), b = new float[32 * 24];
		final Spectrum sum = Spectrum.of(a, 16, 16).plus(Spectrum.of(b, 32, 24))
			.plus(Spectrum.NONE);
		final Curve alone = Spectrum.of(a, 16, 16).curve("");
		for (int r = 0; r < 128; r++)
			assertEquals(alone.y().get(r) / 4, sum.curve("").y().get(r), 1e-9);
	}

	@Test
	void flatAndSinglePixels() {
		final float[] flat = new float[33 * 20];
		Arrays.fill(flat, 0.7f);
		for (final double power : Spectrum.of(flat, 33, 20).curve("").y())
			assertEquals(0, power, 1e-9);
		assertEquals(0, Spectrum.of(new float[] { 3 }, 1, 1).curve("").y().get(5));
		assertTrue(Spectrum.NONE.curve("").y().stream().allMatch(v -> v.isNaN()));
	}

	private static double power(final float[] pixels, final int w, final int h,
		final int fx, final int fy)
	{
		double mean = 0, weights = 0, squares = 0;
		for (int i = 0; i < pixels.length; i++) {
			mean += pixels[i] * hann(i, w, h);
			weights += hann(i, w, h);
			squares += hann(i, w, h) * hann(i, w, h);
		}
		double re = 0, im = 0;
		for (int i = 0; i < pixels.length; i++) {
			final double value = hann(i, w, h) * (pixels[i] - mean / weights);
			final double phase = 2 * Math.PI * (fx * (i % w) + fy * (i / w)) / 256;
			re += value * Math.cos(phase);
			im -= value * Math.sin(phase);
		}
		return (re * re + im * im) / squares;
	}

	private static double hann(final int i, final int w, final int h) {
		final double sx = Math.sin(Math.PI * (i % w + 0.5) / w);
		final double sy = Math.sin(Math.PI * (i / w + 0.5) / h);
		return sx * sx * sy * sy;
	}

	private static float[] noise(final int size, final double sigma) {
		final Random random = new Random(11);
		final float[] noise = new float[size];
		for (int i = 0; i < size; i++)
			noise[i] = (float) (sigma * random.nextGaussian());
		return noise;
	}
}
