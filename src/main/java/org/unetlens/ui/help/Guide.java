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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import javax.swing.ImageIcon;

import org.unetlens.file.FileException;

/** The pages of the guide, which the jar holds. Thread-safe. */
final class Guide {

	/** The page with the table of contents. */
	static final String CONTENTS = "README.md";
	private static final String FOLDER = "/org/unetlens/help/";
	private static final int WIDEST = 740;
	private static final Pattern PICTURE = Pattern.compile(
		"<img src=\"([^\"]+)\"");
	private static final String STYLE =
		"body { font-family: sans-serif; margin: 8px 16px } " +
			"pre, code { background: #f0f0f0 } pre { padding: 6px } " +
			"h1, h2 { color: #1f4e79 } th { background: #e8eef4 } " +
			"td, th { text-align: left }";

	private Guide() {}

	/** Where pictures of pages are looked for. */
	static URL folder() {
		return Guide.class.getResource(FOLDER);
	}

	static boolean has(final String page) {
		return Guide.class.getResource(FOLDER + page) != null;
	}

	/**
	 * A page as HTML.
	 *
	 * @param page a file name, e.g. {@code macros.md}
	 */
	static String html(final String page) {
		return "<html><head><style>" + STYLE + "</style></head><body>" + PICTURE
			.matcher(Markdown.toHtml(text(page))).replaceAll(m -> "<img src=\"" + m
				.group(1) + "\"" + width(m.group(1))) + "</body></html>";
	}

	/** NB: Swing shows pictures as large as they are, even beyond the window. */
	private static String width(final String picture) {
		final URL url = Guide.class.getResource(FOLDER + picture);
		if (url == null) return "";
		return new ImageIcon(url).getIconWidth() > WIDEST ? " width=\"" + WIDEST +
			"\"" : "";
	}

	private static String text(final String page) {
		try (InputStream in = Guide.class.getResourceAsStream(FOLDER + page)) {
			if (in == null) throw new FileException("The page " + page +
				" of the guide is not in this installation. Read it at https://github.com/unetlens/unet-lens/tree/main/docs");
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new FileException("The page " + page +
				" of the guide could not be read (" + e + "). Install U-Net Lens again",
				e);
		}
	}
}
