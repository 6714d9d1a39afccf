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
import org.unetlens.compare.Guide;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;

/** What each layer can tell apart. */
final class ResolutionSection implements Section {

	private final Comparison comparison;
	private final List<Guide.Step> guide;
	private final Optional<WalkPictures> walk;

	/**
	 * @param guide whose first two steps say where and what
	 * @param walk pictures, of a report on one image
	 */
	ResolutionSection(final Comparison comparison, final List<Guide.Step> guide,
		final Optional<WalkPictures> walk)
	{
		this.comparison = comparison;
		this.guide = guide;
		this.walk = walk;
	}

	@Override
	public void write(final Page page) {
		page.section("resolution", "What each layer can tell apart", () -> {
			page.subtitle(guide.get(0).title());
			page.text(guide.get(0).text());
			page.subtitle(guide.get(1).title());
			page.text(guide.get(1).text());
			walk.ifPresent(w -> w.write(page));
			final Table table = Tables.layers(comparison);
			page.table(
				"Every layer: the size of its map, what one cell stands for, and how much of the image decides about it (its theoretical receptive field, along one side).",
				table.columns(), () -> table.rows().forEach(page::row));
		});
	}
}
