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

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.unetlens.compare.Estimate;
import org.unetlens.compare.Table.Cell;
import org.unetlens.ui.picture.Png;
import org.unetlens.ui.plot.Plot;

/**
 * The body of a report while it is written: sections, numbered figures and
 * tables, numbers. Not thread-safe.
 */
final class Page {

	/** Of a section, for the table of contents. */
	record Heading(String id, String title) {
	}

	/** Something to be written into an element. */
	@FunctionalInterface
	interface Content {

		void write();
	}

	private final Html html = new Html();
	private final List<Heading> headings = new ArrayList<>();
	private int figures;
	private int tables;

	Html html() {
		return html;
	}

	List<Heading> headings() {
		return headings;
	}

	/** @param id for links to it */
	void section(final String id, final String title, final Content content) {
		headings.add(new Heading(id, title));
		html.open("section", "id", id);
		html.element("h2", title);
		content.write();
		html.closeLine();
	}

	void subtitle(final String text) {
		html.element("h3", text);
	}

	void paragraph(final String text) {
		html.open("p").text(text).closeLine();
	}

	/** Paragraphs, parted by empty lines. */
	void text(final String paragraphs) {
		for (final String p : paragraphs.split("\n\n"))
			paragraph(p);
	}

	void list(final List<String> items) {
		html.open("ul");
		for (final String item : items)
			html.open("li").text(item).closeLine();
		html.closeLine();
	}

	/**
	 * A numbered figure.
	 *
	 * @param layout CSS class of what is around the pictures, e.g. {@code three}
	 */
	void figure(final String layout, final String caption,
		final Content pictures)
	{
		html.open("figure");
		html.open("div", "class", layout);
		pictures.write();
		html.close();
		html.open("figcaption").element("b", "Figure " + ++figures + ". ");
		html.text(caption).close();
		html.closeLine();
	}

	/** A picture with a line of text over it. */
	void pane(final String title, final BufferedImage picture,
		final String description)
	{
		html.open("div", "class", "pane").element("div", title, "class", "title");
		picture(picture, description);
		html.closeLine();
	}

	/** A picture alone. */
	void picture(final BufferedImage picture, final String description) {
		picture(picture, picture.getWidth(), picture.getHeight(), description);
	}

	private void picture(final BufferedImage picture, final int width,
		final int height, final String description)
	{
		html.empty("img", "src", "data:image/png;base64," + Base64.getEncoder()
			.encodeToString(Png.bytes(picture)), "width", "" + width, "height", "" +
				height, "alt", description);
	}

	/** A plot at twice its size, sharp in print. */
	void plot(final Plot plot, final int width, final int height) {
		html.open("div", "class", "plot").element("div", plot.title(), "class",
			"title");
		picture(plot.picture(width, height, 2), width, height, "Plot: " + plot
			.title());
		html.closeLine();
	}

	/** A numbered table; its rows are written by the content. */
	void table(final String caption, final List<String> columns,
		final Content rows)
	{
		html.open("div", "class", "wide").open("table");
		html.open("caption").element("b", "Table " + ++tables + ". ").text(caption)
			.close();
		html.open("thead").open("tr");
		columns.forEach(c -> html.element("th", c, "scope", "col"));
		html.close().close().open("tbody");
		rows.write();
		html.close().close().closeLine();
	}

	/** One row: the first cell is its head. */
	void row(final List<Cell> cells) {
		html.open("tr").open("th", "scope", "row");
		cell(cells.get(0));
		html.close();
		for (final Cell cell : cells.subList(1, cells.size())) {
			html.open("td");
			cell(cell);
			html.close();
		}
		html.closeLine();
	}

	/** A number as on screen, in full for machines; or a text. */
	void cell(final Cell cell) {
		if (cell.number().isPresent()) html.element("data", cell.rounded(), "value",
			cell.text());
		else html.text(cell.text());
	}

	void number(final double value) {
		cell(Cell.of(value));
	}

	/** A number with its interval; bold when the interval leaves out 0. */
	void estimate(final Estimate e) {
		html.open("span", "class", e.isClear() ? "clear" : "unclear");
		number(e.value());
		if (!Double.isNaN(e.low())) {
			html.text(" (");
			number(e.low());
			html.text(" to ");
			number(e.high());
			html.text(")");
		}
		html.close();
	}
}
