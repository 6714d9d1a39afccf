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

import java.awt.image.BufferedImage;

import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelPlane;

/**
 * The signed difference of two probability maps: white = equal, orange = gained
 * by the variant, blue = lost; the band around the reference's boundaries is
 * greyed. One picture pixel per image pixel. Stateless.
 */
public final class DifferencePicture {

	/** Half width of the boundary band, px. */
	public static final int BAND = 2;

	private DifferencePicture() {}

	/**
	 * Draws the difference variant - full.
	 *
	 * @param full values from 0 to 1, row by row
	 * @param variant as many
	 * @param band from {@link #band}
	 * @param width of the image
	 */
	public static BufferedImage of(final float[] full, final float[] variant,
		final boolean[] band, final int width)
	{
		final int white = 0xffffff;
		final int grey = LensColors.BAND.getRGB();
		final int[] rgb = new int[band.length];
		for (int i = 0; i < rgb.length; i++) {
			final double d = variant[i] - full[i];
			rgb[i] = LensColors.mix(band[i] ? grey : white, (d < 0 ? LensColors.LOST
				: LensColors.GAINED).getRGB(), Math.min(1, Math.abs(d)));
		}
		return Planes.picture(rgb, width);
	}

	/** Pixels at most {@link #BAND} px from a boundary of the reference. */
	public static boolean[] band(final LabelPlane reference) {
		final float[] squared = DistanceTransform.squared(boundary(reference),
			reference.width(), reference.height());
		final boolean[] band = new boolean[squared.length];
		for (int i = 0; i < band.length; i++)
			band[i] = squared[i] <= BAND * BAND;
		return band;
	}

	/** Pixels on both sides of a change of label. */
	private static boolean[] boundary(final LabelPlane plane) {
		final int[] labels = plane.pixels();
		final int width = plane.width();
		final boolean[] boundary = new boolean[labels.length];
		for (int i = 0; i < labels.length; i++) {
			if (i % width < width - 1 && labels[i] != labels[i + 1]) boundary[i] =
				boundary[i + 1] = true;
			if (i + width < labels.length && labels[i] != labels[i + width])
				boundary[i] = boundary[i + width] = true;
		}
		return boundary;
	}
}
