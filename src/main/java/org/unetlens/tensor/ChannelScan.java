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

import java.util.function.BinaryOperator;
import java.util.function.Supplier;

import net.imglib2.Interval;
import net.imglib2.parallel.Parallelization;

import org.unetlens.tensor.BlockGrid.Range;

/**
 * Goes over all values of one channel in blocks, on several threads. The result
 * is the same for any number of threads. Thread-safe.
 */
final class ChannelScan {

	static final int CHANNEL_AXIS = 2;

	/** NB: Fixed, so that sums do not depend on the number of threads. */
	private static final int PARTS = 16;

	private final FloatBlocks blocks;
	private final long[] origin;
	private final BlockGrid grid;

	/** @param image axes (x, y, channel) and any others */
	ChannelScan(final FloatBlocks blocks, final Interval image,
		final int channel)
	{
		this.blocks = blocks;
		origin = image.minAsLongArray();
		origin[CHANNEL_AXIS] += channel;
		grid = BlockGrid.ofSlice(image, CHANNEL_AXIS);
	}

	/** Takes the first {@code n} of {@code values} into a partial result. */
	interface Step<A> {

		void add(A part, float[] values, int n);
	}

	<A> A collect(final Supplier<A> start, final Step<A> step,
		final BinaryOperator<A> merge)
	{
		return Parallelization.getTaskExecutor().forEachApply(grid.ranges(PARTS),
			range -> part(range, start.get(), step)).stream().reduce(merge)
			.orElseThrow();
	}

	private <A> A part(final Range range, final A part, final Step<A> step) {
		final FloatBlocks reader = blocks.independentCopy();
		final float[] values = new float[grid.capacity()];
		final long[] min = new long[origin.length];
		final int[] size = new int[origin.length];
		for (long block = range.from(); block < range.to(); block++) {
			grid.locate(block, min, size);
			for (int d = 0; d < min.length; d++)
				min[d] += origin[d];
			reader.read(min, size, values);
			step.add(part, values, PrimitiveFloatBlocks.elements(size));
		}
		return part;
	}
}
