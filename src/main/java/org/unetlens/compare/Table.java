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

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.unetlens.label.Csv;

/**
 * A table of texts and numbers, the one form in which figures leave a
 * comparison: a window, ImageJ's table, the CSV file and the report show the
 * same cells. Immutable.
 *
 * @param name of the file without its ending, e.g. {@code skips}
 * @param columns names, units in brackets
 * @param rows as many cells each as there are columns
 */
public record Table(String name, List<String> columns, List<List<Cell>> rows) {

	/**
	 * One cell.
	 *
	 * @param text in full, as in the CSV file
	 * @param number absent for a text
	 */
	public record Cell(String text, OptionalDouble number) {

		public static Cell of(final String text) {
			return new Cell(text, OptionalDouble.empty());
		}

		public static Cell of(final double number) {
			return new Cell(Csv.number(number), OptionalDouble.of(number));
		}

		/** As on screen: whole, or with three digits after the point. */
		public String rounded() {
			return number.isPresent() ? Table.rounded(number.getAsDouble()) : text;
		}
	}

	/** @throws IllegalArgumentException when a row has other cells */
	public Table {
		columns = List.copyOf(columns);
		rows = rows.stream().map(List::copyOf).toList();
		for (final List<Cell> row : rows)
			if (row.size() != columns.size()) throw new IllegalArgumentException(
				"A row of the table " + name + " has " + row.size() +
					" cells, but there are " + columns.size() + " columns");
	}

	/** Comma separated values with a header. */
	public String toCsv() {
		final StringBuilder csv = new StringBuilder(Csv.line(columns));
		for (final List<Cell> row : rows)
			csv.append(Csv.line(row.stream().map(Cell::text).toList()));
		return csv.toString();
	}

	/** A number as sentences and screens show it, e.g. 0.061, 12, none. */
	static String rounded(final double value) {
		if (Double.isNaN(value)) return "none";
		if (Double.isInfinite(value)) return "infinite";
		if (value == Math.rint(value)) return Csv.number(value);
		final String text = String.format(Locale.ROOT, "%.3f", value);
		return text.equals("-0.000") ? "0.000" : text;
	}
}
