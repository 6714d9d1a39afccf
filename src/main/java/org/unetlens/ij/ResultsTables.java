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

package org.unetlens.ij;

import java.awt.GraphicsEnvironment;

import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

/** Tables as ImageJ's own. */
public final class ResultsTables {

	private static final int DECIMALS = 4;

	private ResultsTables() {}

	/** A new table, not shown; numbers that are whole are shown so. */
	public static ResultsTable of(final Table table) {
		final ResultsTable results = new ResultsTable(table.rows().size());
		results.showRowNumbers(false);
		results.setPrecision(DECIMALS);
		for (int r = 0; r < table.rows().size(); r++)
			for (int c = 0; c < table.columns().size(); c++)
				set(results, r, table.columns().get(c), table.rows().get(r).get(c));
		return results;
	}

	/**
	 * Shows a table in a window of this title. Without a display it becomes
	 * ImageJ's results table, which macros read.
	 */
	public static void show(final Table table, final String title) {
		final ResultsTable results = of(table);
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(results);
		else results.show(title);
	}

	private static void set(final ResultsTable results, final int row,
		final String column, final Cell cell)
	{
		if (cell.number().isPresent()) results.setValue(column, row, cell.number()
			.getAsDouble());
		else results.setValue(column, row, cell.text());
	}
}
