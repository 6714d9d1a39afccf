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
import org.unetlens.train.doctor.Checkup;
import org.unetlens.train.doctor.Checkup.Fact;
import org.unetlens.train.doctor.Diagnosis;

/**
 * What the doctor found as a page: each difference with its remedy and
 * pictures, and what the loss saw beside what is segmented. Made on any thread,
 * without a display. Stateless.
 */
public final class DoctorReport {

	private DoctorReport() {}

	/** Takes about a second. */
	public static ReportFile of(final Checkup checkup) {
		return of(checkup, Provenance.now());
	}

	static ReportFile of(final Checkup checkup, final Provenance provenance) {
		final Page page = new Page();
		summary(page, checkup);
		if (!checkup.patches().isEmpty()) new SeenSection(checkup.patches()).write(
			page);
		if (!checkup.facts().isEmpty()) facts(page, checkup.facts());
		return ReportFile.of(page, "Examination of " + checkup.model().card()
			.name(),
			"Why a picture may be bad although the loss was good: training and use side by side.",
			provenance);
	}

	private static void summary(final Page page, final Checkup checkup) {
		page.section("short", "What was found", () -> {
			page.paragraph(checkup.verdict());
			checkup.diagnoses().forEach(d -> diagnosis(page, d));
		});
	}

	private static void diagnosis(final Page page, final Diagnosis diagnosis) {
		page.subtitle(diagnosis.cause().title());
		page.paragraph(diagnosis.finding());
		page.html().open("p").element("b", "What to do: ").text(diagnosis.remedy())
			.closeLine();
		diagnosis.evidence().ifPresent(e -> page.figure("four",
			"Image and labels as they are (left pair), and with this difference undone (right pair); beside each the probability of foreground that the model gives (black 0, white 1). Blue: outlines of the labels.",
			() -> {
				page.pane("As it is", DoctorPictures.labelled(e.before()),
					"Image with labels as they are");
				page.pane("Probability", DoctorPictures.foreground(e.before()),
					"Probability as it is");
				page.pane("With this undone", DoctorPictures.labelled(e.after()),
					"Image with labels, the difference undone");
				page.pane("Probability then", DoctorPictures.foreground(e.after()),
					"Probability, the difference undone");
			}));
	}

	private static void facts(final Page page, final List<Fact> facts) {
		page.section("facts", "Training and these images, line by line", () -> page
			.table(
				"What may differ, whether it does or not. Where training is not known, the model does not say how it was trained.",
				List.of("", "Training", "These images"), () -> facts.forEach(f -> page
					.row(List.of(Cell.of(f.what()), Cell.of(f.training()), Cell.of(f
						.here()))))));
	}
}
