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

import org.unetlens.compare.Output;
import org.unetlens.ui.picture.Zoom;
import org.unetlens.ui.plot.ComparisonPlots;

/** "Where" against "what": skips shifted, and the shift test. */
final class ShiftSection implements Section {

	private static final int LARGE = 640;

	private final ReportImage image;
	private final Panes panes;

	ShiftSection(final ReportImage image, final Panes panes) {
		this.image = image;
		this.panes = panes;
	}

	@Override
	public void write(final Page page) {
		page.section("shift", "Where against what", () -> {
			page.paragraph(
				"Skips and bottleneck are set at odds to see which of them says where an object is, and which says what it is.");
			image.shifted().ifPresent(output -> shifted(page, output));
			if (!image.shiftTest().isEmpty()) test(page);
		});
	}

	private void shifted(final Page page, final Output output) {
		final Zoom zoom = Zoom.whole(panes.width(), panes.height(), LARGE);
		page.figure("two",
			"Transplant: the skips are moved against the bottleneck (" + output
				.variant().name() +
				"). Where the orange outlines follow the skips, position comes from the skips; where they stay on the blue outlines of the reference, it comes from below.",
			() -> {
				page.pane("Full model", panes.outlines(image.full(), zoom),
					"Outlines over the input: full model");
				page.pane(output.variant().name(), panes.outlines(output, zoom),
					"Outlines over the input: " + output.variant().name());
			});
	}

	private void test(final Page page) {
		final int step = image.comparison().model().signature().tiles().step();
		page.figure("one",
			"Shift test: the input is moved by some pixels and the output moved back. Were the net free of its pooling grids, nothing would change. How far a line swings tells how much the output depends on where the image lies on them; they repeat after 2, 4 ... " +
				step + " pixels.", () -> page.plot(ComparisonPlots.shiftTest(image
					.shiftTest()), 640, 320));
	}
}
