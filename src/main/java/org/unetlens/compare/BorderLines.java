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

import java.util.Arrays;

import org.unetlens.label.LabelPlane;
import org.unetlens.metrics.Boundary;

/**
 * Lines across the borders of the reference objects, along which probabilities
 * are sampled: one per boundary pixel, from {@link #REACH} pixels outside to as
 * many inside, at right angles to the border, {@link #STEP} apart. A line ends
 * where another border is nearer and at the image's edge; it is left out when
 * it reaches less than 2 pixels to either side, as between touching objects.
 * Immutable.
 */
final class BorderLines {

	/** How far lines reach to each side, in pixels. */
	static final int REACH = 8;

	/** Distance of samples in pixels. */
	static final double STEP = 0.5;

	/** Samples of a line; the one in the middle lies on the border. */
	static final int SAMPLES = 2 * (int) (REACH / STEP) + 1, MIDDLE = SAMPLES / 2;

	private static final int SHORTEST = (int) (2 / STEP);

	/** Radius of the disc in which the border's direction is taken. */
	private static final int DISC = 3;

	private final LabelPlane plane;
	private final Boundary boundary;
	private int size;
	/** Per line: x and y on the border, x and y of one pixel inwards. */
	private float[] places = new float[4 * 256];
	/** Per line: first and last sample. */
	private byte[] ends = new byte[2 * 256];

	private BorderLines(final LabelPlane plane, final Boundary boundary) {
		this.plane = plane;
		this.boundary = boundary;
		final double[] inwards = new double[2];
		for (int i = 0; i < plane.pixels().length; i++)
			if (boundary.contains(i) && direction(i, inwards)) add(i, inwards);
	}

	static BorderLines of(final LabelPlane plane, final Boundary boundary) {
		return new BorderLines(plane, boundary);
	}

	/** How many lines there are. */
	int size() {
		return size;
	}

	/** First sample of a line, 0 to {@link #MIDDLE}. */
	int first(final int line) {
		return ends[2 * line];
	}

	/** Last sample of a line, {@link #MIDDLE} to {@link #SAMPLES} - 1. */
	int last(final int line) {
		return ends[2 * line + 1];
	}

	/** Signed distance of a sample to the border, inside positive, in pixels. */
	static double distance(final int sample) {
		return (sample - MIDDLE) * STEP;
	}

	/**
	 * Samples a plane of the reference's size, linearly between pixels.
	 *
	 * @param pixels in raster order
	 * @param values of {@link #SAMPLES}, filled from the first to the last one of
	 *          the line
	 */
	void sample(final float[] pixels, final int line, final double[] values) {
		final int at = 4 * line;
		for (int s = first(line); s <= last(line); s++) {
			final double d = distance(s);
			values[s] = between(pixels, places[at] + d * places[at + 2], places[at +
				1] + d * places[at + 3]);
		}
	}

	private double between(final float[] pixels, final double x, final double y) {
		final int w = plane.width(), h = plane.height();
		final double cx = Math.max(0, Math.min(w - 1, x)), cy = Math.max(0, Math
			.min(h - 1, y));
		final int x0 = (int) cx, y0 = (int) cy;
		final int i = y0 * w + x0, dx = x0 < w - 1 ? 1 : 0, dy = y0 < h - 1 ? w : 0;
		final double fx = cx - x0, fy = cy - y0;
		return (1 - fy) * ((1 - fx) * pixels[i] + fx * pixels[i + dx]) + fy * ((1 -
			fx) * pixels[i + dy] + fx * pixels[i + dy + dx]);
	}

	/**
	 * The direction inwards: to where most pixels of the same object around lie.
	 */
	private boolean direction(final int i, final double[] inwards) {
		final int x = i % plane.width(), y = i / plane.width();
		int sumX = 0, sumY = 0;
		for (int dy = -DISC; dy <= DISC; dy++)
			for (int dx = -DISC; dx <= DISC; dx++) {
				if (dx * dx + dy * dy > DISC * DISC || clamped(x + dx, y + dy) != plane
					.pixels()[i]) continue;
				sumX += dx;
				sumY += dy;
			}
		final double length = Math.hypot(sumX, sumY);
		inwards[0] = sumX / length;
		inwards[1] = sumY / length;
		return length > 0;
	}

	private int clamped(final int x, final int y) {
		return plane.pixels()[Math.max(0, Math.min(plane.height() - 1, y)) * plane
			.width() + Math.max(0, Math.min(plane.width() - 1, x))];
	}

	private void add(final int i, final double[] inwards) {
		// NB: The border runs half a pixel outside the centre of its last pixel.
		final double x = i % plane.width() - inwards[0] / 2;
		final double y = i / plane.width() - inwards[1] / 2;
		final int in = reach(x, y, inwards, 1);
		final int out = reach(x, y, inwards, -1);
		if (in < SHORTEST || out < SHORTEST) return;
		if (2 * size == ends.length) {
			ends = Arrays.copyOf(ends, 2 * ends.length);
			places = Arrays.copyOf(places, 2 * places.length);
		}
		places[4 * size] = (float) x;
		places[4 * size + 1] = (float) y;
		places[4 * size + 2] = (float) inwards[0];
		places[4 * size + 3] = (float) inwards[1];
		ends[2 * size] = (byte) (MIDDLE - out);
		ends[2 * size + 1] = (byte) (MIDDLE + in);
		size++;
	}

	/** How many samples a line has to one side. */
	private int reach(final double x, final double y, final double[] inwards,
		final int sign)
	{
		for (int s = 1; s <= MIDDLE; s++) {
			// NB: Half-way between two pixels, the one on this side counts.
			final double d = sign * (s * STEP - 1e-3);
			final long px = Math.round(x + d * inwards[0]);
			final long py = Math.round(y + d * inwards[1]);
			if (px < 0 || py < 0 || px >= plane.width() || py >= plane.height())
				return s - 1;
			final int i = (int) (py * plane.width() + px);
			final double own = s * STEP - sign / 2. - 1;
			if (own > 0 && boundary.squaredDistance(i) < own * own) return s - 1;
		}
		return MIDDLE;
	}
}
