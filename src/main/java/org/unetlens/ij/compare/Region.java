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

package org.unetlens.ij.compare;

import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * A rectangle of an image in pixels. Immutable.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 */
public record Region(int x, int y, int width, int height) {

	public Region {
		if (width < 1 || height < 1) throw new IllegalArgumentException(
			"The region is " + width + " x " + height +
				" px; both must be at least 1");
	}

	/**
	 * The region that a text such as {@code 10,20,256,256} tells.
	 *
	 * @throws IllegalArgumentException when it tells none
	 */
	public static Region parse(final String text) {
		final String[] parts = text.strip().split("\\s*,\\s*", -1);
		try {
			if (parts.length == 4) return new Region(Integer.parseInt(parts[0]),
				Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer
					.parseInt(parts[3]));
		}
		catch (final NumberFormatException e) {
			throw unreadable(text, e);
		}
		throw unreadable(text, null);
	}

	private static IllegalArgumentException unreadable(final String text,
		final Exception cause)
	{
		return new IllegalArgumentException("The region is given as '" + text +
			"'; give x,y,width,height in pixels, e.g. 0,0,256,256", cause);
	}

	/** What surrounds the selection of an image; empty without an area. */
	public static Optional<Region> selected(final ImagePlus image) {
		final Roi roi = image == null ? null : image.getRoi();
		if (roi == null || !roi.isArea() || roi.getBounds().isEmpty())
			return Optional.empty();
		final Region bounds = new Region(roi.getBounds().x, roi.getBounds().y, roi
			.getBounds().width, roi.getBounds().height);
		return Optional.of(bounds.within(image));
	}

	/**
	 * The part of the region that lies in an image.
	 *
	 * @throws IllegalArgumentException when none does
	 */
	Region within(final ImagePlus image) {
		final int left = Math.max(0, x);
		final int top = Math.max(0, y);
		final int right = Math.min(image.getWidth(), x + width);
		final int bottom = Math.min(image.getHeight(), y + height);
		if (right <= left || bottom <= top) throw new IllegalArgumentException(
			"The region " + x + "," + y + "," + width + "," + height +
				" lies outside of \"" + image.getTitle() + "\", which has " + image
					.getWidth() + " x " + image.getHeight() + " px");
		return new Region(left, top, right - left, bottom - top);
	}
}
