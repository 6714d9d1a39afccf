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

package org.unetlens.network;

/**
 * What an output pixel can see of the input, by arithmetic, along one axis and
 * for SAME padding. Going back from the output, a 3x3 convolution widens an
 * interval [a, b] of pixels to [a - 1, b + 1], an up-convolution halves it to
 * [floor(a / 2), floor(b / 2)], a pooling doubles it to [2a, 2b + 1].
 */
public final class ReceptiveField {

	/**
	 * Pixels from..to along one axis, both included.
	 *
	 * @param from first pixel, in input pixels
	 * @param to last pixel, in input pixels
	 */
	public record Extent(long from, long to) {

		/** Number of pixels. */
		public long size() {
			return to - from + 1;
		}
	}

	private ReceptiveField() {}

	/**
	 * What the output pixel at {@code position} sees through the skip of a level.
	 */
	public static Extent throughSkip(final int level, final long position) {
		// NB: Two convolutions of the decoder, then two of the encoder.
		return through(level, position, 4);
	}

	/**
	 * What the output pixel at {@code position} sees through the bottleneck, and
	 * so at most.
	 */
	public static Extent throughBottleneck(final UNetSpec spec,
		final long position)
	{
		return through(spec.depth(), position, 2);
	}

	/** The largest extent of the whole network over all positions, in pixels. */
	public static long size(final UNetSpec spec) {
		final int period = spec.tileStep();
		long largest = 0;
		for (long p = 0; p < period; p++)
			largest = Math.max(largest, throughBottleneck(spec, p).size());
		return largest;
	}

	/**
	 * How many pixels around an area, whose sides lie on multiples of
	 * {@link UNetSpec#tileStep()}, decide about the output in it: itself such a
	 * multiple.
	 */
	public static int halo(final UNetSpec spec) {
		final int step = spec.tileStep();
		final long need = Math.max(-throughBottleneck(spec, 0).from(),
			throughBottleneck(spec, step - 1).to() - step + 1);
		return Math.toIntExact((need + step - 1) / step * step);
	}

	private static Extent through(final int level, final long position,
		final int widening)
	{
		long a = position;
		long b = position;
		for (int k = 0; k < level; k++) {
			a = Math.floorDiv(a - 2, 2);
			b = Math.floorDiv(b + 2, 2);
		}
		a -= widening;
		b += widening;
		for (int k = 0; k < level; k++) {
			a = 2 * a - 2;
			b = 2 * b + 1 + 2;
		}
		return new Extent(a, b);
	}
}
