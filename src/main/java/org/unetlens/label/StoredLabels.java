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

package org.unetlens.label;

import java.util.Arrays;

/**
 * The labels of a store, asked pixel by pixel where one lies near the other: a
 * square of pixels is read at a time, and the last ones are kept. Not
 * thread-safe.
 */
final class StoredLabels implements Outlines.Labels {

	/** Columns and rows of a square, as a power of two. */
	private static final int BITS = 7;
	private static final int SIDE = 1 << BITS;
	/** NB: Together 64 MB. */
	private static final int MOST_KEPT = 1 << 10;

	private final LabelStore store;
	private final int width;
	private final int height;
	private final int across;
	private final int mask;
	private final long[] known;
	private final int[][] squares;

	StoredLabels(final LabelStore store, final int width, final int height) {
		this.store = store;
		this.width = width;
		this.height = height;
		across = (width >> BITS) + 1;
		// NB: Enough for the squares of a few rows of squares.
		final int kept = Math.min(MOST_KEPT, Integer.highestOneBit(4 *
			across) << 1);
		mask = kept - 1;
		known = new long[kept];
		Arrays.fill(known, -1);
		squares = new int[kept][];
	}

	@Override
	public int at(final int x, final int y) {
		final long square = (long) (y >> BITS) * across + (x >> BITS);
		final int slot = (int) square & mask;
		if (known[slot] != square) load(square, slot);
		return squares[slot][(y & SIDE - 1) << BITS | x & SIDE - 1];
	}

	private void load(final long square, final int slot) {
		if (squares[slot] == null) squares[slot] = new int[SIDE * SIDE];
		final int x = (int) (square % across) << BITS;
		final int y = (int) (square / across) << BITS;
		final int columns = Math.min(SIDE, width - x);
		for (int r = 0; r < Math.min(SIDE, height - y); r++)
			store.read((long) (y + r) * width + x, squares[slot], r << BITS, columns);
		known[slot] = square;
	}
}
