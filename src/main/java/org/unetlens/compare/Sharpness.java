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

/**
 * How sharply the foreground probability changes across the borders of the
 * reference: the mean profile, and the 10-90 % width of each border. A width is
 * measured on one line across a border, between the line's own lowest value
 * outside and highest one inside, from where 10 % of that rise is reached to
 * where 90 % is, on both sides of the half-way point that is nearest to the
 * border. So it is not widened by edges that are sharp, but in the wrong place.
 * A hard edge between two pixels measures 0.8 pixels, since values between
 * pixels are interpolated. Where the probability rises by less than
 * {@link #SMALLEST_RISE} there is no edge to measure. Sums of several images
 * add up. Immutable.
 */
final class Sharpness {

	/** A change of the probability that is an edge. */
	static final double SMALLEST_RISE = 0.2;

	static final Sharpness NONE = new Sharpness();

	private static final int BINS_PER_PIXEL = 20;

	private final double[] sums = new double[2 * BorderLines.REACH + 1];
	private final long[] counts = new long[sums.length];
	/** Number of borders per width. */
	private final long[] widths = new long[2 * BorderLines.REACH *
		BINS_PER_PIXEL + 1];

	private Sharpness() {}

	/**
	 * Measures a plane of probabilities of the reference's size, in raster order.
	 * When they fall from outside to inside over all (of membranes), widths are
	 * measured on falling edges.
	 */
	static Sharpness of(final ReferenceMap reference, final float[] foreground) {
		final Sharpness result = new Sharpness();
		final BorderLines lines = reference.lines();
		final boolean falling = isLowerInside(reference, foreground);
		final double[] values = new double[BorderLines.SAMPLES];
		for (int line = 0; line < lines.size(); line++) {
			lines.sample(foreground, line, values);
			result.addProfile(values, lines.first(line), lines.last(line));
			if (falling) negate(values);
			result.addWidth(values, lines.first(line), lines.last(line));
		}
		return result;
	}

	Sharpness plus(final Sharpness other) {
		final Sharpness result = new Sharpness();
		for (int i = 0; i < sums.length; i++) {
			result.sums[i] = sums[i] + other.sums[i];
			result.counts[i] = counts[i] + other.counts[i];
		}
		for (int i = 0; i < widths.length; i++)
			result.widths[i] = widths[i] + other.widths[i];
		return result;
	}

	/** Mean probability from 8 pixels outside (-8) to 8 inside. */
	Curve profile(final String name) {
		final List<Double> x = IntStream.range(0, sums.length).mapToObj(
			i -> (double) i - BorderLines.REACH).collect(Collectors.toList());
		final List<Double> y = IntStream.range(0, sums.length).mapToObj(
			i -> sums[i] / counts[i]).collect(Collectors.toList());
		return new Curve(name, x, y);
	}

	/** How many borders had an edge to measure. */
	long edges() {
		return IntStream.range(0, widths.length).mapToLong(i -> widths[i]).sum();
	}

	/** Median of the widths in pixels; NaN without an edge. */
	double width() {
		final double half = edges() / 2.;
		long below = 0;
		for (int i = 0; i < widths.length; i++) {
			if (widths[i] > 0 && below + widths[i] >= half) return (i - 0.5 + (half -
				below) / widths[i]) / BINS_PER_PIXEL;
			below += widths[i];
		}
		return Double.NaN;
	}

	private static boolean isLowerInside(final ReferenceMap reference,
		final float[] foreground)
	{
		final double[] sum = new double[2], count = new double[2];
		for (int i = 0; i < foreground.length; i++) {
			final int side = reference.isForeground(i) ? 1 : 0;
			sum[side] += foreground[i];
			count[side]++;
		}
		return sum[1] / count[1] < sum[0] / count[0];
	}

	private static void negate(final double[] values) {
		for (int i = 0; i < values.length; i++)
			values[i] = -values[i];
	}

	private void addProfile(final double[] values, final int first,
		final int last)
	{
		final int perPixel = (int) (1 / BorderLines.STEP);
		for (int i = 0; i < sums.length; i++) {
			final int s = i * perPixel;
			if (s < first || s > last) continue;
			sums[i] += values[s];
			counts[i]++;
		}
	}

	private void addWidth(final double[] values, final int first,
		final int last)
	{
		int low = first, high = last;
		for (int s = first; s < BorderLines.MIDDLE; s++)
			if (values[s] <= values[low]) low = s;
		for (int s = last; s > BorderLines.MIDDLE; s--)
			if (values[s] >= values[high]) high = s;
		final double rise = values[high] - values[low];
		// NB: So written, a value that is not a number is no edge.
		if (!(rise >= SMALLEST_RISE)) return;
		final double width = width(values, low, high, rise);
		widths[(int) Math.round(width * BINS_PER_PIXEL)]++;
	}

	/** Width of the edge between the lowest and the highest sample of a line. */
	private static double width(final double[] values, final int low,
		final int high, final double rise)
	{
		final double tenth = values[low] + 0.1 * rise, half = values[low] + 0.5 *
			rise, ninety = values[low] + 0.9 * rise;
		int middle = -1;
		for (int s = low; s < high; s++)
			if (values[s] < half && values[s + 1] >= half && (middle < 0 || Math.abs(
				2 * s + 1 - 2 * BorderLines.MIDDLE) < Math.abs(2 * middle + 1 - 2 *
					BorderLines.MIDDLE))) middle = s;
		int below = middle, above = middle + 1;
		while (values[below] > tenth)
			below--;
		while (values[above] < ninety)
			above++;
		return BorderLines.STEP * (crossing(values, above - 1, ninety) - crossing(
			values, below, tenth));
	}

	/** Where between a sample and the next one a level is reached. */
	private static double crossing(final double[] values, final int s,
		final double level)
	{
		return s + (level - values[s]) / (values[s + 1] - values[s]);
	}
}
