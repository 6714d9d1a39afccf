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

package org.unetlens.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Estimate;
import org.unetlens.compare.Score;
import org.unetlens.compare.SkipEffect;
import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Tables;
import org.unetlens.compare.Verdict;
import org.unetlens.ui.plot.ComparisonPlots;

/** All that knock-outs show. */
final class KnockOutSection implements Section {

	private static final List<Score> SHOWN = List.of(Score.DICE,
		Score.BOUNDARY_F1, Verdict.HEADLINE, Score.AP50, Score.AP80);

	private final Comparison comparison;
	private final Optional<ExperimentPanes> panes;
	private Page page;

	/** @param panes pictures, of a report on one image */
	KnockOutSection(final Comparison comparison,
		final Optional<ExperimentPanes> panes)
	{
		this.comparison = comparison;
		this.panes = panes;
	}

	@Override
	public void write(final Page to) {
		page = to;
		page.section("knock-out", "Knock-out: the same net, skips silenced", () -> {
			page.paragraph(
				"The trained weights stay as they are; one or more skips carry nothing. This shows what the trained net relies on. It does not show that a net needs the skip: one that is trained without it may find another way.");
			panes.ifPresent(p -> p.knockOuts(page));
			effects();
			page.figure("two",
				"Knock-out: what each skip gives, with 95 % intervals. A bar below 0: the result is better without the skip.",
				() -> {
					page.plot(ComparisonPlots.skipEffects(comparison, Score.DICE), 470,
						320);
					page.plot(ComparisonPlots.skipEffects(comparison, Verdict.HEADLINE),
						470, 320);
				});
			subsets();
		});
	}

	private void effects() {
		page.table(
			"Knock-out: what each skip gives. Bold: the 95 % interval (in brackets) leaves out 0. Shapley values share out what all skips give together; they sum to full model minus none.",
			List.of("Skip", "Loss when only this one is off",
				"Gain when only this one is on", "Shapley value"), () -> {
					for (final Score score : SHOWN) {
						heading(score.label(), 4);
						for (final int k : comparison.model().signature().skips().levels())
							effect(comparison.effect(k, score));
					}
				});
	}

	private void heading(final String text, final int columns) {
		page.html().open("tr").element("th", text, "colspan", "" + columns, "class",
			"group", "scope", "colgroup").closeLine();
	}

	private void effect(final SkipEffect e) {
		page.html().open("tr").element("th", "Skip " + e.level(), "scope", "row");
		for (final Estimate estimate : List.of(e.off(), e.only(), e.shapley())) {
			page.html().open("td");
			page.estimate(estimate);
			page.html().close();
		}
		page.html().closeLine();
	}

	/** All outputs in two tables, for one would be too wide to print. */
	private void subsets() {
		final Table table = Tables.skips(comparison);
		final int split = table.columns().indexOf(Score.HAUSDORFF95.label());
		part(table, 3, split,
			"Knock-out: every combination of skips. How pixels, boundaries and objects agree with the reference; 1 is perfect.");
		part(table, split, table.columns().size(),
			"Knock-out: every combination of skips. Distances, numbers of objects, sharpness.");
	}

	private void part(final Table table, final int from, final int to,
		final String caption)
	{
		final List<String> columns = new ArrayList<>(List.of("Skips on"));
		columns.addAll(table.columns().subList(from, to));
		page.table(caption, columns, () -> {
			// NB: Twins come last in the table, and never into one with knock-outs.
			for (final List<Cell> row : table.rows().subList(0, comparison.knockOuts()
				.size()))
			{
				final List<Cell> cells = new ArrayList<>(List.of(row.get(2)));
				cells.addAll(row.subList(from, to));
				page.row(cells);
			}
		});
	}
}
