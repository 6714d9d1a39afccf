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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class GuideTest {

	private final Comparison comparison = ComparisonSamples.withTruth();
	private final List<Guide.Step> steps = Guide.of(comparison, 70, 21);

	@Test
	void fiveStepsLeadFromOneFilterToEachSkip() {
		assertEquals(List.of("encoder0.conv1", "encoder4.conv2", "encoder4.conv2",
			"decoder0.up", "decoder0.merge"), steps.stream().map(Guide.Step::layer)
				.toList());
		assertEquals(List.of("0+1+2+3", "0+1+2+3", "none", "none", "1+2+3"), steps
			.stream().map(s -> s.gains().toString()).toList());
	}

	@Test
	void numbersAreThoseOfTheComparison() {
		said(0, "3 x 3 pixels (1.95 micron)", "97 x 61, in 16 channels",
			"184 px smaller");
		said(1, "97 x 61, 49 x 31, 25 x 16, 13 x 8, 7 x 4",
			"sees 140 pixels across (91.0 micron)",
			"(70, 21) lies in columns 64 to 79 and rows 16 to 31",
			"32 x 32 quadrant");
		said(2, "1 for the full model, 0.940 in the knock-out of all skips");
		// NB: exp(-1) and exp(-1 / 2.26) of 40 %.
		said(3, "2.260 px wide instead of 1", "25.7 %", "14.7 %", Verdict.output(
			comparison, comparison.none(), Verdict.HEADLINE));
	}

	@Test
	void knockOutsAndTwinsAreToldApart() {
		said(4, Verdict.reference(comparison), Verdict.skip(comparison, 2,
			Verdict.HEADLINE), Verdict.twins(comparison, Verdict.HEADLINE).get(0));
		assertTrue(Guide.of(ComparisonSamples.withoutTruth()).get(4).text()
			.contains("only a twin can show"));
	}

	@Test
	void whatCannotBeHadIsLeftOut() {
		final String text = Guide.of(ComparisonSamples.withoutTruth()).get(3)
			.text();
		assertTrue(!text.contains("none") && text.contains(
			"In the knock-out of all skips 1 px from the border"), text);
	}

	@Test
	void theWalkEndsInQuadrants() {
		final List<WalkStep> walk = WalkStep.of(70, 21);
		assertEquals(6, walk.size());
		assertEquals("2 x 2 values: this cell covers a 32 x 32 quadrant and sees " +
			"284 x 284", walk.get(5).text());
		assertEquals("64 x 64 values: this cell covers 1 x 1 pixel and sees 5 x 5",
			walk.get(0).text());
		assertArrayEquals(new long[] { 64, 0 }, walk.get(5).covers()
			.minAsLongArray());
		assertArrayEquals(new long[] { 95, 31 }, walk.get(5).covers()
			.maxAsLongArray());
		assertArrayEquals(new long[] { 68, 20 }, walk.get(2).covers()
			.minAsLongArray());
		// NB: Cells 17 and 5 of 4 px; the filters reach 14 px further.
		assertArrayEquals(new long[] { 54, 6 }, walk.get(2).sees()
			.minAsLongArray());
		assertArrayEquals(new long[] { 64, 0 }, WalkStep.start(70, 21)
			.minAsLongArray());
	}

	private void said(final int step, final String... parts) {
		for (final String part : parts)
			assertTrue(steps.get(step).text().contains(part), part + " in " + steps
				.get(step).text());
	}
}
