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
 * The numbers, from 1, that objects get in the order in which they are met, and
 * which of them turned out to be one object. Not thread-safe.
 */
final class ObjectIds {

	private int[] parent = new int[1024];
	private int[] size = new int[1024];
	private int last;

	int last() {
		return last;
	}

	/** Gives the next numbers to objects of these sizes, from index 1 on. */
	void add(final int[] sizes) {
		final int n = sizes.length - 1;
		final int needed = Math.addExact(last, n) + 1;
		if (needed > parent.length) {
			final int room = (int) Math.min(Integer.MAX_VALUE - 8L, needed + needed /
				2L);
			parent = Arrays.copyOf(parent, room);
			size = Arrays.copyOf(size, room);
		}
		for (int k = 1; k <= n; k++) {
			parent[last + k] = last + k;
			size[last + k] = sizes[k];
		}
		last += n;
	}

	void join(final int a, final int b) {
		final int i = root(a);
		final int j = root(b);
		if (i == j) return;
		final int first = Math.min(i, j);
		parent[Math.max(i, j)] = first;
		// NB: Sizes are only compared with the smallest one allowed.
		size[first] = (int) Math.min(Integer.MAX_VALUE, (long) size[i] + size[j]);
	}

	private int root(final int id) {
		int i = id;
		while (parent[i] != i) {
			parent[i] = parent[parent[i]];
			i = parent[i];
		}
		return i;
	}

	/**
	 * For each number the one that stands for its object, 0 for objects of fewer
	 * pixels.
	 */
	int[] objects(final int minSize) {
		final int[] object = new int[last + 1];
		for (int k = 1; k <= last; k++) {
			final int root = root(k);
			object[k] = size[root] < minSize ? 0 : root;
		}
		return object;
	}
}
