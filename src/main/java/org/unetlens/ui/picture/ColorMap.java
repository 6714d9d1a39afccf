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

/**
 * Colours for numbers from 0 to 1 that grow steadily lighter, so that they read
 * rightly in grey print and for colour-blind people too.
 */
public enum ColorMap {

		/** Black to white. */
		GREY(0x000000, 0xFFFFFF),
		/** Night blue over teal to pale yellow. */
		DEPTH(0x0D0A2E, 0x2A3C8C, 0x1D8A8E, 0x84C24F, 0xFDF6A3),
		/**
		 * Dark blue to yellow, of even steps in lightness for all kinds of colour
		 * vision: five colours of cividis (Nunez et al., PLoS ONE 2018).
		 */
		WEIGHTS(0x00204D, 0x414D6B, 0x7C7B78, 0xBCAF6F, 0xFFEA46);

	private final int[] anchors;

	ColorMap(final int... anchors) {
		this.anchors = anchors;
	}

	/** @param value below 0 counts as 0, above 1 as 1, NaN as 0 */
	public int rgb(final double value) {
		final double v = value > 0 ? Math.min(1, value) : 0;
		final double place = v * (anchors.length - 1);
		final int i = Math.min(anchors.length - 2, (int) place);
		return LensColors.mix(anchors[i], anchors[i + 1], place - i);
	}

	public Color color(final double value) {
		return new Color(rgb(value));
	}
}
