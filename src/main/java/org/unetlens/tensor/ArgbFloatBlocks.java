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

package org.unetlens.tensor;

import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.ARGBType;

/** Blocks of {@link ArgbChannels}, read from the colour image behind them. */
final class ArgbFloatBlocks implements FloatBlocks {

	private final PrimitiveBlocks<ARGBType> blocks;
	private int[] scratch = {};

	ArgbFloatBlocks(final PrimitiveBlocks<ARGBType> blocks) {
		this.blocks = blocks;
	}

	@Override
	public void read(final long[] min, final int[] size, final float[] to) {
		final int axis = ArgbChannels.CHANNEL_AXIS;
		final int channels = size[axis];
		final int[] colourSize = without(axis, size);
		final int n = PrimitiveFloatBlocks.elements(colourSize);
		if (scratch.length < n) scratch = new int[n];
		blocks.copy(without(axis, min), scratch, colourSize);
		final int plane = size[0] * size[1];
		for (int start = 0; start < n; start += plane)
			for (int c = 0; c < channels; c++)
				split(start, (int) min[axis] + c, plane, to, start * channels + c *
					plane);
	}

	private void split(final int start, final int channel, final int n,
		final float[] to, final int offset)
	{
		final int shift = 16 - 8 * channel;
		for (int i = 0; i < n; i++)
			to[offset + i] = scratch[start + i] >> shift & 0xff;
	}

	private static long[] without(final int axis, final long[] values) {
		final long[] rest = new long[values.length - 1];
		for (int d = 0; d < rest.length; d++)
			rest[d] = values[d < axis ? d : d + 1];
		return rest;
	}

	private static int[] without(final int axis, final int[] values) {
		final int[] rest = new int[values.length - 1];
		for (int d = 0; d < rest.length; d++)
			rest[d] = values[d < axis ? d : d + 1];
		return rest;
	}

	@Override
	public FloatBlocks independentCopy() {
		return new ArgbFloatBlocks(blocks.independentCopy());
	}
}
