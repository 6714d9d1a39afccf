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
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.label.Csv;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.train.review.ImageOutcome;
import org.unetlens.train.review.ReviewScores;
import org.unetlens.train.review.ReviewScores.Row;
import org.unetlens.train.review.TrainingReview;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.OutcomePicture;

/** The validation images, in pictures and numbers. */
final class OutcomeSection implements Section {

	private static final int LONGEST = 480;
	/** NB: More pictures would make the file too large to send. */
	private static final int MOST = 12;

	private final TrainingReview review;
	private final ReviewScores scores;

	OutcomeSection(final TrainingReview review) {
		this.review = review;
		scores = review.scores();
	}

	@Override
	public void write(final Page page) {
		final List<Integer> shown = shown();
		page.section("images", "What the model finds in images it has not seen",
			() -> {
				legend(page.html());
				page.figure("three top", caption(shown.size()), () -> shown.forEach(
					i -> pane(page, i)));
				table(page);
				NumbersSection.table(page, table());
			});
	}

	/** The worst first; of many, the worst half and some of the others. */
	private List<Integer> shown() {
		final List<Integer> sorted = IntStream.range(0, review.images().size())
			.boxed().sorted(Comparator.comparingDouble(this::order)).toList();
		if (sorted.size() <= MOST) return sorted;
		final List<Integer> shown = new ArrayList<>(sorted.subList(0, MOST / 2));
		final int rest = sorted.size() - MOST / 2;
		for (int k = 1; k <= MOST / 2; k++)
			shown.add(sorted.get(MOST / 2 + k * rest / (MOST / 2) - 1));
		return shown;
	}

	private double order(final int i) {
		final double value = scores.images().get(i).values().get(0);
		return Double.isNaN(value) ? 2 : value;
	}

	private String caption(final int shown) {
		final int all = review.images().size();
		return (shown == all ? "The images" : shown + " of the " + all +
			" images: the " + MOST / 2 + " worst, and some of the others") +
			", the lowest " + scores.names().get(0) +
			" first. An object counts as right when it shares more than half of its area with a true one (IoU above 0.5).";
	}

	private void pane(final Page page, final int i) {
		final ImageOutcome o = review.images().get(i);
		final int right = o.right().size();
		final int invented = objects(o, true) - right;
		final int missed = objects(o, false) - o.found().size();
		final String counts = right + " right, " + invented + " invented, " +
			missed + " missed";
		page.pane(o.sample().name() + ": " + scores.names().get(0) + " " + Numbers
			.text(scores.images().get(i).values().get(0)) + "; " + counts,
			OutcomePicture.of(o, LONGEST), "Outlines over " + o.sample().name() +
				": " + counts);
	}

	private static int objects(final ImageOutcome outcome,
		final boolean predicted)
	{
		final java.util.Set<Integer> labels = new java.util.HashSet<>();
		(predicted ? outcome.predicted() : outcome.truth()).forEach(l -> labels.add(
			l.get()));
		labels.remove(0);
		return labels.size();
	}

	private static void legend(final Html html) {
		html.open("p");
		swatch(html, LensColors.css(OutcomePicture.RIGHT),
			"right (thin line: what the model found)");
		swatch(html, LensColors.css(OutcomePicture.INVENTED),
			"invented or wrongly cut (thick line)");
		swatch(html, LensColors.css(OutcomePicture.MISSED),
			"missed (broken line: what was drawn)");
		html.closeLine();
	}

	private static void swatch(final Html html, final String color,
		final String text)
	{
		html.open("span", "style", "margin-right:1.6em;white-space:nowrap").open(
			"span", "class", "swatch", "style", "background:" + color).close().text(
				text).close().text(" ");
	}

	private void table(final Page page) {
		final List<String> columns = new ArrayList<>(List.of("Image"));
		columns.addAll(scores.names());
		if (hasObjects()) columns.add("95 % of AP@0.5");
		page.table(
			"Scores of each image and of all together, with the 95 % interval over images (" +
				ReviewScores.RESAMPLES + " bootstrap resamples, seed 1)" + (hasObjects()
					? "; on the right that of AP@0.5 over the objects of the row (Wilson)"
					: "") +
				". Missed and invented are here those covered by less than half; split and merged ones are counted apart.",
			columns, () -> {
				scores.images().forEach(row -> page.row(shortCells(row)));
				page.row(shortCells(scores.all()));
				if (scores.images().size() > 1) page.row(intervals());
			});
	}

	private boolean hasObjects() {
		return !Double.isNaN(scores.all().ap().low());
	}

	private List<Cell> shortCells(final Row row) {
		final List<Cell> cells = values(row);
		if (hasObjects()) cells.add(Cell.of(text(row.ap())));
		return cells;
	}

	private List<Cell> cells(final Row row) {
		final List<Cell> cells = values(row);
		if (hasObjects()) {
			cells.add(Cell.of(row.ap().low()));
			cells.add(Cell.of(row.ap().high()));
		}
		return cells;
	}

	private static List<Cell> values(final Row row) {
		final List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.name())));
		row.values().forEach(v -> cells.add(Cell.of(v)));
		return cells;
	}

	private List<Cell> intervals() {
		final List<Cell> cells = new ArrayList<>(List.of(Cell.of("95 % interval")));
		for (final Interval i : scores.intervals())
			cells.add(Cell.of(text(i)));
		if (hasObjects()) cells.add(Cell.of(""));
		return cells;
	}

	private static String text(final Interval i) {
		return Double.isNaN(i.low()) ? "none" : end(i.low()) + " to " + end(i
			.high());
	}

	/** NB: Of counts, digits after the point say nothing. */
	private static String end(final double value) {
		return value >= 2 ? String.format(java.util.Locale.ROOT, "%.0f", value)
			: Numbers.text(value);
	}

	/** The same with all digits. */
	private Table table() {
		final List<String> columns = new ArrayList<>(List.of("image"));
		columns.addAll(scores.names());
		if (hasObjects()) columns.addAll(List.of("AP@0.5, 2.5 % over objects",
			"AP@0.5, 97.5 % over objects"));
		final List<List<Cell>> rows = new ArrayList<>(scores.images().stream().map(
			this::cells).toList());
		rows.add(cells(scores.all()));
		rows.add(ends("all images, 2.5 %", Interval::low));
		rows.add(ends("all images, 97.5 %", Interval::high));
		return new Table("validation", columns, rows);
	}

	private List<Cell> ends(final String name,
		final java.util.function.ToDoubleFunction<Interval> end)
	{
		final List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
		scores.intervals().forEach(i -> cells.add(Cell.of(Csv.number(end
			.applyAsDouble(i)))));
		if (hasObjects()) cells.addAll(List.of(Cell.of(""), Cell.of("")));
		return cells;
	}
}
