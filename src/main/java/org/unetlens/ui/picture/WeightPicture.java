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

import org.unetlens.data.annotation.TargetPreview;

/**
 * The weights that a training gives to pixels, in colours. Stateless.
 */
public final class WeightPicture {

	private WeightPicture() {}

	/**
	 * On a scale of square roots, so that small weights are told apart, too;
	 * striped where nothing is annotated.
	 *
	 * @param largest weight of the scale
	 * @return packed colours, row by row
	 */
	public static int[] rgb(final TargetPreview preview, final double largest) {
		final float[] weights = preview.weights();
		final int[] rgb = new int[weights.length];
		for (int i = 0; i < rgb.length; i++) {
			final boolean stripe = TargetPreview.isStripe(i % preview.width() + i /
				preview.width());
			rgb[i] = weights[i] > 0 ? color(Math.sqrt(weights[i] / largest)) : stripe
				? TargetPreview.UNKNOWN : 0;
		}
		return rgb;
	}

	/**
	 * The colour at a place of the scale, 0 to 1, where the weight is the square
	 * of the place times the largest one.
	 */
	public static int color(final double place) {
		// NB: As a picture with a table of 256 colours has it.
		return ColorMap.WEIGHTS.rgb(Math.round(255 * Math.min(1, place)) / 255.0);
	}
}
