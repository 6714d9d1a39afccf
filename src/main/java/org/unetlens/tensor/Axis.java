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

package org.unetlens.tensor;

/** What an axis of an image or tensor stands for. */
public enum Axis {

		/** Columns; the width of a tensor. */
		X('x', 'W'),
		/** Rows; the height of a tensor. */
		Y('y', 'H'),
		/** Slices; the depth of a tensor. */
		Z('z', 'D'),
		/** Channels of an image, classes or features of a tensor. */
		CHANNEL('c', 'C'),
		/** Frames of an image, the batch of a tensor. */
		TIME('t', 'N');

	private final char imageLetter;
	private final char tensorLetter;

	Axis(final char imageLetter, final char tensorLetter) {
		this.imageLetter = imageLetter;
		this.tensorLetter = tensorLetter;
	}

	/** x, y, z, c or t. */
	public char imageLetter() {
		return imageLetter;
	}

	/** W, H, D, C or N. */
	public char tensorLetter() {
		return tensorLetter;
	}

	static Axis of(final char letter) {
		for (final Axis axis : values())
			if (letter == axis.imageLetter || letter == axis.tensorLetter)
				return axis;
		throw new IllegalArgumentException("The axis '" + letter +
			"' is unknown; images have x, y, z, c and t, tensors W, H, D, C and N");
	}
}
