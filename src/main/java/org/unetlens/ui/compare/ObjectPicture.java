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

import org.unetlens.label.LabelPlane;
import org.unetlens.ui.picture.Planes;

/**
 * Each object in a colour of its own on black, one picture pixel per image
 * pixel. Stateless.
 */
final class ObjectPicture {

	/** NB: Turns by the golden angle keep neighbouring numbers apart. */
	private static final float HUE_STEP = 0.618034f;

	private ObjectPicture() {}

	static BufferedImage of(final LabelPlane plane) {
		final int[] labels = plane.pixels();
		final int[] rgb = new int[labels.length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = labels[i] == 0 ? 0 : color(labels[i]);
		return Planes.picture(rgb, plane.width());
	}

	private static int color(final int label) {
		return Color.HSBtoRGB(label * HUE_STEP, 0.45f + 0.1f * (label % 3), 0.75f +
			0.1f * (label % 2)) & 0xffffff;
	}
}
