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

package org.unetlens.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.unetlens.compare.Table.Cell;
import org.unetlens.network.LayerGeometry;
import org.unetlens.tensor.PixelSize;

/** The tables of a comparison. Stateless. */
public final class Tables {

	private Tables() {}

	/** All of them, in the order in which a reader wants them. */
	public static List<Table> of(final Comparison comparison) {
		return List.of(skips(comparison), effects(comparison), layers(comparison),
			curves(comparison));
	}

	/**
	 * {@code skips}: one row per output with all its scores, knock-outs first,
	 * then twins.
	 */
	public static Table skips(final Comparison comparison) {
		final List<String> columns = new ArrayList<>(List.of("experiment", "name",
			"skips"));
		for (final Score score : Score.values())
			columns.add(score.label());
		final PixelSize size = comparison.pixelSize();
		if (size.isCalibrated()) for (final Score score : Score.LENGTHS)
			columns.add(score.label().replace("px", size.unit()));
		return new Table("skips", columns, variants(comparison).map(v -> scores(v,
			size)).toList());
	}

	/**
	 * {@code effects}: what each skip contributes, and how each output differs
	 * from the full model's, with intervals.
	 */
	public static Table effects(final Comparison comparison) {
		final List<List<Cell>> rows = new ArrayList<>();
		for (final SkipEffect e : comparison.effects()) {
			final String skip = "Skip " + e.level();
			final Score score = e.score();
			rows.add(effect(skip, "loss when only this one is off", score, e.off()));
			rows.add(effect(skip, "gain when only this one is on", score, e.only()));
			rows.add(effect(skip, "Shapley value", score, e.shapley()));
		}
		variants(comparison).forEach(v -> v.changes().forEach((score,
			change) -> rows.add(row(v.experiment(), v.name(),
				"difference to the full model", score, change))));
		return new Table("effects", List.of("experiment", "name", "quantity",
			"score", "value", "95 % low", "95 % high"), rows);
	}

	/** {@code layers}: the resolution table. */
	public static Table layers(final Comparison comparison) {
		final PixelSize size = comparison.pixelSize();
		final List<String> columns = new ArrayList<>(List.of("layer", "level",
			"height (cells)", "width (cells)", "channels", "one cell stands for (px)",
			"receptive field (px)"));
		if (size.isCalibrated()) for (final String name : List.of(
			"cell width (unit)", "cell height (unit)", "receptive field, x (unit)",
			"receptive field, y (unit)"))
			columns.add(name.replace("unit", size.unit()));
		return new Table("layers", columns, comparison.layers().stream().map(
			layer -> layer(layer, size)).toList());
	}

	/** {@code curves}: the lines of all plots. */
	public static Table curves(final Comparison comparison) {
		final List<List<Cell>> rows = new ArrayList<>();
		variants(comparison).forEach(v -> {
			points(rows, v, v.errorByDistance(),
				"share of wrong pixels by distance to the border (px)");
			points(rows, v, v.edgeProfile(),
				"probability by distance across the border, inside positive (px)");
			points(rows, v, v.spectrum(), "power by frequency (cycles per px)");
		});
		return new Table("curves", List.of("experiment", "name", "plot", "x", "y"),
			rows);
	}

	private static Stream<Variant> variants(final Comparison comparison) {
		return Stream.concat(comparison.knockOuts().values().stream(), comparison
			.twins().stream());
	}

	private static List<Cell> scores(final Variant variant,
		final PixelSize size)
	{
		final List<Cell> row = new ArrayList<>(List.of(Cell.of(variant.experiment()
			.label()), Cell.of(variant.name()), Cell.of(variant.skips().toString())));
		for (final Score score : Score.values())
			row.add(Cell.of(variant.scores().get(score)));
		if (size.isCalibrated()) for (final Score score : Score.LENGTHS)
			row.add(Cell.of(variant.scores().inUnit(score, size)));
		return row;
	}

	private static List<Cell> effect(final String name, final String quantity,
		final Score score, final Estimate estimate)
	{
		return row(Experiment.KNOCK_OUT, name, quantity, score, estimate);
	}

	private static List<Cell> row(final Experiment experiment, final String name,
		final String quantity, final Score score, final Estimate estimate)
	{
		return List.of(Cell.of(experiment.label()), Cell.of(name), Cell.of(
			quantity), Cell.of(score.label()), Cell.of(estimate.value()), Cell.of(
				estimate.low()), Cell.of(estimate.high()));
	}

	private static List<Cell> layer(final LayerGeometry layer,
		final PixelSize size)
	{
		final long jump = layer.jump();
		final long field = layer.receptiveField();
		final List<Cell> row = new ArrayList<>(List.of(Cell.of(layer.layer()), Cell
			.of(layer.level()), Cell.of(layer.height()), Cell.of(layer.width()), Cell
				.of(layer.channels()), Cell.of(jump + " x " + jump), Cell.of(field)));
		if (size.isCalibrated()) row.addAll(List.of(Cell.of(jump * size.x()), Cell
			.of(jump * size.y()), Cell.of(field * size.x()), Cell.of(field * size
				.y())));
		return row;
	}

	private static void points(final List<List<Cell>> rows, final Variant v,
		final Curve curve, final String plot)
	{
		for (int i = 0; i < curve.x().size(); i++)
			rows.add(List.of(Cell.of(v.experiment().label()), Cell.of(v.name()), Cell
				.of(plot), Cell.of(curve.x().get(i)), Cell.of(curve.y().get(i))));
	}
}
