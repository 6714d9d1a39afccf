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

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Guide;
import org.unetlens.compare.Score;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Variant;
import org.unetlens.network.SkipSet;

/** The yes/no reading. */
final class ReadingSection implements Section {

	private final Comparison comparison;
	private final Guide.Step step;
	private Page page;

	/** @param step of the guide that explains it */
	ReadingSection(final Comparison comparison, final Guide.Step step) {
		this.comparison = comparison;
		this.step = step;
	}

	@Override
	public void write(final Page to) {
		page = to;
		final List<SkipSet> shown = ReportImage.shown(comparison.model()
			.signature());
		page.section("reading", "The yes/no reading", () -> {
			page.text(step.text());
			page.html().open("div", "class", "beside");
			table("Knock-out: largest foreground probability.", shown.stream().map(
				comparison.knockOuts()::get).toList());
			if (!comparison.twins().isEmpty()) table(
				"Twin: largest foreground probability.", comparison.twins());
			page.html().closeLine();
		});
	}

	private void table(final String caption, final List<Variant> variants) {
		page.html().open("div");
		page.table(caption, List.of("Output", Score.LARGEST_PROBABILITY.label()),
			() -> variants.forEach(v -> page.row(List.of(Cell.of(v.name()), Cell.of(v
				.scores().get(Score.LARGEST_PROBABILITY))))));
		page.html().close();
	}
}
