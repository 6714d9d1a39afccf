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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.Table.Cell;
import org.unetlens.network.SkipSet;

class TablesTest {

	private final Comparison comparison = ComparisonSamples.withTruth();

	@Test
	void skipsHoldEveryScoreOfEveryOutput() {
		final Table table = Tables.skips(comparison);
		final List<Variant> variants = new ArrayList<>(comparison.knockOuts()
			.values());
		variants.addAll(comparison.twins());
		assertEquals(17, table.rows().size());
		for (int i = 0; i < 17; i++)
			for (final Score score : Score.values())
				assertEquals(variants.get(i).scores().get(score), number(table, i, score
					.label()), score.name());
		assertEquals(comparison.none().scores().get(Score.HAUSDORFF95) * 0.65,
			number(table, 15, "Hausdorff-95 (micron)"), 1e-12);
	}

	@Test
	void knockOutsAndTwinsAreNamed() {
		final Table table = Tables.skips(comparison);
		assertEquals(List.of("full model", "Full model", "0+1+2+3"), texts(table,
			0));
		assertEquals(List.of("knock-out", "Knock-out of skip 0", "1+2+3"), texts(
			table, 1));
		assertEquals(List.of("twin", "Twin without skips", "none"), texts(table,
			16));
	}

	@Test
	void effectsAreThoseOfTheComparison() {
		final Table table = Tables.effects(comparison);
		// NB: 4 skips x 10 scores x 3, and 15 knock-outs and a twin x 10 scores.
		assertEquals(120 + 160, table.rows().size());
		final SkipEffect first = comparison.effects().get(0);
		assertEquals(first.off().low(), number(table, 0, "95 % low"));
		assertEquals(first.only().value(), number(table, 1, "value"));
		assertEquals(first.shapley().high(), number(table, 2, "95 % high"));
		final Estimate change = comparison.knockOuts().get(SkipSet.of(1, 2, 3))
			.changes().get(Score.DICE);
		assertEquals(List.of("knock-out", "Knock-out of skip 0",
			"difference to the full model", "Dice"), table.rows().get(120).subList(0,
				4).stream().map(Cell::text).toList());
		assertEquals(change.value(), number(table, 120, "value"));
	}

	@Test
	void layersCarryTheImagesUnit() {
		final Table table = Tables.layers(comparison);
		assertEquals(
			"layer,level,height (cells),width (cells),channels,one cell stands for (px),receptive field (px),cell width (micron),cell height (micron),\"receptive field, x (micron)\",\"receptive field, y (micron)\"",
			table.toCsv().lines().findFirst().orElseThrow());
		assertEquals("encoder4.conv2,4,4,7,256,16 x 16,140,10.4,10.4,91,91", table
			.toCsv().lines().filter(l -> l.startsWith("encoder4.conv2")).findFirst()
			.orElseThrow());
	}

	@Test
	void curvesHoldEveryPoint() {
		final Table table = Tables.curves(comparison);
		assertEquals(17 * (11 + 17 + 25), table.rows().size());
		assertEquals(comparison.full().errorByDistance().y().get(3), number(table,
			3, "y"));
	}

	@Test
	void csvIsQuotedAndRefusesRaggedRows() {
		assertEquals("a,\"b, c\"\n\"say \"\"x\"\"\",0.1234568\nn,NaN\n", new Table(
			"t", List.of("a", "b, c"), List.of(List.of(Cell.of("say \"x\""), Cell.of(
				0.12345678)), List.of(Cell.of("n"), Cell.of(Double.NaN)))).toCsv());
		final List<List<Cell>> ragged = List.of(List.of(Cell.of(1)));
		assertThrows(IllegalArgumentException.class, () -> new Table("t", List.of(
			"a", "b"), ragged));
		assertEquals("0.000", Cell.of(-0.0001).rounded());
		assertEquals("infinite", Cell.of(1 / 0.).rounded());
		assertEquals("12", Cell.of(12).rounded());
		assertTrue(Tables.skips(ComparisonSamples.withoutTruth()).toCsv().contains(
			"NaN"));
	}

	private static List<String> texts(final Table table, final int row) {
		return table.rows().get(row).subList(0, 3).stream().map(Cell::text)
			.toList();
	}

	private static double number(final Table table, final int row,
		final String column)
	{
		return table.rows().get(row).get(table.columns().indexOf(column)).number()
			.orElseThrow();
	}
}
