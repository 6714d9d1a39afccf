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
 * Shares the foreground out among seeds: every seed grows into its neighbours
 * (sharing an edge), highest level first, first come first served within a
 * level, until all foreground that a seed can reach has its label. A watershed
 * without lines (Meyer 1991) with one bucket per level: linear time. The memory
 * beyond the labels is that of the front, 8 bytes per pixel that waits.
 */
final class SeededFlood {

	private static final int NONE = -1;
	private static final int LEVELS = 256;

	/** Level of the pixels that have their label from the start. */
	static final byte SEED = (byte) 255;

	private final byte[] level;
	private final int[] labels;
	private final int width;

	/** Heads and tails of the buckets, as places in the lists below. */
	private final int[] head = new int[LEVELS];
	private final int[] tail = new int[LEVELS];

	/** The waiting pixels, linked; places that are done with are used again. */
	private int[] pixel = new int[1024];
	private int[] next = new int[1024];
	private int used;
	private int free = NONE;

	private SeededFlood(final byte[] level, final int[] labels, final int width) {
		this.level = level;
		this.labels = labels;
		this.width = width;
		Arrays.fill(head, NONE);
	}

	/**
	 * Floods.
	 *
	 * @param level 0 = background, {@link #SEED} = seed, otherwise the height of
	 *          the pixel, 1 to 254 (unsigned), flooded in descending order;
	 *          raster order, only read
	 * @param labels the seeds' labels, 0 elsewhere; completed in place
	 */
	static void run(final byte[] level, final int[] labels, final int width) {
		final SeededFlood flood = new SeededFlood(level, labels, width);
		for (int i = 0; i < labels.length; i++)
			if (level[i] == SEED) flood.spread(i, LEVELS - 1, labels[i]);
		for (int at = LEVELS - 1; at > 0; at--)
			while (flood.head[at] != NONE) {
				final int i = flood.take(at);
				flood.spread(i, at, labels[i]);
			}
	}

	private void spread(final int i, final int at, final int label) {
		final int x = i % width;
		if (i >= width) offer(i - width, at, label);
		if (x > 0) offer(i - 1, at, label);
		if (x < width - 1) offer(i + 1, at, label);
		if (i < labels.length - width) offer(i + width, at, label);
	}

	private void offer(final int i, final int at, final int label) {
		if (level[i] == 0 || labels[i] != 0) return;
		labels[i] = label;
		// NB: Higher ground behind a pass is flooded at once.
		put(i, Math.min(at, level[i] & 0xff));
	}

	private void put(final int i, final int bucket) {
		final int place = newPlace();
		pixel[place] = i;
		next[place] = NONE;
		if (head[bucket] == NONE) head[bucket] = place;
		else next[tail[bucket]] = place;
		tail[bucket] = place;
	}

	private int take(final int bucket) {
		final int place = head[bucket];
		head[bucket] = next[place];
		next[place] = free;
		free = place;
		return pixel[place];
	}

	private int newPlace() {
		if (free != NONE) {
			final int place = free;
			free = next[place];
			return place;
		}
		if (used == pixel.length) {
			final int size = (int) Math.min(Integer.MAX_VALUE - 8L, used + used / 2L);
			pixel = Arrays.copyOf(pixel, size);
			next = Arrays.copyOf(next, size);
		}
		return used++;
	}
}
