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
import java.util.List;

import org.unetlens.infer.PathGradient;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.picture.Planes;

/**
 * What one picked output pixel sees, by gradient. Immutable.
 *
 * @param base the image it was picked on
 * @param at the pixel
 * @param paths all together, each skip, the bottleneck
 * @param heats their pictures, for laying over the input
 */
record PickedFields(ImageBase base, Pixel at, List<PathGradient> paths,
		List<BufferedImage> heats) {

	/** Reddish purple, which no outline has. */
	static final Color COLOR = new Color(0xF28FD0);
	private static final int OPAQUE = 180;

	/** Computes the gradients; on the background thread. */
	static PickedFields of(final ImageBase base, final Pixel at) {
		final List<PathGradient> paths = base.compared().probe().receptiveFields(at
			.x(), at.y());
		return new PickedFields(base, at, paths, paths.stream().map(
			PickedFields::heat).toList());
	}

	/** NB: The root of the gradient, for it falls off by orders of magnitude. */
	private static BufferedImage heat(final PathGradient path) {
		final float[] values = Planes.values(path.gradient());
		double largest = 0;
		for (final float v : values)
			largest = Math.max(largest, v);
		final int width = (int) path.gradient().dimension(0);
		final BufferedImage heat = new BufferedImage(width, values.length / width,
			BufferedImage.TYPE_INT_ARGB);
		final int rgb = COLOR.getRGB() & 0xffffff;
		for (int i = 0; i < values.length; i++)
			heat.setRGB(i % width, i / width, (int) Math.round(OPAQUE * Math.sqrt(
				values[i] / Math.max(largest, Float.MIN_NORMAL))) << 24 | rgb);
		return heat;
	}

	private int index(final int level) {
		for (int i = 0; i < paths.size(); i++)
			if (paths.get(i).level() == level) return i;
		return 0;
	}

	/** @param level of the path; all together where there is none */
	PathGradient of(final int level) {
		return paths.get(index(level));
	}

	BufferedImage heat(final int level) {
		return heats.get(index(level));
	}
}
