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

/**
 * A random smooth surface without end: independent values from -1 to 1 at the
 * points of a grid, smoothly blended in between (value noise). Immutable.
 */
final class SmoothNoise {

	private final double spacing;
	private final long seed;

	SmoothNoise(final double spacing, final long seed) {
		this.spacing = spacing;
		this.seed = seed;
	}

	double at(final double x, final double y) {
		final double gx = x / spacing;
		final double gy = y / spacing;
		final long ix = (long) Math.floor(gx);
		final long iy = (long) Math.floor(gy);
		final double wx = smooth(gx - ix);
		final double top = mix(value(ix, iy), value(ix + 1, iy), wx);
		final double bottom = mix(value(ix, iy + 1), value(ix + 1, iy + 1), wx);
		return mix(top, bottom, smooth(gy - iy));
	}

	private double value(final long ix, final long iy) {
		long bits = seed + ix * 0x9E3779B97F4A7C15L + iy * 0xD1B54A32D192ED03L;
		bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
		bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
		return ((bits ^ bits >>> 31) >> 11) * 0x1p-52;
	}

	private static double mix(final double a, final double b, final double w) {
		return a + (b - a) * w;
	}

	private static double smooth(final double t) {
		return t * t * t * (10 + t * (6 * t - 15));
	}
}
