
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
