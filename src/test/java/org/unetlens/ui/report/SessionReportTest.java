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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.SkipComparison;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Tables;
import org.unetlens.engine.Progress;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.w3c.dom.Element;

/** Reports of small untrained networks, from start to end. */
class SessionReportTest {

	@Test
	void everySectionIsMade() {
		try (SkipComparison session = session(SkipSet.all(2), 1)) {
			final ImageComparison compared = session.compare(image(1, 37, 29),
				Progress.NONE);
			final ReportPage page = new ReportPage(HtmlReport.of(compared,
				Progress.NONE).html());
			for (final String id : List.of("short", "settings", "net", "knock-out",
				"twin", "plots", "resolution", "fields", "features", "shift", "reading",
				"cite", "numbers"))
				assertTrue(page.byId(id).getTextContent().length() > 50, id);
			assertEquals(Tables.skips(compared.comparison()).rows().stream().map(
				row -> row.stream().map(Cell::rounded).toList()).toList(), ReportPage
					.cells(page.byId("table-skips")));
			final Element fields = ReportPage.in(page.byId("fields"), "table").get(0);
			assertEquals("9", ReportPage.cells(fields).get(1).get(1));
		}
	}

	@Test
	void modelsMayLackTheUppermostSkip() {
		try (SkipComparison session = session(SkipSet.of(1), 3)) {
			final ReportPage page = new ReportPage(HtmlReport.of(session.compare(
				image(3, 40, 24), Progress.NONE), Progress.NONE).html());
			assertTrue(page.byId("net").getTextContent().contains("no skip"));
			assertTrue(page.byId("features").getTextContent().contains(
				"encoder1.conv2, level 1"));
			assertTrue(page.byId("knock-out").getTextContent().contains("Skip 1"));
		}
	}

	@Test
	void imagesOfTwoSizesAreSummedUp() {
		try (SkipComparison session = session(SkipSet.all(2), 1)) {
			final List<ImageComparison> images = List.of(session.compare(image(1, 37,
				29), Progress.NONE), session.compare(image(1, 24, 24), Progress.NONE));
			final ReportPage page = new ReportPage(HtmlReport.summary(session.summary(
				images), images, Progress.NONE).html());
			assertEquals(8, ReportPage.in(page.byId("images"), "img").size());
			assertTrue(page.all("section").stream().noneMatch(s -> s.getAttribute(
				"id").equals("transplant")));
		}
	}

	@Test
	void itCanBeStopped() {
		try (SkipComparison session = session(SkipSet.all(2), 1)) {
			final ImageComparison compared = session.compare(image(1, 37, 29),
				Progress.NONE);
			assertThrows(CancellationException.class, () -> HtmlReport.of(compared,
				new Progress()
				{

					private boolean late;

					@Override
					public void update(final long done, final long total,
						final String message)
				{
						late = message.contains("shift");
					}

					@Override
					public boolean isCanceled() {
						return late;
					}
				}));
		}
	}

	private static ComparisonImage image(final int channels, final int width,
		final int height)
	{
		final byte[] pixels = new byte[width * height * channels];
		new Random(7).nextBytes(pixels);
		return new ComparisonImage("noise", ArrayImgs.unsignedBytes(pixels, width,
			height, channels), Optional.empty(), PixelSize.UNCALIBRATED);
	}

	private static SkipComparison session(final SkipSet skips,
		final int channels)
	{
		final UNetSpec spec = UNetSpec.default2d(channels, 2).withDepth(2)
			.withBaseWidth(4).withSkips(skips);
		final ModelCard card = new ModelCard("untrained", "", "", List.of(), List
			.of(), "CC0-1.0", List.of(), List.of(), Map.of(), java.util.Map.of());
		return SkipComparison.of(new ModelBundle(card, spec, InitialWeights.he(
			spec), Normalization.percentile(1, 99.8), PixelSize.UNCALIBRATED, List.of(
				"background", "object"), ObjectRule.of(ObjectRule.Kind.FOREGROUND)
					.withMinSize(0)), List.of(), ComparisonSettings.defaults());
	}
}
