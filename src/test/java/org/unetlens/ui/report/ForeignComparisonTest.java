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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.imglib2.view.Views;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.Score;
import org.unetlens.compare.SkipComparison;
import org.unetlens.compare.Tables;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.model.foreign.AsItIs;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.PixelSize;

/**
 * The bundled nuclei model taken for a network from elsewhere, which is
 * computed layer by layer: its skips give what those of the model give.
 */
class ForeignComparisonTest {

	@TempDir
	Path folder;
	private ModelBundle own;
	private SkipComparison foreign;
	private ImageComparison compared;
	private ComparisonImage image;

	@BeforeEach
	void compare() throws Exception {
		own = Models.open("nuclei");
		final Field field = NucleiField.default2d().withSize(93, 70).withRadius(8)
			.withCount(14).generate();
		image = new ComparisonImage("field", Views.addDimension(field.image(), 0,
			0), Optional.of(field.labels()), new PixelSize(0.5, 0.5, "micron"));
		foreign = SkipComparison.of(AsItIs.of(own), List.of(), ComparisonSettings
			.defaults());
		compared = foreign.compare(image, Progress.NONE);
	}

	@AfterEach
	void close() {
		foreign.close();
	}

	@Test
	void itsKnockOutsAreThoseOfTheModel() {
		try (SkipComparison session = SkipComparison.of(own, List.of(),
			ComparisonSettings.defaults().withFill(SkipFill.ZERO)))
		{
			final ImageComparison expected = session.compare(image, Progress.NONE);
			assertEquals(16, compared.comparison().knockOuts().size());
			expected.comparison().knockOuts().forEach((on, variant) -> {
				for (final Score score : List.of(Score.DICE, Score.AP50))
					assertEquals(variant.scores().get(score), compared.comparison()
						.knockOuts().get(on).scores().get(score), 1e-3, score + " with " +
							on);
			});
			assertTrue(compared.comparison().knockOuts().get(SkipSet.none()).scores()
				.get(Score.DICE) < 0.9, "without skips it is worse");
			assertEquals(Tables.effects(expected.comparison()).rows().size(), Tables
				.effects(compared.comparison()).rows().size());
		}
	}

	@Test
	void theReportSaysWhatCanBeSaid() throws Exception {
		final HtmlReport report = HtmlReport.of(compared, Progress.NONE);
		final String html = report.html();
		assertTrue(html.contains(
			"from elsewhere, computed as it is, skips 0+1+2+3"));
		assertTrue(html.contains("a silenced skip gives 0"));
		assertTrue(html.contains("Knock-out of skip 0"));
		assertFalse(html.contains("What one output pixel sees"));
		final Path file = Path.of("target", "foreign-report.html");
		Files.writeString(file, html);
	}

	@Test
	void whatNeedsItsPartsIsRefused() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> compared
			.output(SkipGains.all(4).with(1, 0.5))).getMessage().contains(
				"can be switched off and filled with zeros, no more"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> compared
			.receptiveFields(3, 4)).getMessage().contains("gradients"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> compared
			.shiftedSkips(2, 2)).getMessage().contains("computed as it is"));
	}
}
