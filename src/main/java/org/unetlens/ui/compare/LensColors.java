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

package org.unetlens.ui.compare;

import java.awt.Color;
import java.util.List;

/**
 * The colours of the comparison, told apart by colour-blind people (Okabe and
 * Ito 2008; levels from viridis).
 */
final class LensColors {

	static final Color PREDICTION = new Color(0xE69F00);
	static final Color REFERENCE = new Color(0x56B4E9);
	static final Color FULL = new Color(0x0072B2);
	static final Color VARIANT = new Color(0xD55E00);
	static final Color TWIN = new Color(0x009E73);
	static final Color NONE = new Color(0x999999);
	static final Color LOST = FULL;
	static final Color GAINED = PREDICTION;
	/** Around the pictures. */
	static final Color PANE = new Color(0x2B2B2B);
	/** Within the boundary band of a difference. */
	static final Color BAND = new Color(0xDDDDDD);

	private static final List<Color> LEVELS = List.of(new Color(0xFDE725),
		new Color(0xA0DA39), new Color(0x4AC16D), new Color(0x1FA187), new Color(
			0x2D8DA8), new Color(0x4F7BC0), new Color(0x8A6FC9));

	private LensColors() {}

	/** Colour of the path through the skip of a level, or the bottleneck. */
	static Color level(final int level) {
		return LEVELS.get(Math.floorMod(level, LEVELS.size()));
	}

	/** The colour between two. */
	static Color between(final Color a, final Color b, final double share) {
		return new Color(mix(a.getRGB(), b.getRGB(), share));
	}

	static int mix(final int a, final int b, final double share) {
		int rgb = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			final int from = a >> shift & 255, to = b >> shift & 255;
			rgb |= (int) Math.round(from + (to - from) * share) << shift;
		}
		return rgb;
	}

	static Color faded(final Color c, final int alpha) {
		return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
	}
}
