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

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Markup that is both HTML 5 and well-formed XML, so that it can be checked by
 * machine. Texts and attributes are escaped; what XML cannot hold is replaced.
 * Not thread-safe.
 */
final class Html {

	private final StringBuilder out = new StringBuilder();
	private final Deque<String> open = new ArrayDeque<>();

	/**
	 * Opens an element.
	 *
	 * @param attributes names and values in turn
	 */
	Html open(final String tag, final String... attributes) {
		start(tag, attributes);
		out.append('>');
		open.push(tag);
		return this;
	}

	/** Closes the innermost element. */
	Html close() {
		out.append("</").append(open.pop()).append('>');
		return this;
	}

	/** The same with a new line, to keep lines of the file short. */
	Html closeLine() {
		close();
		out.append('\n');
		return this;
	}

	/** An element with text only. */
	Html element(final String tag, final String text,
		final String... attributes)
	{
		return open(tag, attributes).text(text).close();
	}

	/** An element without content. */
	Html empty(final String tag, final String... attributes) {
		start(tag, attributes);
		out.append("/>");
		return this;
	}

	Html text(final String text) {
		escape(text);
		return this;
	}

	/** Markup that is known to be well-formed. */
	Html append(final Html other) {
		out.append(other);
		return this;
	}

	private void start(final String tag, final String... attributes) {
		out.append('<').append(tag);
		for (int i = 0; i < attributes.length; i += 2) {
			out.append(' ').append(attributes[i]).append("=\"");
			escape(attributes[i + 1]);
			out.append('"');
		}
	}

	private void escape(final String text) {
		text.codePoints().forEach(c -> {
			switch (c) {
				case '<' -> out.append("&lt;");
				case '>' -> out.append("&gt;");
				case '&' -> out.append("&amp;");
				case '"' -> out.append("&quot;");
				default -> out.appendCodePoint(isLegal(c) ? c : 0xFFFD);
			}
		});
	}

	private static boolean isLegal(final int c) {
		return c == '\t' || c == '\n' || c >= ' ' && c < 0x7F || c >= 0xA0 &&
			c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF;
	}

	/** @throws IllegalStateException when an element is still open */
	@Override
	public String toString() {
		if (!open.isEmpty()) throw new IllegalStateException("Not closed: " + open);
		return out.toString();
	}
}
