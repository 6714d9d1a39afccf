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

import java.awt.image.BufferedImage;
import java.util.List;

import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.train.review.Hint;
import org.unetlens.train.review.NextAnnotations;
import org.unetlens.train.review.NextAnnotations.Ranked;
import org.unetlens.ui.picture.ColorMap;
import org.unetlens.ui.picture.Drawing;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.OutcomePicture;
import org.unetlens.ui.picture.OutlineShape;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.Zoom;

/** What to annotate next. */
final class NextSection implements Section {

	private static final int LONGEST = 300;
	/** Disagreement that is shown brightest. */
	private static final double BRIGHTEST = 0.3;
	private static final int RANKED = 15;

	private final NextAnnotations next;

	NextSection(final NextAnnotations next) {
		this.next = next;
	}

	@Override
	public void write(final Page page) {
		page.section("next", "What to annotate next", () -> {
			page.paragraph(
				"Each image was shown to the model in eight views, mirrored and turned by quarters. Where the answers differ, the model has not learned what is there: such places teach it most. (Errors that it makes in the same way in all views are not found so.)");
			if (next.images().stream().allMatch(Ranked::annotated)) page.paragraph(
				"No folder of images that are not annotated was given, so these are the validation images: look there for slips of the annotation, and annotate more images of that kind.");
			if (!next.hints().isEmpty()) hints(page);
			ranking(page);
			NumbersSection.table(page, table());
		});
	}

	private void hints(final Page page) {
		page.figure("four", "The " + next.hints().size() + " squares of " + next
			.side() + " x " + next.side() +
			" px with the highest disagreement, three of an image at most, none overlapping. In pairs: the square with the outlines of what was found, and the disagreement of its pixels (dark 0, yellow 0.3 and more). Coordinates in pixels of the image; in ImageJ, Edit > Selection > Specify... goes there.",
			() -> next.hints().forEach(hint -> {
				final String place = hint.image() + ": x " + hint.x() + ", y " + hint
					.y() + ", " + hint.width() + " x " + hint.height();
				page.pane(place, picture(hint), "Square of " + place);
				page.pane("disagreement " + Numbers.text(hint.disagreement()), map(
					hint), "Disagreement in " + place);
			}));
	}

	private static BufferedImage picture(final Hint hint) {
		return new Drawing(OutcomePicture.base(hint.pixels()), zoom(hint)).line(
			OutlineShape.of(hint.predicted()), LensColors.PREDICTION, 1.5).picture();
	}

	private static BufferedImage map(final Hint hint) {
		return new Drawing(Planes.picture(hint.deviation(), hint.width(), 0,
			BRIGHTEST, ColorMap.DEPTH), zoom(hint)).picture();
	}

	private static Zoom zoom(final Hint hint) {
		return Zoom.whole(hint.width(), hint.height(), LONGEST);
	}

	private void ranking(final Page page) {
		final List<Ranked> first = next.images().subList(0, Math.min(RANKED, next
			.images().size()));
		page.table((first.size() == next.images().size() ? "The images"
			: "The first " + first.size() + " of " + next.images().size() +
				" images") +
			" by mean disagreement over all pixels, which is high in images with many doubtful objects.",
			List.of("Image", "Annotated", "Disagreement"), () -> first.forEach(
				r -> page.row(cells(r))));
	}

	private static List<Cell> cells(final Ranked r) {
		return List.of(Cell.of(r.name()), Cell.of(r.annotated() ? "yes" : "no"),
			Cell.of(r.disagreement()));
	}

	private Table table() {
		return new Table("annotate_next", List.of("image", "annotated", "x", "y",
			"width", "height", "disagreement"), next.hints().stream().map(h -> List
				.of(Cell.of(h.image()), Cell.of(h.annotated() ? "yes" : "no"), Cell.of(h
					.x()), Cell.of(h.y()), Cell.of(h.width()), Cell.of(h.height()), Cell
						.of(h.disagreement()))).toList());
	}
}
