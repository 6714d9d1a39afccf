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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.metrics.Bootstrap.Statistics;

/** Intervals of numbers whose distribution is known. */
class BootstrapTest {

	@Test
	void intervalOfACountOfCoins() {
		// NB: 100 coins, half of them heads: binomial, sigma = 5, +-1.96 sigma.
		final Interval[] found = Bootstrap.intervals(100, 2, (coins, values) -> {
			values[0] = IntStream.of(coins).map(c -> c % 2).sum();
			values[1] = coins.length;
		}, 4000, 1);
		assertEquals(50 - 9.8, found[0].low(), 1);
		assertEquals(50 + 9.8, found[0].high(), 1);
		assertEquals(new Interval(100, 100), found[1]);
	}

	@Test
	void everyUnitIsDrawnAlike() {
		final int[] times = new int[7];
		Bootstrap.intervals(7, 0, (drawn, values) -> IntStream.of(drawn).forEach(
			u -> times[u]++), 5000, 2);
		for (final int t : times)
			assertEquals(5000, t, 300);
	}

	@Test
	void percentilesLieBetweenResamples() {
		final double[] next = { 0 };
		final Interval found = Bootstrap.intervals(2, 1, (drawn,
			values) -> values[0] = next[0]++ * 7 % 41, 41, 1)[0];
		assertEquals(new Interval(1, 39), found);
		next[0] = 0;
		assertEquals(0.025 * 20, Bootstrap.intervals(2, 1, (drawn,
			values) -> values[0] = next[0]++, 21, 1)[0].low(), 1e-12);
	}

	@Test
	void theSeedDecides() {
		final Statistics sums = (drawn, values) -> values[0] = values[1] = IntStream
			.of(drawn).map(u -> u * u).sum();
		final Interval[] found = Bootstrap.intervals(30, 2, sums, 100, 8);
		assertEquals(found[0], found[1]);
		assertArrayEquals(found, Bootstrap.intervals(30, 2, sums, 100, 8));
		assertNotEquals(found[0], Bootstrap.intervals(30, 2, sums, 100, 9)[0]);
	}

	@Test
	void noIntervalOfOneUnitOrOfNothing() {
		final Statistics first = (drawn, values) -> values[0] = drawn[0];
		assertNone(Bootstrap.intervals(1, 2, first, 100, 1));
		assertNone(Bootstrap.intervals(0, 1, first, 100, 1));
		assertNone(Bootstrap.intervals(5, 1, (drawn, values) -> values[0] =
			drawn[0] == 3 ? Double.NaN : 1, 100, 1));
	}

	private static void assertNone(final Interval... intervals) {
		for (final Interval i : intervals)
			assertTrue(Double.isNaN(i.low()) && Double.isNaN(i.high()));
	}
}
