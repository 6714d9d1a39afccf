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

import java.util.Arrays;

/**
 * The connected areas of equal values of a plane, corners joined, in raster
 * order of their first pixel.
 */
final class AreaList {

	private final int[] keys;
	private final int width;
	private final boolean[] seen;
	private final int[] queue;
	private int[] key = new int[256];
	private int[] size = new int[256];
	private int count;

	/** @param keys row by row */
	AreaList(final int[] keys, final int width) {
		this.keys = keys;
		this.width = width;
		seen = new boolean[keys.length];
		queue = new int[keys.length];
		for (int i = 0; i < keys.length; i++)
			if (!seen[i]) add(keys[i], fill(i));
	}

	int count() {
		return count;
	}

	/** The value of the pixels of an area. */
	int key(final int area) {
		return key[area];
	}

	/** Number of pixels of an area. */
	int size(final int area) {
		return size[area];
	}

	private void add(final int k, final int s) {
		if (count == key.length) {
			key = Arrays.copyOf(key, 2 * count);
			size = Arrays.copyOf(size, 2 * count);
		}
		key[count] = k;
		size[count++] = s;
	}

	private int fill(final int seed) {
		seen[seed] = true;
		queue[0] = seed;
		int end = 1;
		for (int next = 0; next < end; next++) {
			final int x = queue[next] % width;
			final int y = queue[next] / width;
			for (int v = Math.max(0, y - 1); v <= Math.min(keys.length / width - 1,
				y + 1); v++)
				for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
					final int i = v * width + u;
					if (seen[i] || keys[i] != keys[seed]) continue;
					seen[i] = true;
					queue[end++] = i;
				}
		}
		return end;
	}
}
