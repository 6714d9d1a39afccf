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

package org.unetlens.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.Experiment;
import org.unetlens.compare.Output;
import org.unetlens.engine.Progress;
import org.unetlens.ij.compare.SessionSource;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.picture.Planes;

/** What the window asks for, answered by the bundled model; no display. */
class SessionProbeTest {

	private static SessionSource source;
	private static ComparedImage image;

	@BeforeAll
	static void open() {
		source = NucleiSource.open(80, 2);
		image = source.compare(1, SkipFill.MEAN, Progress.NONE);
	}

	@AfterAll
	static void close() {
		source.close();
	}

	@Test
	void switchesGiveTheVariantsOfTheTables() {
		final SkipSet on = SkipSet.of(1, 2, 3);
		final Output output = output(new VariantChoice.KnockOut(SkipGains.of(on,
			4)));
		assertSame(image.comparison().knockOuts().get(on), output.variant());
		assertEquals("Full model", output(new VariantChoice.KnockOut(SkipGains.all(
			4))).variant().name());
	}

	@Test
	void everyOtherVariantSaysWhatItIs() {
		assertEquals(Experiment.TWIN, output(new VariantChoice.Twin(0)).variant()
			.experiment());
		assertEquals(Experiment.SHIFT, output(new VariantChoice.ShiftedSkips(4))
			.variant().experiment());
		final Output mixed = output(new VariantChoice.Transplant(0));
		assertEquals(Experiment.TRANSPLANT, mixed.variant().experiment());
		assertNotEquals(sum(output(new VariantChoice.KnockOut(SkipGains.all(4)))),
			sum(mixed));
	}

	@Test
	void anImagesOwnBottleneckChangesNothing() {
		assertEquals(sum(output(new VariantChoice.KnockOut(SkipGains.all(4)))), sum(
			output(new VariantChoice.Transplant(1))));
	}

	@Test
	void aPixelSeesNothingBeyondItsBoxes() {
		final var fields = PickedFields.of(ImageBase.of(image), new Pixel(37, 22));
		assertEquals(6, fields.paths().size());
		for (final PathBox box : PathBox.of(image.comparison().model().spec(),
			new Pixel(37, 22)))
			assertEquals(box.box().width, fields.of(box.level()).box().dimension(0));
	}

	@Test
	void theReportOfAllImagesIsTheirSummary() {
		final Comparison all = source.summary(SkipFill.MEAN, Progress.NONE);
		assertEquals(2, all.n());
		final String html = source.report(SkipFill.MEAN, Progress.NONE).html();
		assertTrue(html.contains("2 images") && html.contains("field 2"));
	}

	private static Output output(final VariantChoice choice) {
		return image.probe().output(choice);
	}

	private static double sum(final Output output) {
		double sum = 0;
		for (final float v : Planes.values(output.foreground()))
			sum += v;
		return sum;
	}
}
