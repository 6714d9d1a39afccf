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
import java.awt.image.BufferedImage;

import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelPlane;

/**
 * Pictures of outputs: probabilities in grey, objects in colours, the signed
 * difference of two. One picture pixel per image pixel. Stateless.
 */
final class OutputPicture {

	/** Half width of the boundary band, px. */
	static final int BAND = 3;
	/** NB: Turns by the golden angle keep neighbouring numbers apart. */
	private static final float HUE_STEP = 0.618034f;

	private OutputPicture() {}

	/** Black = 0, white = 1. */
	static BufferedImage probabilities(final OutputPlane plane) {
		final float[] values = plane.foreground();
		final int[] rgb = new int[values.length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = Math.round(255 * Math.max(0, Math.min(1, values[i]))) * 0x10101;
		return picture(rgb, plane.labels());
	}

	/** Each object in a colour of its own on black. */
	static BufferedImage objects(final LabelPlane plane) {
		final int[] labels = plane.pixels();
		final int[] rgb = new int[labels.length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = labels[i] == 0 ? 0 : color(labels[i]);
		return picture(rgb, plane);
	}

	private static int color(final int label) {
		return Color.HSBtoRGB(label * HUE_STEP, 0.45f + 0.1f * (label % 3), 0.75f +
			0.1f * (label % 2)) & 0xffffff;
	}

	/**
	 * White = equal, orange = gained by the variant, blue = lost; the band of
	 * {@link #BAND} px around the reference's boundaries is greyed.
	 *
	 * @param objects compare foreground against background in place of
	 *          probabilities
	 */
	static BufferedImage difference(final OutputPlane full,
		final OutputPlane variant, final boolean[] band, final boolean objects)
	{
		final int[] rgb = new int[band.length];
		for (int i = 0; i < rgb.length; i++) {
			final double d = objects ? sign(variant, i) - sign(full, i) : variant
				.foreground()[i] - full.foreground()[i];
			final Color to = d < 0 ? LensColors.LOST : LensColors.GAINED;
			final Color from = band[i] ? LensColors.BAND : Color.WHITE;
			rgb[i] = LensColors.mix(from.getRGB(), to.getRGB(), Math.min(1, Math.abs(
				d)));
		}
		return picture(rgb, full.labels());
	}

	private static int sign(final OutputPlane plane, final int i) {
		return plane.labels().pixels()[i] == 0 ? 0 : 1;
	}

	/** Pixels near a boundary of the reference. */
	static boolean[] band(final LabelPlane reference) {
		final float[] squared = DistanceTransform.squared(boundary(reference),
			reference.width(), reference.height());
		final boolean[] band = new boolean[squared.length];
		for (int i = 0; i < band.length; i++)
			band[i] = squared[i] <= BAND * BAND;
		return band;
	}

	private static boolean[] boundary(final LabelPlane plane) {
		final int[] labels = plane.pixels();
		final int width = plane.width();
		final boolean[] boundary = new boolean[labels.length];
		for (int i = 0; i < labels.length; i++) {
			final boolean right = i % width < width - 1 && labels[i] != labels[i + 1];
			final boolean below = i + width < labels.length && labels[i] != labels[i +
				width];
			boundary[i] = right || below;
		}
		return boundary;
	}

	private static BufferedImage picture(final int[] rgb,
		final LabelPlane plane)
	{
		return InputPicture.ofPixels(rgb, plane.width(), plane.height());
	}
}
