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

package org.unetlens.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * The pixels of an image put together by a key, e.g. by object: group g has the
 * pixels {@code pixels[start[g]]} to {@code pixels[start[g + 1] - 1]}.
 * Immutable.
 */
final class PixelGroups {

	final int[] start;
	final int[] pixels;

	private PixelGroups(final int[] start, final int[] pixels) {
		this.start = start;
		this.pixels = pixels;
	}

	/** Groups the pixels whose key is above 0, in order of first appearance. */
	static PixelGroups of(final int numPixels, final IntUnaryOperator key) {
		final Map<Integer, Integer> groups = new HashMap<>();
		final int[] group = new int[numPixels];
		for (int i = 0; i < numPixels; i++) {
			final int k = key.applyAsInt(i);
			group[i] = k <= 0 ? -1 : groups.computeIfAbsent(k, n -> groups.size());
		}
		return sort(group, groups.size());
	}

	private static PixelGroups sort(final int[] group, final int numGroups) {
		final int[] start = new int[numGroups + 1];
		for (final int g : group)
			if (g >= 0) start[g + 1]++;
		Arrays.parallelPrefix(start, Integer::sum);
		final int[] next = start.clone();
		final int[] pixels = new int[start[numGroups]];
		for (int i = 0; i < group.length; i++)
			if (group[i] >= 0) pixels[next[group[i]]++] = i;
		return new PixelGroups(start, pixels);
	}

	/** The same groups with at most so many pixels each, evenly chosen. */
	PixelGroups thinned(final int most) {
		final int[] sizes = new int[size() + 1];
		for (int g = 0; g < size(); g++)
			sizes[g + 1] = sizes[g] + Math.min(most, count(g));
		final int[] kept = new int[sizes[size()]];
		for (int g = 0; g < size(); g++) {
			final int n = sizes[g + 1] - sizes[g];
			for (int i = 0; i < n; i++)
				kept[sizes[g] + i] = pixels[start[g] + (int) ((long) i * count(g) / n)];
		}
		return new PixelGroups(sizes, kept);
	}

	int size() {
		return start.length - 1;
	}

	int count(final int group) {
		return start[group + 1] - start[group];
	}
}
