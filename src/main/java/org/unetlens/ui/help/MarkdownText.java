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

package org.unetlens.ui.help;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text within a block of Markdown: code, pictures, links, bold, italic. */
final class MarkdownText {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");
	private static final String PICTURE = "!\\[([^]]*)]\\(([^)]+)\\)";
	private static final String LINK = "\\[([^]]+)]\\(([^)]+)\\)";

	private MarkdownText() {}

	static String html(final String text) {
		final StringBuilder html = new StringBuilder();
		final Matcher code = CODE.matcher(text);
		int from = 0;
		// NB: Nothing within code is marked up, but a link may hold code.
		final StringBuilder plain = new StringBuilder();
		while (code.find()) {
			plain.append(escape(text.substring(from, code.start()))).append("<code>")
				.append(hide(escape(code.group(1)))).append("</code>");
			from = code.end();
		}
		plain.append(escape(text.substring(from)));
		return html.append(show(marked(plain.toString()))).toString();
	}

	private static String marked(final String text) {
		return text.replaceAll(PICTURE, "<img src=\"$2\" alt=\"$1\">").replaceAll(
			LINK, "<a href=\"$2\">$1</a>").replaceAll("\\*\\*([^*]+)\\*\\*",
				"<b>$1</b>").replaceAll("\\*([^*\\s][^*]*)\\*", "<i>$1</i>");
	}

	/** Takes the signs that mean something out of the way. */
	private static String hide(final String code) {
		return code.replace('*', '\uE000').replace('[', '\uE001').replace(']',
			'\uE002').replace('(', '\uE003').replace(')', '\uE004');
	}

	private static String show(final String html) {
		return html.replace('\uE000', '*').replace('\uE001', '[').replace('\uE002',
			']').replace('\uE003', '(').replace('\uE004', ')');
	}

	static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
