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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileRuleTest {

	@ParameterizedTest
	@CsvSource({ "0, 24", "23, 24", "24, 24", "25, 32", "33, 40",
		"3000000001, 3000000008" })
	void theNextLegalSide(final long pixels, final long side) {
		assertEquals(side, new TileRule(8, 24, 48).atLeast(pixels));
	}

	@Test
	void tilesOffTheRuleAreRefused() {
		final TileRule rule = new TileRule(8, 24, 48);
		assertDoesNotThrow(() -> rule.require(new TileShape(1, 24, 40)));
		for (final TileShape bad : new TileShape[] { new TileShape(1, 16, 40),
			new TileShape(1, 24, 16), new TileShape(1, 36, 40), new TileShape(1, 24,
				44) })
		{
			final String message = assertThrows(IllegalArgumentException.class,
				() -> rule.require(bad)).getMessage();
			assertTrue(message.contains("multiples of 8 px and at least 24 px"),
				message);
		}
	}

	@Test
	void theRuleOfAUNetIsItsArithmetic() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(3);
		assertEquals(new TileRule(8, 8, ReceptiveField.halo(spec)), TileRule.of(
			spec));
	}

	@ParameterizedTest
	@CsvSource({ "0, 8, 8", "8, 0, 8", "8, 20, 8", "8, 8, 12", "8, 8, -8" })
	void rulesThatContradictThemselvesAreRefused(final int step, final int least,
		final int halo)
	{
		assertThrows(IllegalArgumentException.class, () -> new TileRule(step, least,
			halo));
	}
}
