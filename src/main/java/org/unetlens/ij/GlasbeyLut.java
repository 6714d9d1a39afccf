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

package org.unetlens.ij;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import ij.process.LUT;

/**
 * Colours for label images that are as different from each other as possible:
 * each next colour is the one farthest, in CIE L*a*b*, from all colours before
 * it (Glasbey et al., Color Research &amp; Application 32, 2007,
 * doi:10.1002/col.20327). Near-black and grey colours are left out, so that
 * every colour is seen on black and on a grey image. Immutable and thread-safe.
 */
public final class GlasbeyLut {

	/** Steps per colour channel among which is chosen. */
	private static final int STEPS = 20;
	private static final double DARKEST = 45;
	private static final double GREYEST = 40;

	private static final int[] COLORS = colors();

	private GlasbeyLut() {}

	/** Black for 0 (background) and 255 colours. */
	public static LUT get() {
		final byte[][] channels = new byte[3][256];
		for (int i = 1; i < 256; i++)
			for (int c = 0; c < 3; c++)
				channels[c][i] = (byte) (COLORS[i - 1] >> 16 - 8 * c);
		return new LUT(channels[0], channels[1], channels[2]);
	}

	/**
	 * The colour of a label as 0xRRGGBB; repeats after 255 labels.
	 *
	 * @param label at least 1
	 */
	public static int rgb(final int label) {
		return COLORS[(label - 1) % COLORS.length];
	}

	/** The same as an AWT colour. */
	public static Color color(final int label) {
		return new Color(rgb(label));
	}

	private static int[] colors() {
		final List<double[]> labs = new ArrayList<>();
		final List<Integer> rgbs = new ArrayList<>();
		for (int r = 0; r < STEPS; r++)
			for (int g = 0; g < STEPS; g++)
				for (int b = 0; b < STEPS; b++)
					addIfSeen(level(r) << 16 | level(g) << 8 | level(b), labs, rgbs);
		return farthestFirst(labs, rgbs);
	}

	private static int level(final int step) {
		return Math.round(255f * step / (STEPS - 1));
	}

	private static void addIfSeen(final int rgb, final List<double[]> labs,
		final List<Integer> rgbs)
	{
		final double[] lab = lab(rgb);
		if (lab[0] < DARKEST || Math.hypot(lab[1], lab[2]) < GREYEST) return;
		labs.add(lab);
		rgbs.add(rgb);
	}

	private static int[] farthestFirst(final List<double[]> labs,
		final List<Integer> rgbs)
	{
		final double[] distance = new double[labs.size()];
		// NB: Distances start from the background, so the first colour is the one
		// farthest from black.
		for (int i = 0; i < distance.length; i++)
			distance[i] = distance(labs.get(i), lab(0));
		final int[] chosen = new int[255];
		for (int n = 0; n < chosen.length; n++) {
			final int best = largest(distance);
			chosen[n] = rgbs.get(best);
			for (int i = 0; i < distance.length; i++)
				distance[i] = Math.min(distance[i], distance(labs.get(i), labs.get(
					best)));
		}
		return chosen;
	}

	private static int largest(final double[] values) {
		int best = 0;
		for (int i = 1; i < values.length; i++)
			if (values[i] > values[best]) best = i;
		return best;
	}

	private static double distance(final double[] a, final double[] b) {
		return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math
			.pow(a[2] - b[2], 2));
	}

	/** sRGB to CIE L*a*b* under D65. */
	private static double[] lab(final int rgb) {
		final double r = linear(rgb >> 16 & 0xff), g = linear(rgb >> 8 & 0xff), b =
			linear(rgb & 0xff);
		final double x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
		final double y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
		final double z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
		return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
	}

	private static double linear(final int value) {
		final double v = value / 255.0;
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	private static double curve(final double t) {
		return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
	}
}
