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

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * How much a plane changes at each scale: its radial power spectrum, by Welch's
 * method (1967, doi:10.1109/TAU.1967.1161901). The plane is cut into tiles of
 * {@link #TILE} pixels a side that overlap by half or more (one tile where a
 * side is shorter), the tile's mean is taken away, a Hann window laid on, and
 * the squared Fourier transforms are averaged over the tiles and over all
 * directions. The power is per pixel: noise without correlation gives its
 * variance at every frequency. Sums of several images add up, weighted by
 * pixels. Immutable.
 */
final class Spectrum {

	/** Side of a tile in pixels; frequencies are 1 / TILE apart. */
	static final int TILE = 256;

	static final Spectrum NONE = new Spectrum();

	private static final int RINGS = TILE / 2 + 1;

	private final double[] power = new double[RINGS];
	private double weight;

	private Spectrum() {}

	/** @param pixels of a plane, in raster order; only read */
	static Spectrum of(final float[] pixels, final int width, final int height) {
		final Spectrum result = new Spectrum();
		final WindowedTile tile = new WindowedTile(pixels, width, height);
		final int[] xs = starts(width), ys = starts(height);
		final int tiles = xs.length * ys.length;
		for (int t = 0; t < tiles; t += 2) {
			final double[][] complex = new double[2][TILE * TILE];
			// NB: Of two real tiles as one complex tile, the powers of both add up in
			// each ring, since a ring holds the opposite of every frequency.
			for (int k = t; k < Math.min(t + 2, tiles); k++)
				tile.copyTo(complex[k - t], xs[k % xs.length], ys[k / xs.length]);
			transform(complex);
			result.add(complex, (double) tile.pixels() / tile.power());
		}
		result.weight = (double) tile.pixels() * tiles;
		return result;
	}

	Spectrum plus(final Spectrum other) {
		final Spectrum result = new Spectrum();
		for (int r = 0; r < RINGS; r++)
			result.power[r] = power[r] + other.power[r];
		result.weight = weight + other.weight;
		return result;
	}

	/**
	 * Mean power against frequency from 1 / {@link #TILE} to 0.5 cycles per
	 * pixel.
	 */
	Curve curve(final String name) {
		final List<Double> x = IntStream.range(1, RINGS).mapToObj(r -> (double) r /
			TILE).collect(Collectors.toList());
		final List<Double> y = IntStream.range(1, RINGS).mapToObj(r -> power[r] /
			(Rings.SIZES[r] * weight)).collect(Collectors.toList());
		return new Curve(name, x, y);
	}

	/** Where tiles start along an axis. */
	static int[] starts(final int size) {
		if (size <= TILE) return new int[] { 0 };
		final int steps = (size - TILE + TILE / 2 - 1) / (TILE / 2);
		return IntStream.rangeClosed(0, steps).map(k -> (int) ((long) k * (size -
			TILE) / steps)).toArray();
	}

	/** Fourier transform of both axes, in place. */
	private static void transform(final double[][] complex) {
		final double[][] line = new double[2][TILE];
		for (int y = 0; y < TILE; y++)
			transformLine(complex, line, y * TILE, 1);
		for (int x = 0; x < TILE; x++)
			transformLine(complex, line, x, TILE);
	}

	private static void transformLine(final double[][] complex,
		final double[][] line, final int start, final int step)
	{
		for (int part = 0; part < 2; part++)
			for (int i = 0; i < TILE; i++)
				line[part][i] = complex[part][start + i * step];
		FastFourierTransformer.transformInPlace(line, DftNormalization.STANDARD,
			TransformType.FORWARD);
		for (int part = 0; part < 2; part++)
			for (int i = 0; i < TILE; i++)
				complex[part][start + i * step] = line[part][i];
	}

	private void add(final double[][] complex, final double factor) {
		final double[] re = complex[0], im = complex[1];
		for (int i = 0; i < re.length; i++)
			if (Rings.OF[i] < RINGS) power[Rings.OF[i]] += factor * (re[i] * re[i] +
				im[i] * im[i]);
	}

	/** Which ring of one frequency each value of a transform belongs to. */
	private static final class Rings {

		private static final int[] OF = IntStream.range(0, TILE * TILE).map(
			i -> (int) Math.round(Math.hypot(frequency(i % TILE), frequency(i /
				TILE)))).toArray();

		private static final long[] SIZES = IntStream.range(0, RINGS).mapToLong(
			r -> IntStream.of(OF).filter(ring -> ring == r).count()).toArray();

		private static int frequency(final int place) {
			return place <= TILE / 2 ? place : place - TILE;
		}
	}

	/** Cuts tiles out of a plane, as they are transformed. */
	private static final class WindowedTile {

		private final float[] plane;
		private final int width;
		private final double[] hannX, hannY;

		WindowedTile(final float[] plane, final int width, final int height) {
			this.plane = plane;
			this.width = width;
			hannX = hann(Math.min(TILE, width));
			hannY = hann(Math.min(TILE, height));
		}

		int pixels() {
			return hannX.length * hannY.length;
		}

		/** Sum of the window's squares. */
		double power() {
			return squares(hannX) * squares(hannY);
		}

		void copyTo(final double[] tile, final int x0, final int y0) {
			double sum = 0, weights = 0;
			for (int y = 0; y < hannY.length; y++)
				for (int x = 0; x < hannX.length; x++) {
					final double hann = hannX[x] * hannY[y];
					sum += hann * plane[(y0 + y) * width + x0 + x];
					weights += hann;
				}
			for (int y = 0; y < hannY.length; y++)
				for (int x = 0; x < hannX.length; x++)
					tile[y * TILE + x] = hannX[x] * hannY[y] * (plane[(y0 + y) * width +
						x0 + x] - sum / weights);
		}

		private static double[] hann(final int size) {
			return IntStream.range(0, size).mapToDouble(i -> 0.5 - 0.5 * Math.cos(2 *
				Math.PI * (i + 0.5) / size)).toArray();
		}

		private static double squares(final double[] values) {
			double sum = 0;
			for (final double v : values)
				sum += v * v;
			return sum;
		}
	}
}
