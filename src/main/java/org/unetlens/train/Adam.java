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

package org.unetlens.train;

/**
 * The Adam optimiser (Kingma and Ba, ICLR 2015, arXiv:1412.6980) with decay
 * rates 0.9 and 0.999, over flat arrays. Not thread-safe.
 */
final class Adam {

	private static final float BETA1 = 0.9f;
	private static final float BETA2 = 0.999f;
	private static final float EPSILON = 1e-8f;

	private final float[] first;
	private final float[] second;

	Adam(final int size) {
		this(new float[size], new float[size]);
	}

	/** Goes on from moments of an earlier run; the arrays are taken over. */
	Adam(final float[] first, final float[] second) {
		this.first = first;
		this.second = second;
	}

	float[] first() {
		return first;
	}

	float[] second() {
		return second;
	}

	/**
	 * Moves the values against the gradient.
	 *
	 * @param values changed in place
	 * @param scale that the gradient is multiplied with
	 * @param step counted from 0
	 */
	void update(final float[] values, final float[] gradient, final float scale,
		final double rate, final long step)
	{
		final float correction2 = (float) (1 - Math.pow(BETA2, step + 1));
		final float stride = (float) (rate / (1 - Math.pow(BETA1, step + 1)));
		final float[] m = first;
		final float[] v = second;
		Pieces.forEach(values.length, (start, end) -> {
			for (int i = start; i < end; i++) {
				final float g = scale * gradient[i];
				m[i] = BETA1 * m[i] + (1 - BETA1) * g;
				v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
				values[i] -= stride * m[i] / ((float) Math.sqrt(v[i] / correction2) +
					EPSILON);
			}
		});
	}
}
