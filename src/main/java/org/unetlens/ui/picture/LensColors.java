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

package org.unetlens.ui.picture;

import java.awt.Color;
import java.util.List;

/**
 * The colours of the comparison, told apart by colour-blind people (Okabe and
 * Ito 2008; levels from light to dark).
 */
public final class LensColors {

	/** Outlines of an output's objects. */
	public static final Color PREDICTION = new Color(0xE69F00);
	/** Outlines of the reference's objects. */
	public static final Color REFERENCE = new Color(0x56B4E9);
	public static final Color FULL = new Color(0x0072B2);
	/** A knock-out. */
	public static final Color VARIANT = new Color(0xD55E00);
	public static final Color TWIN = new Color(0x009E73);
	/** The knock-out of all skips. */
	public static final Color NONE = new Color(0x999999);
	public static final Color LOST = FULL;
	public static final Color GAINED = PREDICTION;
	/** Around pictures in a window. */
	public static final Color PANE = new Color(0x2B2B2B);
	/** Within the boundary band of a difference. */
	public static final Color BAND = new Color(0xDDDDDD);

	private static final List<Color> LEVELS = List.of(new Color(0xFDE725),
		new Color(0xA0DA39), new Color(0x4AC16D), new Color(0x1FA187), new Color(
			0x2D8DA8), new Color(0x4F7BC0), new Color(0x8A6FC9));

	private LensColors() {}

	/** Colour of the path through the skip of a level, or the bottleneck. */
	public static Color level(final int level) {
		return LEVELS.get(Math.floorMod(level, LEVELS.size()));
	}

	/** The colour between two, 0 = the first. */
	public static Color between(final Color a, final Color b,
		final double share)
	{
		return new Color(mix(a.getRGB(), b.getRGB(), share));
	}

	/** The same for packed colours; without alpha. */
	public static int mix(final int a, final int b, final double share) {
		int rgb = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			final int from = a >> shift & 255, to = b >> shift & 255;
			rgb |= (int) Math.round(from + (to - from) * share) << shift;
		}
		return rgb;
	}

	/** The same colour, 0 = seen through, 255 = opaque. */
	public static Color faded(final Color c, final int alpha) {
		return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
	}

	/** As CSS writes it, e.g. {@code #e69f00}. */
	public static String css(final Color c) {
		return String.format("#%06x", c.getRGB() & 0xffffff);
	}
}
