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

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of each skip connection reaches its merge: with gain g the merge
 * sees g * map + (1 - g) * fill. Gain 1 is the skip as trained, gain 0 is
 * silenced. Immutable and thread-safe.
 *
 * @param values gain of skip 0, 1 ... depth - 1, each 0 to 1
 */
public record SkipGains(List<Double> values) {

	public SkipGains {
		values = List.copyOf(values);
		for (final double gain : values)
			if (!(gain >= 0 && gain <= 1)) throw new IllegalArgumentException(
				"The gain of a skip connection is " + gain + "; allowed: 0 to 1");
	}

	/** All skips as trained. */
	public static SkipGains all(final int depth) {
		return new SkipGains(Collections.nCopies(depth, 1.0));
	}

	/** Gain 1 for the skips in the set, 0 for the others. */
	public static SkipGains of(final SkipSet on, final int depth) {
		return new SkipGains(IntStream.range(0, depth).mapToObj(k -> on.contains(k)
			? 1.0 : 0.0).toList());
	}

	public double of(final int level) {
		return values.get(level);
	}

	public SkipGains with(final int level, final double gain) {
		return new SkipGains(IntStream.range(0, values.size()).mapToObj(
			k -> k == level ? gain : values.get(k)).toList());
	}

	/** Whether every gain is 0 or 1, so that {@link #on()} says all. */
	public boolean isSwitches() {
		return values.stream().allMatch(gain -> gain == 0 || gain == 1);
	}

	/** The skips with a gain above 0. */
	public SkipSet on() {
		return SkipSet.of(IntStream.range(0, values.size()).filter(k -> values.get(
			k) > 0).toArray());
	}

	/**
	 * The set when all are switches, e.g. {@code 0+2} or {@code none}; else each
	 * gain, e.g. {@code 0:1 1:0.25}.
	 */
	@Override
	public String toString() {
		return isSwitches() ? on().toString() : IntStream.range(0, values.size())
			.mapToObj(k -> k + ":" + String.format(java.util.Locale.ROOT, "%.3g",
				values.get(k)).replaceAll("\\.?0+$", "")).collect(Collectors.joining(
					" "));
	}
}
