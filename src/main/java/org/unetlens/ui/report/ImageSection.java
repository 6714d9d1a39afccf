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

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Output;
import org.unetlens.compare.Score;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Variant;
import org.unetlens.compare.Verdict;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.picture.Zoom;

/** One image of a report on several. */
final class ImageSection {

	private static final int LONGEST = 400;
	private static final List<Score> SHOWN = List.of(Score.DICE,
		Score.BOUNDARY_F1, Verdict.HEADLINE, Score.AP50, Score.OBJECTS,
		Score.MERGED, Score.SPLIT, Score.MISSED, Score.INVENTED);

	private final ReportImage image;
	private Page page;

	ImageSection(final ReportImage image) {
		this.image = image;
	}

	void write(final Page to) {
		page = to;
		final Comparison comparison = image.comparison();
		page.subtitle(image.image().name());
		final Panes panes = new Panes(image);
		final Zoom zoom = Zoom.whole(panes.width(), panes.height(), LONGEST);
		page.figure("four", "Knock-out on " + image.image().name() +
			". Orange: objects of the output; blue outlines: reference. Difference: blue lost, orange gained.",
			() -> {
				page.pane("Input with the reference", panes.reference(zoom),
					"The input image with the outlines of the reference");
				outlines(panes, image.full(), zoom);
				outlines(panes, image.none(), zoom);
				page.pane("Without all skips minus full", panes.difference(image.none(),
					zoom), "Difference to the full model");
			});
		table("Knock-out on " + image.image().name() + ".", ReportImage.shown(
			comparison.model().signature()).stream().map((SkipSet on) -> comparison
				.knockOuts().get(on)).toList());
		if (!comparison.twins().isEmpty()) table("Twin on " + image.image().name() +
			".", comparison.twins());
	}

	private void outlines(final Panes panes, final Output output,
		final Zoom zoom)
	{
		page.pane(output.variant().name(), panes.outlines(output, zoom),
			"Outlines over the input: " + output.variant().name());
	}

	private void table(final String caption, final List<Variant> variants) {
		final List<String> columns = new ArrayList<>(List.of("Output"));
		SHOWN.forEach(s -> columns.add(s.label()));
		page.table(caption, columns, () -> variants.forEach(v -> {
			final List<Cell> cells = new ArrayList<>(List.of(Cell.of(v.name())));
			SHOWN.forEach(s -> cells.add(Cell.of(v.scores().get(s))));
			page.row(cells);
		}));
	}
}
