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

package org.unetlens.data.annotation;

/** How a picture may lie in relation to another one. */
public enum Orientation {

		FLIPPED_HORIZONTALLY("Flip the labels horizontally"), FLIPPED_VERTICALLY(
			"Flip the labels vertically"), TURNED_BY_HALF(
				"Turn the labels by 180 degrees"),
		/** Rows and columns are exchanged; square pictures only. */
		TRANSPOSED("Exchange x and y of the labels");

	private final String label;

	Orientation(final String label) {
		this.label = label;
	}

	/** What to do to put labels right that lie so. */
	public String label() {
		return label;
	}

	/** The pixel that belongs at a place, in raster order. */
	public int source(final int x, final int y, final int width,
		final int height)
	{
		return switch (this) {
			case FLIPPED_HORIZONTALLY -> y * width + width - 1 - x;
			case FLIPPED_VERTICALLY -> (height - 1 - y) * width + x;
			case TURNED_BY_HALF -> (height - 1 - y) * width + width - 1 - x;
			case TRANSPOSED -> x * width + y;
		};
	}
}
