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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSamples;
import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Tables;
import org.unetlens.compare.Verdict;
import org.unetlens.file.FileExistsException;
import org.unetlens.file.OnExisting;
import org.w3c.dom.Element;

class HtmlReportTest {

	private static final String HOSTILE =
		"<script>alert(1)</script> & \"cells\" 'x' \u0000\u0007\uFFFE.tif";
	private static Comparison comparison;
	private static String html;
	private static ReportPage page;

	@TempDir
	Path folder;

	@BeforeAll
	static void make() {
		comparison = ComparisonSamples.withTruth();
		html = HtmlReport.of(ReportSamples.full(), ReportSamples.PROVENANCE).html();
		page = new ReportPage(html);
	}

	@Test
	void everyNumberOfEveryTableIsThere() {
		for (final Table table : Tables.of(comparison)) {
			final Element found = page.byId("table-" + table.name());
			assertEquals(table.rows().stream().map(row -> row.stream().map(
				Cell::rounded).toList()).toList(), ReportPage.cells(found), table
					.name());
			assertEquals(table.rows().stream().flatMap(List::stream).filter(c -> c
				.number().isPresent()).map(Cell::text).toList(), ReportPage.in(found,
					"data").stream().map(d -> d.getAttribute("value")).toList(), table
						.name());
		}
	}

	@Test
	void theFilesInItAreTheCsvFiles() {
		for (final Table table : Tables.of(comparison)) {
			final Element link = page.all("a").stream().filter(a -> a.getAttribute(
				"download").equals(table.name() + ".csv")).findFirst().orElseThrow();
			assertEquals(table.toCsv(), new String(bytes(link.getAttribute("href")),
				StandardCharsets.UTF_8));
		}
	}

	@Test
	void verdictsAndNotesAreThere() {
		final String text = page.byId("short").getTextContent();
		assertTrue(text.contains(Verdict.reference(comparison)));
		Verdict.knockOuts(comparison, Verdict.HEADLINE).forEach(s -> assertTrue(text
			.contains(s), s));
		Verdict.twins(comparison, Verdict.HEADLINE).forEach(s -> assertTrue(text
			.contains(s), s));
		comparison.notes().forEach(s -> assertTrue(text.contains(s), s));
	}

	@Test
	void settingsAndVersionsAreThere() {
		final String text = page.byId("settings").getTextContent();
		for (final String part : List.of("0.65 x 0.65 micron", "ground truth",
			"1000 bootstrap resamples of the 12 objects, seed 1", "depth 4",
			"base width 16", "0+1+2+3", "background, interior, border",
			"channel's mean over the image", "2026-01-02 03:04 +00:00",
			"U-Net Lens 0.1", "Java 17.0.1 (A vendor)", "ND4J 1.0.0-M2.1",
			"An OS, amd64"))
			assertTrue(text.contains(part), part);
		assertEquals("1.0.0-M2.1", Provenance.now().nd4j());
	}

	@Test
	void whatIsCitedIsCitedOnce() {
		final String text = page.byId("cite").getTextContent();
		assertEquals(2, text.split("10.1007/978-3-319-24574-4_28").length);
		comparison.model().card().data().forEach(d -> assertTrue(text.contains(d
			.citation()), d.name()));
	}

	@Test
	void nothingIsFetchedFromElsewhere() {
		for (final Element e : page.all("*"))
			for (final String name : List.of("src", "href", "srcset", "data",
				"action", "poster", "xlink:href"))
			{
				final String value = e.getAttribute(name);
				assertTrue(value.isEmpty() || value.startsWith("data:") || value
					.startsWith("#"), value);
			}
		final String style = page.all("style").get(0).getTextContent();
		assertFalse(style.contains("url(") || style.contains("@import"), style);
		assertEquals(0, page.all("script").size() + page.all("link").size());
	}

	@Test
	void stylesMeanTheSameInHtmlAndInXml() {
		// NB: HTML does not resolve entities within a style.
		assertFalse(page.all("style").get(0).getTextContent().matches(
			"(?s).*[\"<>&].*"));
	}

	@Test
	void linksLeadToSections() {
		final Set<String> ids = page.all("*").stream().map(e -> e.getAttribute(
			"id")).collect(Collectors.toSet());
		final List<String> links = page.all("a").stream().map(a -> a.getAttribute(
			"href")).filter(h -> h.startsWith("#")).toList();
		assertEquals(page.all("section").size(), links.size());
		links.forEach(l -> assertTrue(ids.contains(l.substring(1)), l));
	}

	@Test
	void picturesArePngAndDescribed() throws IOException {
		assertTrue(page.all("img").size() > 20);
		for (final Element img : page.all("img")) {
			final BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes(
				img.getAttribute("src"))));
			final double width = Double.parseDouble(img.getAttribute("width"));
			final double height = Double.parseDouble(img.getAttribute("height"));
			assertEquals(picture.getWidth() * height, picture.getHeight() * width);
			assertFalse(img.getAttribute("alt").isBlank());
		}
	}

	@Test
	void figuresAndTablesAreNumberedInOrder() {
		final List<String> figures = page.all("figcaption").stream().map(c -> c
			.getTextContent().split("\\.")[0]).toList();
		final List<String> tables = page.all("caption").stream().map(c -> c
			.getTextContent().split("\\.")[0]).toList();
		for (int i = 0; i < figures.size(); i++)
			assertEquals("Figure " + (i + 1), figures.get(i));
		for (int i = 0; i < tables.size(); i++)
			assertEquals("Table " + (i + 1), tables.get(i));
		assertTrue(figures.size() >= 12 && tables.size() >= 7);
	}

	@Test
	void knockOutsAndTwinsShareNoTable() {
		for (final Element table : page.all("table")) {
			// NB: The tables in full are the files as they are.
			if (!table.getAttribute("id").isEmpty()) continue;
			final String text = table.getTextContent();
			assertFalse(text.contains("Twin") && text.contains("Knock-out of"), text);
		}
	}

	@Test
	void theDrawnNetHasTheNumbersOfEachSkip() {
		final String text = page.byId("net").getTextContent();
		for (int k = 0; k < 4; k++) {
			final var e = comparison.effect(k, Verdict.HEADLINE);
			assertTrue(text.contains("Skip " + k + ": loss without it " + Numbers
				.text(e.off())), text);
			assertTrue(text.contains("gain of it alone " + Numbers.text(e.only())));
		}
		assertTrue(text.contains("61 x 97 x 16"), text);
		assertTrue(text.contains("4 x 7 x 256"), text);
	}

	@Test
	void hostileNamesAreOnlyText() {
		final Comparison c = comparison;
		final Comparison named = new Comparison(HOSTILE, c.model(), c.settings(), c
			.pixelSize(), c.reference(), c.units(), c.n(), c.knockOuts(), c.twins(), c
				.effects(), c.layers(), List.of(HOSTILE));
		final ReportPage hostile = new ReportPage(HtmlReport.of(ReportSamples.of(
			named, ComparisonSamples.image()), ReportSamples.PROVENANCE).html());
		assertEquals(0, hostile.all("script").size());
		final String clean = HOSTILE.replaceAll("[\u0000\u0007\uFFFE]", "\uFFFD");
		assertTrue(hostile.all("h1").get(0).getTextContent().endsWith(clean));
		assertTrue(hostile.byId("short").getTextContent().contains(clean));
	}

	@Test
	void itSaysWhatIsMissing() {
		final Comparison c = ComparisonSamples.withoutTruth();
		final ComparisonImage image = ComparisonSamples.image();
		final ReportImage full = ReportSamples.of(c, image);
		final ReportPage bare = new ReportPage(HtmlReport.of(new ReportImage(image,
			c, full.reference(), full.knockOuts(), List.of(), List.of(), full.place(),
			List.of(), List.of(), Optional.empty()), ReportSamples.PROVENANCE)
			.html());
		assertTrue(bare.byId("twin").getTextContent().contains(
			"No twin was given"));
		assertTrue(bare.byId("settings").getTextContent().contains(
			"the full model's own output"));
		assertTrue(bare.all("section").stream().noneMatch(s -> List.of("fields",
			"features", "shift").contains(s.getAttribute("id"))));
		assertTrue(bare.byId("table-skips").getTextContent().contains("infinite"));
	}

	@Test
	void severalImagesAreSummedAndShown() {
		final ReportImage image = ReportSamples.full();
		final ReportPage summary = new ReportPage(HtmlReport.summary(comparison,
			Optional.of(new TransplantSection(image, image, image.none())), p -> {
				new ImageSection(image).write(p);
				new ImageSection(image).write(p);
			}, ReportSamples.PROVENANCE).html());
		assertEquals(3, ReportPage.in(summary.byId("transplant"), "img").size());
		final Element images = summary.byId("images");
		assertEquals(2, ReportPage.in(images, "h3").size());
		assertEquals(8, ReportPage.in(images, "img").size());
		assertEquals("0.700", ReportPage.cells(ReportPage.in(images, "table").get(
			0)).get(1).get(3));
	}

	@Test
	void filesAreNotReplacedUnlessTold() throws IOException {
		final HtmlReport report = HtmlReport.of(ReportSamples.full(),
			ReportSamples.PROVENANCE);
		final Path file = folder.resolve("new").resolve("report.html");
		report.write(file, OnExisting.REFUSE);
		assertEquals(html, Files.readString(file));
		Files.writeString(file, "mine");
		assertThrows(FileExistsException.class, () -> report.write(file,
			OnExisting.REFUSE));
		assertEquals("mine", Files.readString(file));
		report.write(file, OnExisting.REPLACE);
		assertEquals(html, Files.readString(file));
		try (var files = Files.list(file.getParent())) {
			assertEquals(1, files.count());
		}
	}

	private static byte[] bytes(final String data) {
		return Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
	}
}
