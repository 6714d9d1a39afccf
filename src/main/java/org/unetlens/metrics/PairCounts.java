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

package org.unetlens.metrics;

import java.util.Arrays;

/** Counts per key of 64 bits: a hash table with open addressing. */
final class PairCounts {

	private static final long EMPTY = -1;

	private long[] keys = new long[256];
	private long[] counts = new long[256];
	private int size;

	PairCounts() {
		Arrays.fill(keys, EMPTY);
	}

	/** @param key 0 or more */
	void add(final long key, final long count) {
		final int slot = slot(key);
		if (keys[slot] == EMPTY) {
			keys[slot] = key;
			size++;
		}
		counts[slot] += count;
		if (2 * size > keys.length) grow();
	}

	long count(final long key) {
		return counts[slot(key)];
	}

	long[] sortedKeys() {
		return Arrays.stream(keys).filter(k -> k != EMPTY).sorted().toArray();
	}

	private int slot(final long key) {
		// NB: Multiplication by 2^64 / golden ratio spreads neighbouring labels.
		final long mixed = (key ^ key >>> 29) * 0x9E3779B97F4A7C15L;
		int slot = (int) (mixed >>> 32) & keys.length - 1;
		while (keys[slot] != EMPTY && keys[slot] != key)
			slot = slot + 1 & keys.length - 1;
		return slot;
	}

	private void grow() {
		final long[] oldKeys = keys, oldCounts = counts;
		keys = new long[2 * oldKeys.length];
		counts = new long[keys.length];
		Arrays.fill(keys, EMPTY);
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldKeys[i] == EMPTY) continue;
			final int slot = slot(oldKeys[i]);
			keys[slot] = oldKeys[i];
			counts[slot] = oldCounts[i];
		}
	}
}
