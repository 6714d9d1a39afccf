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
 * What follows a convolution, for each value by itself. Immutable.
 *
 * @param kind of function
 * @param slope below 0; of use for {@link Kind#LEAKY_RELU} only
 */
public record Activation(Kind kind, double slope) {

	public enum Kind {
			/** max(0, v). */
			RELU,
			/** v, below 0 slope * v. */
			LEAKY_RELU,
			/** v, below 0 exp(v) - 1. */
			ELU
	}

	public static final Activation RELU = new Activation(Kind.RELU, 0);
	public static final Activation ELU = new Activation(Kind.ELU, 0);

	public Activation {
		if (!(slope >= 0 && slope < 1)) throw new IllegalArgumentException(
			"The slope of an activation is " + slope + "; allowed: 0 to below 1");
	}

	public static Activation leakyRelu(final double slope) {
		return new Activation(Kind.LEAKY_RELU, slope);
	}
}
