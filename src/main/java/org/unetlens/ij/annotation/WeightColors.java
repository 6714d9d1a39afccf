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

package org.unetlens.ij.annotation;

import java.awt.Color;

import org.unetlens.data.annotation.TargetPreview;

import ij.process.LUT;

/**
 * Colours of weights from dark blue to yellow, of even steps in lightness for
 * all kinds of colour vision: five colours of cividis (Nunez et al., PLoS ONE
 * 2018) and what lies between them.
 */
final class WeightColors {

	private static final int[] ANCHORS = { 0x00204D, 0x414D6B, 0x7C7B78, 0xBCAF6F,
		0xFFEA46 };

	private WeightColors() {}

	/** 256 packed colours. */
	static int[] table() {
		final int[] table = new int[256];
		for (int i = 0; i < 256; i++) {
			final double place = i / 255.0 * (ANCHORS.length - 1);
			final int k = Math.min(ANCHORS.length - 2, (int) place);
			for (int shift = 16; shift >= 0; shift -= 8)
				table[i] |= (int) Math.round((1 - place + k) * (ANCHORS[k] >> shift &
					255) + (place - k) * (ANCHORS[k + 1] >> shift & 255)) << shift;
		}
		return table;
	}

	static LUT lut() {
		final byte[][] rgb = new byte[3][256];
		final int[] table = table();
		for (int i = 0; i < 256; i++) {
			final Color color = new Color(table[i]);
			rgb[0][i] = (byte) color.getRed();
			rgb[1][i] = (byte) color.getGreen();
			rgb[2][i] = (byte) color.getBlue();
		}
		return new LUT(rgb[0], rgb[1], rgb[2]);
	}

	/**
	 * The weights in colours, on a scale of square roots, so that small weights
	 * are told apart, too; striped where nothing is annotated.
	 */
	static int[] paint(final TargetPreview preview, final double largest) {
		final int[] table = table();
		final float[] weights = preview.weights();
		final int[] rgb = new int[weights.length];
		for (int i = 0; i < rgb.length; i++) {
			final boolean stripe = TargetPreview.isStripe(i % preview.width() + i /
				preview.width());
			rgb[i] = weights[i] > 0 ? table[(int) Math.round(255 * Math.sqrt(Math.min(
				1, weights[i] / largest)))] : stripe ? TargetPreview.UNKNOWN : 0;
		}
		return rgb;
	}
}
