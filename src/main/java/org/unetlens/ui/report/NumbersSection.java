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

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Tables;

/** Every number, folded away, and as CSV files inside the report. */
final class NumbersSection implements Section {

	private final Comparison comparison;

	NumbersSection(final Comparison comparison) {
		this.comparison = comparison;
	}

	@Override
	public void write(final Page page) {
		page.section("numbers", "All numbers", () -> {
			page.paragraph(
				"The tables in full, as the plugin and the command line write them. Numbers are rounded to three digits here; the files hold seven.");
			for (final Table table : Tables.of(comparison))
				table(page, table);
		});
	}

	/** One table, folded away, with its CSV file. */
	static void table(final Page page, final Table table) {
		final Html html = page.html();
		html.open("details").element("summary", table.name() + ".csv: " + table
			.rows().size() + " rows");
		html.open("p").element("a", "Save " + table.name() + ".csv", "download",
			table.name() + ".csv", "href", "data:text/csv;base64," + Base64
				.getEncoder().encodeToString(table.toCsv().getBytes(
					StandardCharsets.UTF_8))).close();
		html.open("div", "class", "wide").open("table", "id", "table-" + table
			.name()).open("thead").open("tr");
		table.columns().forEach(c -> html.element("th", c, "scope", "col"));
		html.close().close().open("tbody");
		for (final List<Cell> row : table.rows())
			page.row(row);
		html.close().close().close().closeLine();
	}
}
