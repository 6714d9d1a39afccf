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
 * Copies a box of values into another order of its axes, in squares that fit
 * the innermost cache. Immutable.
 *
 * @param size of the box, in the order of the copy, first axis fastest
 * @param steps how far one step along each of these axes goes in the source;
 *          negative where it is mirrored
 * @param across the axis along which neighbours of the source lie; 0 when that
 *          is the first
 * @param stride how far one step along that axis goes in the copy
 */
record Transposition(int[] size, int[] steps, int across, int stride) {

	private static final int SQUARE = 16;

	static Transposition of(final int[] size, final int[] steps) {
		int across = 0;
		int stride = 1;
		int acrossStride = 1;
		for (int d = 0; d < size.length; d++) {
			// NB: Axes of length 1 may have any step.
			if (d > 0 && size[d] > 1 && Math.abs(steps[d]) < Math.abs(
				steps[across]) || size[across] == 1 && size[d] > 1)
			{
				across = d;
				acrossStride = stride;
			}
			stride *= size[d];
		}
		return new Transposition(size, steps, across, acrossStride);
	}

	/** @param start where the first value of the copy lies in the source */
	void run(final Object from, final int start, final Object to) {
		plane(from, start, to, 0, size.length - 1);
	}

	private void plane(final Object from, final int start, final Object to,
		final int target, final int d)
	{
		if (d == 0) {
			if (across == 0) copy(from, start, to, target, 0, size[0], 0, 1);
			else squares(from, start, to, target);
			return;
		}
		if (d == across) {
			plane(from, start, to, target, d - 1);
			return;
		}
		int stride = 1;
		for (int k = 0; k < d; k++)
			stride *= size[k];
		for (int i = 0; i < size[d]; i++)
			plane(from, start + i * steps[d], to, target + i * stride, d - 1);
	}

	private void squares(final Object from, final int start, final Object to,
		final int target)
	{
		for (int b = 0; b < size[across]; b += SQUARE)
			for (int a = 0; a < size[0]; a += SQUARE)
				copy(from, start, to, target, a, Math.min(size[0], a + SQUARE), b, Math
					.min(size[across], b + SQUARE));
	}

	/** One square: columns a0 to a1 of the copy, rows b0 to b1. */
	private void copy(final Object from, final int start, final Object to,
		final int target, final int a0, final int a1, final int b0, final int b1)
	{
		final int stepA = steps[0], stepB = across == 0 ? 0 : steps[across];
		for (int b = b0; b < b1; b++) {
			final int in = start + b * stepB + a0 * stepA;
			final int out = target + b * stride + a0;
			if (to instanceof float[] floats) line((float[]) from, in, stepA, floats,
				out, a1 - a0);
			else if (to instanceof byte[] bytes) line((byte[]) from, in, stepA, bytes,
				out, a1 - a0);
			else if (to instanceof short[] shorts) line((short[]) from, in, stepA,
				shorts, out, a1 - a0);
			else if (to instanceof int[] ints) line((int[]) from, in, stepA, ints,
				out, a1 - a0);
			else if (to instanceof long[] longs) line((long[]) from, in, stepA, longs,
				out, a1 - a0);
			else line((double[]) from, in, stepA, (double[]) to, out, a1 - a0);
		}
	}

	private static void line(final float[] from, final int in, final int step,
		final float[] to, final int out, final int n)
	{
		for (int i = 0; i < n; i++)
			to[out + i] = from[in + i * step];
	}

	private static void line(final byte[] from, final int in, final int step,
		final byte[] to, final int out, final int n)
	{
		for (int i = 0; i < n; i++)
			to[out + i] = from[in + i * step];
	}

	private static void line(final short[] from, final int in, final int step,
		final short[] to, final int out, final int n)
	{
		for (int i = 0; i < n; i++)
			to[out + i] = from[in + i * step];
	}

	private static void line(final int[] from, final int in, final int step,
		final int[] to, final int out, final int n)
	{
		for (int i = 0; i < n; i++)
			to[out + i] = from[in + i * step];
	}

	private static void line(final long[] from, final int in, final int step,
		final long[] to, final int out, final int n)
	{
		for (int i = 0; i < n; i++)
			to[out + i] = from[in + i * step];
	}

	private static void line(final double[] from, final int in, final int step,
		final double[] to, final int out, final int n)
	{
		for (int i = 0; i < n; i++)
			to[out + i] = from[in + i * step];
	}
}
