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

import java.util.List;

import org.unetlens.compare.Table.Cell;
import org.unetlens.train.review.LearningCurve;
import org.unetlens.ui.plot.TrainingPlots;

/** Whether more annotated images would help. */
final class LearningSection implements Section {

	private final LearningCurve curve;

	LearningSection(final LearningCurve curve) {
		this.curve = curve;
	}

	@Override
	public void write(final Page page) {
		page.section("learning", "Is annotating more images worth it?", () -> {
			page.paragraph(curve.verdict());
			page.figure("one",
				"Each point is a training of its own with the same budget, scored on the same validation images; bars are 95 % intervals over these images. Points of the same number of images are trained on different choices of them.",
				() -> page.plot(TrainingPlots.learning(curve), 800, 360));
			page.table("The trainings.", List.of("Images", "Choice", curve.score(),
				"95 % interval"), () -> curve.points().forEach(p -> page.row(List.of(
					Cell.of(p.images()), Cell.of(p.draw()), Cell.of(p.value()), Cell.of(
						Double.isNaN(p.interval().low()) ? "none" : Numbers.text(p
							.interval().low()) + " to " + Numbers.text(p.interval()
								.high()))))));
		});
	}
}
