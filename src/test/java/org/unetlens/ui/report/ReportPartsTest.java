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

import java.awt.Rectangle;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.ComparisonSamples;
import org.unetlens.label.LabelPlane;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.ui.report.ReportImage.Place;

class ReportPartsTest {

	@Test
	void markupIsEscapedAndClosed() {
		final Html html = new Html().open("p", "title", "a\"<b").text("x < y & z\t")
			.element("b", "\u0001\uD800q\uD83D\uDD2C").empty("br");
		assertThrows(IllegalStateException.class, html::toString);
		assertEquals(
			"<p title=\"a&quot;&lt;b\">x &lt; y &amp; z\t<b>\uFFFD\uFFFDq\uD83D\uDD2C</b><br/></p>",
			html.close().toString());
	}

	@Test
	void thePlaceIsDeepInTheObjectNearestToTheMiddle() {
		final int[] labels = new int[31 * 17];
		// NB: Object 7 is 5 x 5 pixels from (18, 5), object 3 is farther away.
		for (int y = 5; y < 10; y++)
			for (int x = 18; x < 23; x++)
				labels[y * 31 + x] = 7;
		for (int y = 0; y < 9; y++)
			for (int x = 0; x < 9; x++)
				labels[y * 31 + x] = 3;
		assertEquals(new Place(20, 7), ObjectPlace.of(LabelPlane.wrap(labels, 31,
			17)));
		assertEquals(new Place(15, 8), ObjectPlace.of(LabelPlane.wrap(new int[31 *
			17], 31, 17)));
	}

	@Test
	void theDetailIsWhereMostChanges() {
		final float[] a = new float[61 * 43];
		a[37 * 61 + 50] = 1;
		a[2 * 61 + 3] = 0.4f;
		a[3 * 61 + 5] = 0.4f;
		final Rectangle part = ChangedPart.of(a, 61, 16);
		assertEquals(new Rectangle(40, 24, 16, 16), part);
		assertEquals(new Rectangle(0, 0, 61, 43), ChangedPart.of(a, 61, 96));
	}

	@Test
	void eachSkipIsShownOnce() {
		final UNetSpec spec = ComparisonSamples.withTruth().model().spec();
		assertEquals(List.of(SkipSet.all(4), SkipSet.none(), SkipSet.of(1, 2, 3),
			SkipSet.of(0, 2, 3), SkipSet.of(0, 1, 3), SkipSet.of(0, 1, 2)),
			ReportImage.shown(NetworkSignature.of(spec)));
		assertEquals(List.of(SkipSet.of(2), SkipSet.none()), ReportImage.shown(
			NetworkSignature.of(spec.withSkips(SkipSet.of(2)))));
	}
}
