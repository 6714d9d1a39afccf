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

import java.awt.Rectangle;

/**
 * A part of an image and how large it is drawn. Immutable.
 *
 * @param part in image pixels, within the image
 * @param factor picture pixels per image pixel
 */
public record Zoom(Rectangle part, double factor) {

	public Zoom {
		part = new Rectangle(part);
	}

	/**
	 * The whole image, so that its longer side takes at most that many picture
	 * pixels; small images are enlarged by a whole factor.
	 */
	public static Zoom whole(final int width, final int height,
		final int longest)
	{
		return of(new Rectangle(width, height), longest);
	}

	/** The same for a part of an image. */
	public static Zoom of(final Rectangle part, final int longest) {
		final double fit = (double) longest / Math.max(part.width, part.height);
		return new Zoom(part, fit >= 1 ? Math.floor(fit) : fit);
	}

	/** Width of the picture. */
	public int width() {
		return Math.max(1, (int) Math.round(part.width * factor));
	}

	/** Height of the picture. */
	public int height() {
		return Math.max(1, (int) Math.round(part.height * factor));
	}
}
