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

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.metrics.Bootstrap.Statistics;

/** Intervals of numbers whose distribution is known. */
class BootstrapTest {

	private static final Statistics BOTH_SUMS = (sums, values) -> {
		values[0] = sums[0];
		values[1] = sums[1];
	};

	@Test
	void valuesAreOfAllUnits() {
		final Bootstrap bootstrap = Bootstrap.of(new double[][] { { 1, 10 }, { 2,
			20 }, { 4, 40 } });
		assertArrayEquals(new double[] { 7, 70 }, bootstrap.values(2, BOTH_SUMS));
		assertArrayEquals(new double[] { 0 }, Bootstrap.of(new double[0][]).values(
			1, (sums, values) -> {}));
	}

	@Test
	void intervalOfACountOfCoins() {
		// NB: 100 coins, half of them heads: binomial, sigma = 5, +-1.96 sigma.
		final double[][] coins = new double[100][2];
		for (int u = 0; u < 100; u++) {
			coins[u][0] = u % 2;
			coins[u][1] = 1;
		}
		final Interval[] found = Bootstrap.of(coins).intervals(2, BOTH_SUMS, 4000,
			1);
		assertEquals(50 - 9.8, found[0].low(), 1);
		assertEquals(50 + 9.8, found[0].high(), 1);
		// NB: As many units as there are.
		assertEquals(new Interval(100, 100), found[1]);
	}

	@Test
	void percentilesLieBetweenResamples() {
		final double[] next = { 0 };
		final Statistics counter = (sums, values) -> values[0] = ++next[0] % 41;
		final Interval found = Bootstrap.of(new double[2][0]).intervals(1, counter,
			41, 1)[0];
		assertEquals(new Interval(1, 39), found);
		next[0] = 0;
		assertEquals(0.025 * 20, Bootstrap.of(new double[2][0]).intervals(1, (sums,
			values) -> values[0] = next[0]++, 21, 1)[0].low(), 1e-12);
	}

	@Test
	void theSeedDecides() {
		final double[][] rows = new double[30][2];
		for (int u = 0; u < 30; u++)
			Arrays.fill(rows[u], u * u);
		final Bootstrap bootstrap = Bootstrap.of(rows);
		final Interval[] found = bootstrap.intervals(2, BOTH_SUMS, 100, 8);
		assertEquals(found[0], found[1]);
		assertArrayEquals(found, bootstrap.intervals(2, BOTH_SUMS, 100, 8));
		assertNotEquals(found[0], bootstrap.intervals(2, BOTH_SUMS, 100, 9)[0]);
	}

	@Test
	void noIntervalOfOneUnitOrOfNothing() {
		assertNone(Bootstrap.of(new double[][] { { 3, 4 } }).intervals(2, BOTH_SUMS,
			100, 1));
		assertNone(Bootstrap.of(new double[0][]).intervals(1, (sums, values) -> {},
			100, 1));
		assertNone(Bootstrap.of(new double[5][2]).intervals(1, (sums,
			values) -> values[0] = sums[0] / sums[1], 100, 1));
	}

	private static void assertNone(final Interval... intervals) {
		for (final Interval i : intervals)
			assertTrue(Double.isNaN(i.low()) && Double.isNaN(i.high()));
	}
}
