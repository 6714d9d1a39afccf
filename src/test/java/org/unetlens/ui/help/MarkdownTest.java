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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MarkdownTest {

	private static final Path DOCS = Path.of("docs");

	private static void assertHtml(final String html, final String markdown) {
		assertEquals(html, Markdown.toHtml(markdown).replace("\n", ""));
	}

	@Test
	void blocks() {
		assertHtml("<a name=\"a-bc\"></a><h2>A &lt;b&gt;c</h2><p>one two</p>",
			"## A <b>c\n\none\ntwo\n");
		assertHtml("<pre>a *b*  c</pre><p>d</p>", "```java\na *b*\n  c\n```\nd"
			.replace("\n  c", "  c"));
		assertHtml("<pre>mvn x</pre>", "    mvn x\n");
		assertHtml("<ul><li>a b<ul><li>c</li></ul></li><li>d</li></ul>",
			"- a\n  b\n  - c\n- d\n");
		assertHtml(
			"<ol><li>a<p><img src=\"i.png\" alt=\"x\"></p></li><li>b</li></ol><p>c</p>",
			"1. a\n\n   ![x](i.png)\n\n2. b\n\nc");
		assertHtml("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b\n");
	}

	@Test
	void tables() {
		assertHtml(
			"<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr><th>a</th><th></th></tr><tr><td><code>x|y</code></td><td>2</td></tr></table>",
			"| a | |\n|---|---|\n| `x\\|y` | 2 |\n");
		assertHtml(
			"<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr><td>1</td></tr></table>",
			"| |\n|---|\n| 1 |");
	}

	@Test
	void marks() {
		assertHtml(
			"<p><b>a</b> <i>b c</i> <code>*d*[e](f)</code> 2 * 3 * 4 <a href=\"g.md#h\"><code>i</code></a></p>",
			"**a** *b c* `*d*[e](f)` 2 * 3 * 4 [`i`](g.md#h)");
	}

	/** Every link and picture of the guide leads somewhere. */
	@Test
	void linksOfTheGuideLeadSomewhere() throws IOException {
		for (final Path page : pages()) {
			final String html = Markdown.toHtml(Files.readString(page));
			final Matcher links = Pattern.compile("(?:href|src)=\"([^\"]+)\"")
				.matcher(html);
			while (links.find())
				if (!links.group(1).startsWith("http")) assertLeads(page, links.group(
					1));
		}
	}

	private static void assertLeads(final Path page, final String link)
		throws IOException
	{
		final String[] parts = link.split("#", 2);
		final Path target = parts[0].isEmpty() ? page : page.resolveSibling(
			parts[0]);
		assertTrue(Files.exists(target), page + " links to " + link);
		if (parts.length > 1) assertTrue(Markdown.toHtml(Files.readString(target))
			.contains("<a name=\"" + parts[1] + "\">"), page + " links to " + link);
	}

	/** Nothing of the guide is shown as Markdown. */
	@Test
	void theGuideUsesWhatIsUnderstood() throws IOException {
		for (final Path page : pages()) {
			final String text = Markdown.toHtml(Files.readString(page)).replaceAll(
				"(?s)<pre>.*?</pre>|<code>.*?</code>", "");
			assertFalse(Pattern.compile("(?m)^#|\\*\\*|]\\(|`|^\\|").matcher(text)
				.find(), page + ": " + text);
		}
	}

	@Test
	void everyPageIsInTheContents() throws IOException {
		final String contents = Files.readString(DOCS.resolve("README.md"));
		for (final Path page : pages())
			assertTrue(page.endsWith("README.md") || contents.contains("(" + page
				.getFileName() + ")"), "no link to " + page);
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.list(DOCS)) {
			return files.filter(f -> f.toString().endsWith(".md")).toList();
		}
	}
}
