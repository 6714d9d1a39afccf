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

/**
 * Blocks of an image with its axes in another order: reads them in the order of
 * the image, and turns them in the processor's cache. Not thread-safe.
 */
final class PermutedBlocks implements BlockSource {

	private final BlockSource source;
	private final SampleType sample;
	private final int[] order;
	private Object scratch;
	private int room;

	private PermutedBlocks(final BlockSource source, final SampleType sample,
		final int[] order)
	{
		this.source = source;
		this.sample = sample;
		this.order = order;
	}

	/**
	 * @param order for each axis of the blocks, which axis of the source it is;
	 *          each one once
	 */
	static BlockSource of(final BlockSource source, final SampleType sample,
		final int... order)
	{
		for (int d = 0; d < order.length; d++)
			if (order[d] != d) return new PermutedBlocks(source, sample, order);
		return source;
	}

	@Override
	public void read(final long[] min, final int[] size, final Object to) {
		final int n = order.length;
		final long[] sourceMin = new long[n];
		final int[] sourceSize = new int[n];
		for (int d = 0; d < n; d++) {
			sourceMin[order[d]] = min[d];
			sourceSize[order[d]] = size[d];
		}
		final int count = PrimitiveFloatBlocks.elements(size);
		if (room < count) scratch = sample.newArray(room = count);
		source.read(sourceMin, sourceSize, scratch);
		turn(sourceSize, strides(size), to);
	}

	/** How far one step along each axis of the source goes in the block. */
	private int[] strides(final int[] size) {
		final int[] strides = new int[order.length];
		for (int d = 0, stride = 1; d < size.length; stride *= size[d++])
			strides[order[d]] = stride;
		return strides;
	}

	private void turn(final int[] size, final int[] strides, final Object to) {
		final int longest = longest(size);
		int step = 1;
		for (int d = 0; d < longest; d++)
			step *= size[d];
		final int[] position = new int[size.length];
		for (int from = 0; from >= 0; from = next(position, size, longest))
			spread(from, step, to, dot(position, strides), strides[longest],
				size[longest]);
	}

	private static int longest(final int[] size) {
		int longest = 0;
		for (int d = 1; d < size.length; d++)
			if (size[d] > size[longest]) longest = d;
		return longest;
	}

	/** Moves to the next line along an axis; its start in the source, or -1. */
	private static int next(final int[] position, final int[] size,
		final int axis)
	{
		for (int d = 0; d < size.length; d++) {
			if (d == axis) continue;
			if (++position[d] < size[d]) return start(position, size);
			position[d] = 0;
		}
		return -1;
	}

	private static int start(final int[] position, final int[] size) {
		int start = 0;
		for (int d = size.length - 1; d >= 0; d--)
			start = start * size[d] + position[d];
		return start;
	}

	private static int dot(final int[] position, final int[] strides) {
		int sum = 0;
		for (int d = 0; d < position.length; d++)
			sum += position[d] * strides[d];
		return sum;
	}

	/** Copies n elements between lines of any step. */
	private void spread(final int from, final int step, final Object to,
		final int target, final int stride, final int n)
	{
		if (to instanceof float[] floats) spread((float[]) scratch, from, step,
			floats, target, stride, n);
		else if (to instanceof byte[] bytes) spread((byte[]) scratch, from, step,
			bytes, target, stride, n);
		else if (to instanceof short[] shorts) spread((short[]) scratch, from, step,
			shorts, target, stride, n);
		else if (to instanceof int[] ints) spread((int[]) scratch, from, step, ints,
			target, stride, n);
		else if (to instanceof long[] longs) spread((long[]) scratch, from, step,
			longs, target, stride, n);
		else spread((double[]) scratch, from, step, (double[]) to, target, stride,
			n);
	}

	private static void spread(final float[] from, final int start,
		final int step, final float[] to, final int target, final int stride,
		final int n)
	{
		for (int i = 0; i < n; i++)
			to[target + i * stride] = from[start + i * step];
	}

	private static void spread(final byte[] from, final int start, final int step,
		final byte[] to, final int target, final int stride, final int n)
	{
		for (int i = 0; i < n; i++)
			to[target + i * stride] = from[start + i * step];
	}

	private static void spread(final short[] from, final int start,
		final int step, final short[] to, final int target, final int stride,
		final int n)
	{
		for (int i = 0; i < n; i++)
			to[target + i * stride] = from[start + i * step];
	}

	private static void spread(final int[] from, final int start, final int step,
		final int[] to, final int target, final int stride, final int n)
	{
		for (int i = 0; i < n; i++)
			to[target + i * stride] = from[start + i * step];
	}

	private static void spread(final long[] from, final int start, final int step,
		final long[] to, final int target, final int stride, final int n)
	{
		for (int i = 0; i < n; i++)
			to[target + i * stride] = from[start + i * step];
	}

	private static void spread(final double[] from, final int start,
		final int step, final double[] to, final int target, final int stride,
		final int n)
	{
		for (int i = 0; i < n; i++)
			to[target + i * stride] = from[start + i * step];
	}
}
