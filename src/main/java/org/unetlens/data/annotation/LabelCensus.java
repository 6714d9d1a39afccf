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

package org.unetlens.data.annotation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which values label pictures hold, and whether their pixels lie together. Not
 * thread-safe while it is filled.
 */
final class LabelCensus {

	/** How the pixels of one value lie. */
	static final class Entry {

		/** Pixels of this value. */
		long pixels;
		/** Those whose four neighbours have it too. */
		long inner;
		/** Those at the border of the picture. */
		long edge;
		/** Connected areas, corners joined. */
		long areas;
		/** Areas of at least a tenth of the largest of their plane. */
		long parts;
		/** Planes that hold the value. */
		int planes;

		/** Scattered specks, as smoothing, noise or compression leave them. */
		boolean isStray() {
			return inner * 10 < pixels && pixels < 4 * areas;
		}
	}

	private static final int FEW = 32;

	private final Map<Integer, Entry> entries = new TreeMap<>();
	private final Set<Set<Integer>> together = new HashSet<>();
	private int planes;
	private long pixels;
	private long neighbours;
	private long differing;

	/** Values in ascending order. */
	Map<Integer, Entry> entries() {
		return entries;
	}

	int planes() {
		return planes;
	}

	long pixels() {
		return pixels;
	}

	Entry entry(final int value) {
		return entries.get(value);
	}

	/** The values that are not stray. */
	List<Integer> mainValues() {
		return entries.entrySet().stream().filter(e -> !e.getValue().isStray()).map(
			Map.Entry::getKey).toList();
	}

	/** Connected areas of stray values. */
	long strayAreas() {
		return entries.values().stream().filter(Entry::isStray).mapToLong(
			e -> e.areas).sum();
	}

	/** Whether one plane holds both values. */
	boolean areTogether(final int a, final int b) {
		return together.stream().anyMatch(s -> s.contains(a) && s.contains(b));
	}

	/**
	 * Share of neighbours in a row that differ, those apart that are the most
	 * frequent value of their plane: small for labels, however small they are,
	 * and large for pictures.
	 */
	double roughness() {
		return (double) differing / Math.max(1, neighbours);
	}

	/** Counts a plane, row by row. */
	void add(final int[] keys, final int width) {
		planes++;
		pixels += keys.length;
		final Map<Integer, Spread> spreads = new HashMap<>();
		countPixels(keys, width, spreads);
		// NB: Asked for sets of few values only.
		if (spreads.size() <= FEW) together.add(Set.copyOf(spreads.keySet()));
		compareNeighbours(keys, width, spreads.entrySet().stream().max(Comparator
			.comparingLong(e -> e.getValue().pixels)).orElseThrow().getKey());
		final AreaList areas = new AreaList(keys, width);
		for (int a = 0; a < areas.count(); a++) {
			final Spread spread = spreads.get(areas.key(a));
			spread.largest = Math.max(spread.largest, areas.size(a));
		}
		for (int a = 0; a < areas.count(); a++) {
			final Entry entry = entries.get(areas.key(a));
			entry.areas++;
			if (areas.size(a) * 10L >= spreads.get(areas.key(a)).largest)
				entry.parts++;
		}
	}

	/** One value in one plane. */
	private static final class Spread {

		private long pixels;
		private long largest;
	}

	private void countPixels(final int[] keys, final int width,
		final Map<Integer, Spread> spreads)
	{
		Entry entry = null;
		Spread spread = null;
		for (int i = 0; i < keys.length; i++) {
			if (i == 0 || keys[i] != keys[i - 1]) {
				entry = entries.computeIfAbsent(keys[i], k -> new Entry());
				spread = spreads.computeIfAbsent(keys[i], k -> new Spread());
				if (spread.pixels == 0) entry.planes++;
			}
			spread.pixels++;
			entry.pixels++;
			final int x = i % width;
			final boolean edge = x == 0 || x == width - 1 || i < width || i +
				width >= keys.length;
			if (edge) entry.edge++;
			if (isInner(keys, i, x, width)) entry.inner++;
		}
	}

	private void compareNeighbours(final int[] keys, final int width,
		final int most)
	{
		for (int i = 1; i < keys.length; i++) {
			if (i % width == 0 || keys[i] == most || keys[i - 1] == most) continue;
			neighbours++;
			if (keys[i] != keys[i - 1]) differing++;
		}
	}

	private static boolean isInner(final int[] keys, final int i, final int x,
		final int width)
	{
		final int key = keys[i];
		return (x == 0 || keys[i - 1] == key) && (x == width - 1 || keys[i +
			1] == key) && (i < width || keys[i - width] == key) && (i +
				width >= keys.length || keys[i + width] == key);
	}
}
