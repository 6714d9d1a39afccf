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

import java.util.ArrayList;
import java.util.List;

import org.unetlens.compare.Table.Cell;
import org.unetlens.train.doctor.SeenPatch;

/** What the loss saw beside what is segmented, pixel by pixel. */
final class SeenSection implements Section {

	private final List<SeenPatch> patches;

	SeenSection(final List<SeenPatch> patches) {
		this.patches = patches;
	}

	@Override
	public void write(final Page page) {
		page.section("seen", "What the loss saw, and what Segment sees", () -> {
			page.paragraph(
				"Of each image the patch with the highest cross entropy, as training cuts it (without augmentation), above; the same pixels as Segment sees them in the whole image, below. All grey pictures are on one scale: after normalisation 0 is black and 1 is white.");
			patches.forEach(p -> figure(page, p));
			table(page);
		});
	}

	private static void figure(final Page page, final SeenPatch p) {
		final String where = p.sample().name() + ", x " + p.left() + ", y " + p
			.top() + ", " + p.loss().patch().width() + " x " + p.loss().patch()
				.height() + " px";
		page.figure("four", where + "; loss " + Numbers.text(p.loss().value()) +
			". Classes: blue 1, orange 2, green 3 and so on, grey not annotated. Weights and loss: dark 0, yellow the largest (2 at least). Objects: orange found, blue labels. On average the two probabilities differ by " +
			Numbers.text(p.foregroundDifference()) + ".", () -> {
				page.pane("Loss: input", DoctorPictures.input(p, true),
					"Input of the loss");
				page.pane("Loss: classes to be learned", DoctorPictures.classes(p),
					"Classes");
				page.pane("Loss: weights", DoctorPictures.weights(p), "Weights");
				page.pane("Loss: its prediction", DoctorPictures.probability(p, true),
					"Prediction that the loss saw");
				page.pane("Segment: input", DoctorPictures.input(p, false),
					"Input of Segment");
				page.pane("Segment: objects", DoctorPictures.objects(p),
					"Objects that Segment finds");
				page.pane("Loss of each pixel", DoctorPictures.loss(p),
					"Loss of each pixel");
				page.pane("Segment: its prediction", DoctorPictures.probability(p,
					false), "Prediction of Segment");
			});
	}

	private void table(final Page page) {
		page.table(
			"Values of these pixels after normalisation, percentiles 1, 50 and 99.",
			List.of("Image, channel", "Loss 1", "50", "99", "Segment 1", "50", "99",
				"Largest difference"), () -> patches.forEach(p -> {
					for (int c = 0; c < p.loss().patch().channels(); c++)
						page.row(cells(p, c));
				}));
	}

	private static List<Cell> cells(final SeenPatch p, final int channel) {
		final List<Cell> cells = new ArrayList<>(List.of(Cell.of(p.sample().name() +
			", " + (channel + 1))));
		for (final double v : p.lossPercentiles(channel))
			cells.add(Cell.of(v));
		for (final double v : p.segmentPercentiles(channel))
			cells.add(Cell.of(v));
		cells.add(Cell.of(p.inputDifference()));
		return cells;
	}
}
