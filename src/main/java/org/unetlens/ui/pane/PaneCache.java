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

package org.unetlens.ui.pane;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Keeps what was drawn until it changes, so that a moved cursor does not draw
 * thousands of outlines anew. On the event thread only.
 */
final class PaneCache {

	private Object drawnFor;
	private BufferedImage kept;

	/**
	 * Draws, or copies what was drawn for an equal key at this size and scaling
	 * of the screen.
	 *
	 * @param key all that the drawing depends on
	 * @param drawing opaque, on a pane of this size
	 */
	void paint(final Graphics2D g, final Object key, final int width,
		final int height, final Consumer<Graphics2D> drawing)
	{
		final double sx = g.getTransform().getScaleX();
		final double sy = g.getTransform().getScaleY();
		final int w = Math.max(1, (int) Math.ceil(width * sx));
		final int h = Math.max(1, (int) Math.ceil(height * sy));
		if (kept == null || kept.getWidth() != w || kept.getHeight() != h || !key
			.equals(drawnFor))
		{
			kept = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
			final Graphics2D target = kept.createGraphics();
			target.scale(sx, sy);
			target.setFont(g.getFont());
			drawing.accept(target);
			target.dispose();
			drawnFor = key;
		}
		// NB: Pixel by pixel, whatever the scaling.
		g.drawImage(kept, AffineTransform.getScaleInstance(1 / sx, 1 / sy), null);
	}
}
