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

import org.unetlens.graph.Kernel;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.foreign.UNetBlocks.Up;

/**
 * Up-sampling to nearest neighbours, by itself or followed by a convolution, as
 * one transposed convolution of stride 2. Exact, at the border too: a pixel
 * outside of the larger map lies above a cell outside of the smaller one, and
 * both are 0.
 */
final class UpKernels {

	/** Side of the kernel, and its first output pixel. */
	private static final int SIDE = 6;
	private static final int FIRST = -2;

	private UpKernels() {}

	static Up ofUpSampling(final int channels) {
		final float[] values = new float[4 * channels * channels];
		for (int tap = 0; tap < 4; tap++)
			for (int c = 0; c < channels; c++)
				values[(tap * channels + c) * channels + c] = 1;
		return new Up(new Kernel(2, 2, channels, channels, values), 0, null, false);
	}

	/**
	 * Output pixel p reads through tap t of the convolution the larger map at p +
	 * t - pad, which is the smaller one's cell floor((p + t - pad) / 2).
	 */
	static Up ofUpSampling(final Convolution c, final boolean active)
		throws UnsupportedNetworkException
	{
		final Kernel k = c.kernel();
		if (k.height() > 3 || k.width() > 3) throw new UnsupportedNetworkException(
			"has a convolution of " + k.height() + " x " + k.width() +
				" behind up-sampling; at most 3 x 3 can be translated");
		final int n = k.inputs() * k.outputs();
		final float[] values = new float[SIDE * SIDE * n];
		for (int py = 0; py < 2; py++)
			for (int ty = 0; ty < k.height(); ty++)
				for (int px = 0; px < 2; px++)
					for (int tx = 0; tx < k.width(); tx++)
						add(k.values(), (ty * k.width() + tx) * n, values, (tap(py, ty, c
							.pads().top()) * SIDE + tap(px, tx, c.pads().left())) * n, n);
		return new Up(new Kernel(SIDE, SIDE, k.inputs(), k.outputs(), values),
			FIRST, c.bias(), active);
	}

	private static int tap(final int p, final int t, final int pad) {
		return p - 2 * Math.floorDiv(p + t - pad, 2) - FIRST;
	}

	private static void add(final float[] from, final int i, final float[] to,
		final int j, final int n)
	{
		for (int k = 0; k < n; k++)
			to[j + k] += from[i + k];
	}
}
