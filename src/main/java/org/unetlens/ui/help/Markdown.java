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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes HTML, as Swing shows it, of the part of Markdown that the guide uses:
 * headings, paragraphs, lists, tables, code, pictures, links, bold and italic.
 */
final class Markdown {

	private final List<String> lines;
	private final StringBuilder html = new StringBuilder();
	private int at;

	private Markdown(final String text) {
		lines = text.lines().map(l -> l.replace("\t", "    ")).toList();
	}

	/** The content of a body, without head. */
	static String toHtml(final String markdown) {
		final Markdown m = new Markdown(markdown);
		while (m.at < m.lines.size())
			m.block();
		return m.html.toString();
	}

	/** What a link to a heading is called, as on GitHub. */
	static String anchor(final String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "")
			.strip().replace(' ', '-');
	}

	private void block() {
		final String line = lines.get(at);
		if (line.isBlank()) at++;
		else if (line.startsWith("#")) heading(line);
		else if (line.startsWith("```")) fenced();
		else if (line.startsWith("    ")) indented();
		else if (line.startsWith("|")) table();
		else if (isItem(line)) list(0);
		else html.append("<p>").append(MarkdownText.html(paragraph(""))).append(
			"</p>\n");
	}

	private void heading(final String line) {
		final int level = line.indexOf(' ');
		final String text = line.substring(level + 1).strip();
		html.append("<a name=\"").append(anchor(text)).append("\"></a><h").append(
			level).append('>').append(MarkdownText.html(text)).append("</h").append(
				level).append(">\n");
		at++;
	}

	private void fenced() {
		final List<String> code = new ArrayList<>();
		at++;
		while (at < lines.size() && !lines.get(at).startsWith("```"))
			code.add(lines.get(at++));
		at++;
		code(code);
	}

	private void indented() {
		final List<String> code = new ArrayList<>();
		while (at < lines.size() && (lines.get(at).startsWith("    ") || lines.get(
			at).isBlank()))
			code.add(lines.get(at++).replaceFirst("^ {4}", ""));
		code(code);
	}

	private void code(final List<String> code) {
		html.append("<pre>").append(MarkdownText.escape(String.join("\n", code)
			.stripTrailing())).append("</pre>\n");
	}

	private void table() {
		html.append("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n");
		String tag = "th";
		while (at < lines.size() && lines.get(at).startsWith("|")) {
			final String line = lines.get(at++);
			if (line.matches("[|\\s:-]+") && line.contains("-")) tag = "td";
			else if (!line.matches("[|\\s]+")) row(line, tag);
		}
		html.append("</table>\n");
	}

	private void row(final String line, final String tag) {
		html.append("<tr>");
		for (final String cell : line.strip().replaceAll("^\\||\\|$", "").split(
			"(?<!\\\\)\\|", -1))
			html.append('<').append(tag).append('>').append(MarkdownText.html(cell
				.strip().replace("\\|", "|"))).append("</").append(tag).append('>');
		html.append("</tr>\n");
	}

	private static boolean isItem(final String line) {
		return line.strip().matches("(-|\\*|\\d+\\.) .*");
	}

	/** Items at one indentation; those further in are lists of their own. */
	private void list(final int indent) {
		final String tag = Character.isDigit(lines.get(at).strip().charAt(0)) ? "ol"
			: "ul";
		html.append('<').append(tag).append(">\n");
		while (hasItem(indent)) {
			while (lines.get(at).isBlank())
				at++;
			item(indent(lines.get(at)));
		}
		html.append("</").append(tag).append(">\n");
	}

	private void item(final int indent) {
		final String marker = lines.get(at).strip().split(" ", 2)[0] + " ";
		html.append("<li>").append(MarkdownText.html(paragraph(marker)));
		while (isContinued(indent)) {
			if (lines.get(at).isBlank()) at++;
			else if (isItem(lines.get(at))) list(indent(lines.get(at)));
			else html.append("<p>").append(MarkdownText.html(paragraph(""))).append(
				"</p>");
		}
		html.append("</li>\n");
	}

	/** Whether what follows, perhaps after empty lines, is an item. */
	private boolean hasItem(final int indent) {
		final int next = next();
		return next < lines.size() && isItem(lines.get(next)) && indent(lines.get(
			next)) >= indent;
	}

	/** Whether what follows, perhaps after empty lines, belongs to the item. */
	private boolean isContinued(final int indent) {
		final int next = next();
		return next < lines.size() && indent(lines.get(next)) > indent;
	}

	/** The next line that is not empty. */
	private int next() {
		int next = at;
		while (next < lines.size() && lines.get(next).isBlank())
			next++;
		return next;
	}

	private static int indent(final String line) {
		return line.length() - line.stripLeading().length();
	}

	/** Lines up to the next block, as one. */
	private String paragraph(final String marker) {
		final StringBuilder text = new StringBuilder(lines.get(at++).strip()
			.substring(marker.length()));
		while (at < lines.size() && !lines.get(at).isBlank() && !isItem(lines.get(
			at)) && !lines.get(at).matches("(#|```|\\|).*"))
			text.append(' ').append(lines.get(at++).strip());
		return text.toString();
	}
}
