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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of some values is nearest to any other: by difference, of colours by
 * the largest difference of red, green and blue. Not thread-safe.
 */
final class NearestValue {

	private final List<Integer> values;
	private final boolean color;
	private final Map<Integer, Integer> known = new HashMap<>();

	/** @param color whether values are packed colours */
	NearestValue(final List<Integer> values, final boolean color) {
		this.values = values;
		this.color = color;
	}

	/** The nearest value, the first of several; the value itself if listed. */
	int of(final int key) {
		return known.computeIfAbsent(key, this::search);
	}

	private int search(final int key) {
		int best = values.get(0);
		for (final int value : values)
			if (distance(key, value, color) < distance(key, best, color)) best =
				value;
		return best;
	}

	static int distance(final int a, final int b, final boolean color) {
		if (!color) return Math.abs(a - b);
		int largest = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			largest = Math.max(largest, Math.abs((a >> shift & 255) - (b >> shift &
				255)));
		return largest;
	}
}
