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

package org.unetlens.graph;

import org.unetlens.graph.LayerOp.Pads;

/**
 * Kernels in the layouts of other programs, and the paddings they call same.
 */
public final class Kernels {

	private Kernels() {}

	/**
	 * @param values axes (output, input, row, column), or with
	 *          {@code outputFirst} false (input, output, row, column); a copy is
	 *          made
	 */
	public static Kernel fromChannelsFirst(final int height, final int width,
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
	public static Pads samePads(final Kernel k) {
		return samePads(k.height(), k.width(), 1, false);
	}

	/**
	 * Of a window over a map whose sides are multiples of the stride.
	 *
	 * @param height of the window, dilation included
	 * @param lower whether of an odd sum the larger part comes first
	 */
	public static Pads samePads(final int height, final int width,
		final int stride, final boolean lower)
	{
		final int rows = Math.max(0, height - stride);
		final int columns = Math.max(0, width - stride);
		final int more = lower ? 1 : 0;
		final int top = (rows + more) / 2;
		final int left = (columns + more) / 2;
		return new Pads(top, left, rows - top, columns - left);
	}

	/**
	 * The kernel of a convolution in groups as one of all channels, with zeros
	 * for what lies in other groups.
	 *
	 * @param k as stored: its inputs are those of one group
	 */
	public static Kernel grouped(final Kernel k, final int groups) {
		final int in = k.inputs() * groups;
		final int perGroup = k.outputs() / groups;
		final float[] values = new float[k.values().length * groups];
		for (int i = 0; i < k.values().length; i++) {
			final int output = i % k.outputs();
			final int input = i / k.outputs() % k.inputs() + output / perGroup * k
				.inputs();
			final int tap = i / k.outputs() / k.inputs();
			values[(tap * in + input) * k.outputs() + output] = k.values()[i];
		}
		return new Kernel(k.height(), k.width(), in, k.outputs(), values);
	}

	/** Of a transposed convolution whose map is stride times as large. */
	public static Pads sameCrop(final Kernel k, final int stride) {
		final int rows = Math.max(0, k.height() - stride);
		final int columns = Math.max(0, k.width() - stride);
		return new Pads(rows / 2, columns / 2, rows - rows / 2, columns - columns /
			2);
	}
}
