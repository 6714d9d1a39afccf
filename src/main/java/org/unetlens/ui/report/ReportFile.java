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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;

/**
 * A report: one HTML file with pictures, numbers, settings and versions in it,
 * that needs nothing from elsewhere. Immutable.
 *
 * @param html the whole file
 */
public record ReportFile(String html) {

	private static final String STYLE = "report.css";

	/**
	 * Puts head and table of contents before a page.
	 *
	 * @param lead one sentence below the title
	 */
	static ReportFile of(final Page page, final String title, final String lead,
		final Provenance provenance)
	{
		final Html html = new Html();
		html.open("html", "lang", "en").open("head");
		html.empty("meta", "charset", "utf-8");
		html.empty("meta", "name", "viewport", "content",
			"width=device-width, initial-scale=1");
		html.empty("meta", "http-equiv", "Content-Security-Policy", "content",
			"default-src 'none'; img-src data:; style-src 'unsafe-inline'");
		html.empty("meta", "name", "generator", "content", "U-Net Lens " +
			provenance.plugin());
		html.element("title", title).element("style", style()).closeLine();
		html.open("body").open("main");
		html.open("header").element("h1", title).element("p", lead +
			" Made with U-Net Lens " + provenance.plugin() + ", " + provenance
				.date() + ".").closeLine();
		contents(html, page.headings());
		html.append(page.html()).close().close().closeLine();
		return new ReportFile("<!DOCTYPE html>\n" + html);
	}

	private static void contents(final Html html,
		final List<Page.Heading> headings)
	{
		html.open("nav").open("ol");
		for (final Page.Heading h : headings)
			html.open("li").element("a", h.title(), "href", "#" + h.id()).close();
		html.close().closeLine();
	}

	private static String style() {
		try (InputStream in = ReportFile.class.getResourceAsStream(STYLE)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/**
	 * Writes the file, whole or not at all.
	 *
	 * @throws org.unetlens.file.FileException when it exists and shall not be
	 *           replaced, or cannot be written
	 */
	public void write(final Path file, final OnExisting onExisting) {
		AtomicFile.write(file, onExisting, out -> out.write(html.getBytes(
			StandardCharsets.UTF_8)));
	}
}
