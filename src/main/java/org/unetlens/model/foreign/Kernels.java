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

package org.unetlens.model.foreign;

import org.unetlens.model.foreign.LayerOp.Pads;

/**
 * Kernels in the layouts of other programs, and the paddings they call same.
 */
final class Kernels {

	private Kernels() {}

	/**
	 * @param values axes (output, input, row, column), or with
	 *          {@code outputFirst} false (input, output, row, column); a copy is
	 *          made
	 */
	static Kernel fromChannelsFirst(final int height, final int width,
		final int inputs, final int outputs, final float[] values,
		final boolean outputFirst)
	{
		final int taps = height * width;
		final float[] result = new float[values.length];
		for (int o = 0; o < outputs; o++)
			for (int i = 0; i < inputs; i++)
				for (int t = 0; t < taps; t++)
					result[(t * inputs + i) * outputs + o] = values[(outputFirst ? o *
						inputs + i : i * outputs + o) * taps + t];
		return new Kernel(height, width, inputs, outputs, result);
	}

	/** Of a convolution of stride 1 whose map is as large as its input. */
	static Pads samePads(final Kernel k) {
		final int top = (k.height() - 1) / 2;
		final int left = (k.width() - 1) / 2;
		return new Pads(top, left, k.height() - 1 - top, k.width() - 1 - left);
	}

	/** Of a transposed convolution whose map is stride times as large. */
	static Pads sameCrop(final Kernel k, final int stride) {
		final int rows = Math.max(0, k.height() - stride);
		final int columns = Math.max(0, k.width() - stride);
		return new Pads(rows / 2, columns / 2, rows - rows / 2, columns - columns /
			2);
	}
}
