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

package org.unetlens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.unetlens.network.SkipSet;

class ComparisonTest {

	@Test
	void theSampleHoldsTogether() {
		final Comparison c = ComparisonSamples.withTruth();
		assertEquals(16, c.knockOuts().size());
		for (final Score score : new Score[] { Score.DICE, Score.BOUNDARY_F1 }) {
			double sum = 0;
			for (int k = 0; k < 4; k++)
				sum += c.effect(k, score).shapley().value();
			assertEquals(c.full().scores().get(score) - c.none().scores().get(score),
				sum, 1e-12);
			assertEquals(c.effect(1, score).off().value(), -c.knockOuts().get(SkipSet
				.all(4).without(1)).changes().get(score).value(), 1e-12);
		}
		assertTrue(Double.isNaN(ComparisonSamples.withoutTruth().full().scores()
			.get(Score.EDGE_WIDTH)));
		assertEquals(97, ComparisonSamples.output(c, SkipSet.of(1)).labels()
			.dimension(0));
	}
}
