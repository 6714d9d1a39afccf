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

import org.unetlens.graph.LayerOp.UpConvolution;

/**
 * A transposed convolution of stride s as s convolutions, each of which gives
 * every s-th row of the map, with the s column phases side by side in the
 * channel axis: {@code [h, w, s * channels]}. Output cell o = s * q + p reads
 * the cells q + d with the tap k = p + crop - s * d, for all d for which there
 * is such a tap.
 */
final class UpPhases {

	private final Kernel kernel;
	private final int stride;
	private final int cropTop;
	private final int cropLeft;

	private UpPhases(final UpConvolution up) {
		kernel = up.kernel();
		stride = up.stride();
		cropTop = up.crop().top();
		cropLeft = up.crop().left();
	}

	static UpPhases of(final UpConvolution up) {
		return new UpPhases(up);
	}

	/** Whether its map is exactly as many times as large as it steps. */
	static boolean fits(final UpConvolution up) {
		final LayerOp.Pads crop = up.crop();
		return up.kernel().height() - crop.top() - crop.bottom() == up.stride() &&
			up.kernel().width() - crop.left() - crop.right() == up.stride() && Math
				.min(crop.top(), crop.left()) >= 0;
	}

	/** How many cells to either side of q are read at most. */
	int sides() {
		return Math.max(sides(kernel.height(), cropTop), sides(kernel.width(),
			cropLeft));
	}

	private int sides(final int size, final int crop) {
		final int least = -Math.floorDiv(size - 1 - crop, stride);
		final int most = Math.floorDiv(stride - 1 + crop, stride);
		return Math.max(-least, most);
	}

	/** One side of the kernels. */
	int size() {
		return 2 * sides() + 1;
	}

	/**
	 * The kernel of the rows s * q + phase.
	 *
	 * @return axes (row, column, input, column phase and output)
	 */
	Kernel rows(final int phase) {
		final int n = size(), in = kernel.inputs(), out = kernel.outputs();
		final float[] values = new float[n * n * in * stride * out];
		for (int a = 0; a < n; a++)
			for (int b = 0; b < n; b++)
				for (int p = 0; p < stride; p++) {
					final int row = phase + cropTop - stride * (a - sides());
					final int column = p + cropLeft - stride * (b - sides());
					if (row < 0 || row >= kernel.height() || column < 0 ||
						column >= kernel.width()) continue;
					for (int i = 0; i < in; i++)
						for (int o = 0; o < out; o++)
							values[(((a * n + b) * in + i) * stride + p) * out + o] = kernel
								.at(row, column, i, o);
				}
		return new Kernel(n, n, in, stride * out, values);
	}
}
