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

import java.util.Optional;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;

/** What each layer can tell apart. */
final class ResolutionSection implements Section {

	private final Comparison comparison;
	private final Optional<Shrinking> shrinking;

	/** @param shrinking the walk-through, of a report on one image */
	ResolutionSection(final Comparison comparison,
		final Optional<Shrinking> shrinking)
	{
		this.comparison = comparison;
		this.shrinking = shrinking;
	}

	@Override
	public void write(final Page page) {
		page.section("resolution", "What each layer can tell apart", () -> {
			page.paragraph(
				"A value right behind the first 3 x 3 filter is decided by 3 x 3 pixels: it says exactly where, hardly what. Each pooling halves the map: one cell stands for four times the area and sees more of the image, and where in its area something was is forgotten.");
			shrinking.ifPresent(s -> s.write(page));
			final Table table = Tables.layers(comparison);
			page.table(
				"Every layer: the size of its map, what one cell stands for, and how much of the image decides about it (its theoretical receptive field, along one side).",
				table.columns(), () -> table.rows().forEach(page::row));
		});
	}

}
