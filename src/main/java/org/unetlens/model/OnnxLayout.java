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

package org.unetlens.model;

import org.unetlens.network.LayerNames;

/**
 * How the axes of our weights stand in ONNX: kernels of convolutions
 * {@code [kH, kW, iC, oC]} become {@code [oC, iC, kH, kW]}, those of transposed
 * convolutions {@code [iC, oC, kH, kW]}; vectors stay.
 */
final class OnnxLayout {

	private static final String UP = LayerNames.weight(".up");

	private OnnxLayout() {}

	/** Shape in ONNX of the weight that has this shape here. */
	static long[] shape(final String name, final long[] ours) {
		if (ours.length == 1) return ours.clone();
		return isUp(name) ? new long[] { ours[2], ours[3], ours[0], ours[1] }
			: new long[] { ours[3], ours[2], ours[0], ours[1] };
	}

	/** Values in ONNX order of a weight with this shape here; a copy. */
	static float[] toOnnx(final String name, final long[] ours,
		final float[] values)
	{
		return permuted(name, ours, values, true);
	}

	/** Values in our order of a weight with this shape here; a copy. */
	static float[] fromOnnx(final String name, final long[] ours,
		final float[] values)
	{
		return permuted(name, ours, values, false);
	}

	private static float[] permuted(final String name, final long[] ours,
		final float[] values, final boolean toOnnx)
	{
		if (ours.length == 1) return values.clone();
		final int kernel = (int) (ours[0] * ours[1]);
		final int in = (int) ours[2];
		final int out = (int) ours[3];
		final boolean up = isUp(name);
		final float[] result = new float[values.length];
		int here = 0;
		for (int k = 0; k < kernel; k++)
			for (int i = 0; i < in; i++)
				for (int o = 0; o < out; o++, here++) {
					final int there = (up ? i * out + o : o * in + i) * kernel + k;
					if (toOnnx) result[there] = values[here];
					else result[here] = values[there];
				}
		return result;
	}

	private static boolean isUp(final String name) {
		return name.endsWith(UP);
	}
}
