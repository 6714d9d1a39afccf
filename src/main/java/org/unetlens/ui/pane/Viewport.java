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

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * Which part of an image a pane shows. Immutable.
 *
 * @param centerX image position in the middle of the pane; pixel x covers x to
 *          x + 1
 * @param centerY the same for y
 * @param scale screen units per image pixel
 */
public record Viewport(double centerX, double centerY, double scale) {

	public static final double LARGEST = 64;
	private static final double SMALLEST = 1 / 64.0;

	/** The whole image, as large as fits. */
	public static Viewport fit(final double imageWidth, final double imageHeight,
		final int width, final int height)
	{
		final double scale = Math.min(width / imageWidth, height / imageHeight);
		return new Viewport(imageWidth / 2, imageHeight / 2, Math.max(SMALLEST,
			scale));
	}

	/** Image to screen, for a pane of this size. */
	public AffineTransform transform(final int width, final int height) {
		return new AffineTransform(scale, 0, 0, scale, width / 2.0 - centerX *
			scale, height / 2.0 - centerY * scale);
	}

	/** Image position under a screen position. */
	public Point2D.Double image(final double x, final double y, final int width,
		final int height)
	{
		return new Point2D.Double(centerX + (x - width / 2.0) / scale, centerY +
			(y - height / 2.0) / scale);
	}

	/** The same image position stays under the screen position. */
	public Viewport zoomed(final double factor, final double x, final double y,
		final int width, final int height)
	{
		final double s = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
		final Point2D.Double at = image(x, y, width, height);
		return new Viewport(at.x - (x - width / 2.0) / s, at.y - (y - height /
			2.0) / s, s);
	}

	/** Moves the picture by screen units. */
	public Viewport panned(final double dx, final double dy) {
		return new Viewport(centerX - dx / scale, centerY - dy / scale, scale);
	}
}
