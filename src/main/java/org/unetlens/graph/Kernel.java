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

/**
 * The trained numbers of a convolution, axes (row, column, input channel,
 * output channel) in 'c' order. For a transposed convolution row and column
 * count output pixels. The array is shared and not to be changed.
 */
public record Kernel(int height, int width, int inputs, int outputs,
		float[] values) {

	public Kernel {
		if (values.length != (long) height * width * inputs * outputs)
			throw new IllegalArgumentException("a kernel of " + height + " x " +
				width + " taps, " + inputs + " input and " + outputs +
				" output channels came with " + values.length + " values");
	}

	public float at(final int row, final int column, final int input,
		final int output)
	{
		return values[((row * width + column) * inputs + input) * outputs + output];
	}

	/**
	 * The same for a convolution without dilation: zeros between the taps.
	 *
	 * @param dilation cells from one tap to the next
	 */
	Kernel spread(final int dilation) {
		if (dilation == 1) return this;
		final int rows = (height - 1) * dilation + 1;
		final int columns = (width - 1) * dilation + 1;
		final int n = inputs * outputs;
		final float[] result = new float[rows * columns * n];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				System.arraycopy(values, (y * width + x) * n, result, (y * columns +
					x) * dilation * n, n);
		return new Kernel(rows, columns, inputs, outputs, result);
	}

	/** The same with the values of each output channel multiplied. */
	public Kernel scaled(final float[] factor) {
		final float[] result = values.clone();
		for (int i = 0; i < result.length; i++)
			result[i] *= factor[i % outputs];
		return new Kernel(height, width, inputs, outputs, result);
	}
}
