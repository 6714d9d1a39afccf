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

package org.unetlens.label;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma separated values (RFC 4180), in the same form under every locale, but
 * for lines that end with {@code \n}. Stateless.
 */
public final class Csv {

	private Csv() {}

	/** One line of texts and numbers, quoted where needed, with its end. */
	public static String line(final List<String> cells) {
		return cells.stream().map(Csv::quote).collect(Collectors.joining(",")) +
			'\n';
	}

	/** The cells of one line, without quotes; a line break ends the last one. */
	public static List<String> cells(final String line) {
		final List<String> cells = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			final boolean twice = quoted && c == '"' && i + 1 < line.length() && line
				.charAt(i + 1) == '"';
			if (twice) cell.append(line.charAt(++i));
			else if (c == '"') quoted = !quoted;
			else if (!quoted && c == '\n') break;
			else if (!quoted && c == ',') {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else cell.append(c);
		}
		cells.add(cell.toString());
		return cells;
	}

	/**
	 * Decimal point, up to 7 significant digits; {@code NaN}, {@code Infinity}.
	 */
	public static String number(final double value) {
		if (Double.isNaN(value) || Double.isInfinite(value)) return Double.toString(
			value);
		if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long
			.toString((long) value);
		return new BigDecimal(value).round(new MathContext(7)).stripTrailingZeros()
			.toPlainString();
	}

	static String quote(final String text) {
		final boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' ||
			c == '\n' || c == '\r');
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
