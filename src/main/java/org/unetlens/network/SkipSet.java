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

package org.unetlens.network;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The skip connections that a U-Net has: skip k joins encoder level k to
 * decoder level k, level 0 being full resolution. Immutable and thread-safe.
 *
 * @param bits bit k is set when skip k is present
 */
public record SkipSet(int bits) {

	/** All skips of a net with {@code depth} poolings: 0 to depth - 1. */
	public static SkipSet all(final int depth) {
		return new SkipSet((1 << depth) - 1);
	}

	public static SkipSet none() {
		return new SkipSet(0);
	}

	public static SkipSet of(final int... levels) {
		return new SkipSet(IntStream.of(levels).map(k -> 1 << k).reduce(0, (a,
			b) -> a | b));
	}

	/**
	 * The skips that a text names: {@code all}, {@code none}, or levels joined by
	 * '+' as {@link #toString()} writes them, e.g. {@code 1+2+3}.
	 *
	 * @throws IllegalArgumentException when it says anything else, or a level
	 *           that a net of this depth does not have
	 */
	public static SkipSet parse(final String text, final int depth) {
		final String given = text.strip().toLowerCase(Locale.ROOT);
		if (given.equals("all")) return all(depth);
		if (given.equals("none")) return none();
		SkipSet skips = none();
		for (final String level : given.split("\\+", -1)) {
			if (!level.matches("\\d") || level.charAt(0) - '0' >= depth)
				throw new IllegalArgumentException(
					"The skip connections are given as '" + text +
						"'; give all, none, or levels from 0 to " + (depth - 1) +
						" joined by +, e.g. " + all(depth).without(0));
			skips = skips.with(level.charAt(0) - '0');
		}
		return skips;
	}

	public boolean contains(final int level) {
		return (bits >> level & 1) == 1;
	}

	public SkipSet without(final int level) {
		return new SkipSet(bits & ~(1 << level));
	}

	public SkipSet with(final int level) {
		return new SkipSet(bits | 1 << level);
	}

	/** The levels in ascending order, e.g. {@code [0, 2]}. */
	public int[] levels() {
		return IntStream.range(0, 31).filter(this::contains).toArray();
	}

	/**
	 * All subsets, from none to this one; sets that agree in their deep levels
	 * follow each other.
	 */
	public List<SkipSet> subsets() {
		return IntStream.rangeClosed(0, bits).filter(b -> (b & ~bits) == 0)
			.mapToObj(SkipSet::new).toList();
	}

	/** The levels joined by '+', e.g. {@code 0+2}, or {@code none}. */
	@Override
	public String toString() {
		return bits == 0 ? "none" : IntStream.of(levels()).mapToObj(
			Integer::toString).collect(Collectors.joining("+"));
	}
}
