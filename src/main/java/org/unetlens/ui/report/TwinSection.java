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

import java.util.List;
import java.util.Optional;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Estimate;
import org.unetlens.compare.Output;
import org.unetlens.compare.Score;
import org.unetlens.compare.Variant;

/** Twins, each beside the knock-out of the same skips, but never with it. */
final class TwinSection implements Section {

	private final Comparison comparison;
	private final Optional<ExperimentPanes> panes;
	private final List<Output> outputs;
	private Page page;

	/**
	 * @param panes pictures, of a report on one image
	 * @param outputs of the twins, with the pictures
	 */
	TwinSection(final Comparison comparison,
		final Optional<ExperimentPanes> panes, final List<Output> outputs)
	{
		this.comparison = comparison;
		this.panes = panes;
		this.outputs = outputs;
	}

	@Override
	public void write(final Page to) {
		page = to;
		page.section("twin", "Twin: another net, trained without skips", () -> {
			if (comparison.twins().isEmpty()) {
				page.paragraph(
					"No twin was given. To learn what is necessary, not only what this net relies on, train one: Plugins > U-Net Lens > Train Twin Without Skips...");
				return;
			}
			page.paragraph(
				"A twin has the same design and was trained with the same data, batches and budget, but without these skips. Its weights could make up for them. What it still lacks is what the skips are necessary for.");
			for (int i = 0; i < comparison.twins().size(); i++)
				twin(i);
		});
	}

	private void twin(final int index) {
		final Variant twin = comparison.twins().get(index);
		final Variant same = comparison.knockOuts().get(twin.skips());
		page.subtitle(twin.name());
		panes.ifPresent(p -> p.twin(page, outputs.get(index)));
		page.html().open("div", "class", "beside");
		table(twin, twin.name() + ".");
		if (same != null) table(same, same.name() +
			", for comparison: the same weights as the full model.");
		page.html().closeLine();
	}

	private void table(final Variant variant, final String caption) {
		page.html().open("div");
		page.table(caption + " The difference is to the full model.", List.of(
			"Score", "Value", "Difference (95 % interval)"), () -> {
				for (final Score score : Score.values())
					row(variant, score);
			});
		page.html().close();
	}

	private void row(final Variant variant, final Score score) {
		page.html().open("tr").element("th", score.label(), "scope", "row");
		page.html().open("td");
		page.number(variant.scores().get(score));
		page.html().close().open("td");
		final Estimate change = variant.changes().get(score);
		if (change == null) page.html().text("\u2013");
		else page.estimate(change);
		page.html().close().closeLine();
	}
}
