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

import java.util.Arrays;

/**
 * Which positions of an axis a range of positions shows that may reach over its
 * ends, when the axis is mirrored there without repeating the end. Immutable.
 */
final class Mirror {

	private final long first;
	private final int length;
	private final int[] index;
	private final boolean plain;

	private Mirror(final long[] positions) {
		first = Arrays.stream(positions).min().orElseThrow();
		length = Math.toIntExact(Arrays.stream(positions).max().orElseThrow() -
			first + 1);
		index = Arrays.stream(positions).mapToInt(p -> (int) (p - first)).toArray();
		plain = length == index.length && index[0] == 0;
	}

	/**
	 * @param start first position of the range
	 * @param count positions in the range, at least 1
	 * @param size positions of the axis, at least 1
	 */
	static Mirror of(final long start, final int count, final long size) {
		final long[] positions = new long[count];
		for (int i = 0; i < count; i++)
			positions[i] = position(start + i, size);
		return new Mirror(positions);
	}

	private static long position(final long p, final long size) {
		if (p >= 0 && p < size) return p;
		if (size == 1) return 0;
		final long period = 2 * (size - 1);
		final long phase = Math.floorMod(p, period);
		return Math.min(phase, period - phase);
	}

	/** The first position of the axis that is shown. */
	long first() {
		return first;
	}

	/** How many positions of the axis are shown, from the first one on. */
	int length() {
		return length;
	}

	/** How many positions the range has. */
	int count() {
		return index.length;
	}

	/** What the i-th position of the range shows, counted from {@link #first}. */
	int index(final int i) {
		return index[i];
	}

	/** Whether the range shows the axis as it is. */
	boolean isPlain() {
		return plain;
	}
}
