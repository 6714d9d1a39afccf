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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSamples;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.picture.LensColors;

/** The values that the window shows; needs no display. */
class PanesTest {

	private final ImageBase base = ImageBase.of(SampleSource.image(
		SkipFill.ZERO));

	@Test
	void titlesNameExactlyWhatIsShown() {
		assertEquals("Full model", title(new VariantChoice.KnockOut(SkipGains.all(
			4))));
		assertEquals("Knock-out of skip 0 (zero fill)", title(
			new VariantChoice.KnockOut(SkipGains.of(SkipSet.of(1, 2, 3), 4))));
		assertEquals("Twin without skips", title(new VariantChoice.Twin(0)));
	}

	@Test
	void outputsHaveTheColoursOfThePlots() {
		assertSame(LensColors.FULL, panes(new VariantChoice.KnockOut(SkipGains.all(
			4)), false).content(PaneSet.FULL).chip());
		assertSame(LensColors.TWIN, panes(new VariantChoice.Twin(0), false).content(
			PaneSet.VARIANT).chip());
	}

	@Test
	void theDifferenceIsVariantMinusFull() {
		final PaneSet panes = panes(new VariantChoice.KnockOut(SkipGains.of(SkipSet
			.none(), 4)), false);
		final ExportedImage d = PaneExports.difference(panes);
		final int lost = brightest(panes.base().full().foreground());
		final float[] values = org.unetlens.ui.picture.Planes.values(d.pixels());
		assertEquals(panes.variant().foreground()[lost] - panes.base().full()
			.foreground()[lost], values[lost]);
		assertTrue(values[lost] < 0);
		final int rgb = panes.content(PaneSet.DIFFERENCE).picture().getRGB(lost %
			97, lost / 97);
		assertTrue((rgb & 255) > (rgb >> 16 & 255), "lost is blue");
	}

	private static int brightest(final float[] values) {
		int best = 0;
		for (int i = 0; i < values.length; i++)
			if (values[i] > values[best]) best = i;
		return best;
	}

	@Test
	void objectsReplaceProbabilities() {
		final PaneSet panes = panes(new VariantChoice.Twin(0), true);
		final int i = brightest(panes.variant().foreground());
		final int rgb = panes.content(PaneSet.VARIANT).picture().getRGB(i % 97, i /
			97);
		assertNotEquals(rgb & 255, rgb >> 16 & 255);
		assertEquals("objects", panes.content(PaneSet.VARIANT).legend());
	}

	@Test
	void valuesUnderTheCursorAreTold() {
		final PaneSet panes = panes(new VariantChoice.Twin(0), false);
		final Pixel p = base.example();
		final String text = PixelValues.of(panes, p);
		final int label = base.reference().pixels()[(int) (p.y() * 97 + p.x())];
		assertTrue(text.startsWith("x " + p.x() + ", y " + p.y() + " px ("), text);
		assertTrue(text.endsWith("truth object " + label), text);
		assertTrue(text.contains("Twin without skips " + Table.Cell.of(panes
			.variant().probability(p)).rounded()), text);
		assertEquals("", PixelValues.of(panes, new Pixel(97, 3)));
	}

	@Test
	void boxesAreThoseOfTheArithmetic() {
		final List<PathBox> boxes = PathBox.of(UNetSpec.default2d(1, 2).withSkips(
			SkipSet.of(0, 2)), new Pixel(101, 58));
		assertEquals(List.of(0, 2, 4), boxes.stream().map(PathBox::level).toList());
		assertEquals(new java.awt.Rectangle(97, 54, 9, 9), boxes.get(0).box());
		assertEquals(188, boxes.get(2).box().width, 16);
		assertTrue(boxes.get(2).box().contains(boxes.get(1).box()));
	}

	@Test
	void exportedFeaturesAreOrderedAndCalibrated() {
		final ComparedImage image = SampleSource.image(SkipFill.MEAN);
		final FeatureRow row = FeatureRow.at(image, 2, SkipGains.all(4)).get(0);
		final ExportedImage exported = PaneExports.features(image, row);
		assertEquals(4 * ComparisonSamples.PIXEL_SIZE.x(), exported.pixelSize()
			.x());
		assertEquals(64, exported.pixels().dimension(2));
		assertEquals("channel 63", exported.channelNames().get(0));
		assertEquals(row.map().image().getAt(7, 5, 63).get(), exported.pixels()
			.getAt(7, 5, 0).getRealFloat());
	}

	@Test
	void knockOutsAndTwinsStandInTablesOfTheirOwn() {
		final Comparison c = ComparisonSamples.withTruth();
		final Table all = Tables.skips(c);
		final Table knockOuts = ShownTables.knockOuts(all);
		final Table twins = ShownTables.twins(all);
		assertEquals(16, knockOuts.rows().size());
		assertEquals(2, twins.rows().size());
		assertEquals(all.rows().get(0), twins.rows().get(0));
		assertTrue(knockOuts.rows().stream().noneMatch(r -> r.get(0).text().equals(
			"twin")));
		assertEquals(4 * 10 * 3, ShownTables.skips(Tables.effects(c)).rows()
			.size());
	}

	@Test
	void switchesOfMissingSkipsStayOff() {
		final ComparedImage image = SampleSource.image(SkipFill.MEAN);
		final LensState state = LensState.first(image, 0);
		assertEquals(SkipGains.all(4), state.gains());
		final LensState part = state.withSwitch(1, new SkipSwitch(true, 0.25))
			.withSwitch(3, SkipSwitch.OFF);
		assertEquals(List.of(1.0, 0.25, 1.0, 0.0), part.gains().values());
		assertEquals(SkipGains.of(SkipSet.none(), 4), part.withAll(image, false)
			.gains());
	}

	private String title(final VariantChoice choice) {
		return panes(choice, false).content(PaneSet.VARIANT).title();
	}

	private PaneSet panes(final VariantChoice choice, final boolean labels) {
		return PaneSet.of(base, choice, OutputPlane.of(base.compared().probe()
			.output(choice)), labels);
	}
}
