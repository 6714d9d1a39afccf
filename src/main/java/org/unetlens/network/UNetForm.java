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

package org.unetlens.network;

/**
 * How a U-Net departs from the plain one. Networks that are trained here are
 * {@link #PLAIN}; those from elsewhere are brought into one of these forms.
 * Immutable and thread-safe.
 *
 * @param upReach how many cells beyond the one below it a pixel of an
 *          up-convolution reads: 0 for a 2x2 transposed convolution of stride
 *          2, 1 for a 6x6 one with 2 pixels cropped on each side, which also
 *          holds up-sampling to nearest neighbours followed by a convolution of
 *          up to 3x3
 * @param upBias whether up-convolutions have a bias
 * @param upActivation whether the activation follows up-convolutions
 * @param upWide whether an up-convolution gives as many channels as it reads,
 *          not half of them
 * @param headWidth channels of a third 3x3 convolution with activation before
 *          the head, 0 for none
 * @param activation after each 3x3 convolution
 */
public record UNetForm(int upReach, boolean upBias, boolean upActivation,
		boolean upWide, int headWidth, Activation activation) {

	/** The form of the networks that are trained here. */
	public static final UNetForm PLAIN = new UNetForm(0, false, false, false, 0,
		Activation.RELU);

	public UNetForm {
		if (upReach < 0 || upReach > 1 || headWidth < 0 || headWidth > 4096)
			throw new IllegalArgumentException(
				"A network whose up-convolutions reach " + upReach +
					" cells and whose head has " + headWidth +
					" channels was asked for; allowed are 0 or 1, and 0 to 4096");
	}

	public UNetForm withActivation(final Activation a) {
		return new UNetForm(upReach, upBias, upActivation, upWide, headWidth, a);
	}

	/** Side of the kernel of an up-convolution, in output pixels: 2 or 6. */
	public int upKernel() {
		return 2 + 4 * upReach;
	}

	public boolean isPlain() {
		return equals(PLAIN);
	}
}
