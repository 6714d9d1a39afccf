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

package org.unetlens.ui.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Estimate;
import org.unetlens.compare.Experiment;
import org.unetlens.compare.Score;
import org.unetlens.compare.SkipEffect;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Variant;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.plot.LinePlot.Line;
import org.unetlens.ui.plot.LinePlot.Marker;

/** The plots of a comparison. Stateless and thread-safe. */
public final class ComparisonPlots {

	private static final Color ONLY = new Color(0xCC79A7);

	private ComparisonPlots() {}

	/** What is shown beside the full model if nothing is chosen. */
	public static List<Variant> usual(final Comparison comparison) {
		final List<Variant> shown = new ArrayList<>(List.of(comparison.none()));
		shown.addAll(comparison.twins());
		return shown;
	}

	/**
	 * Share of wrong pixels against the distance to the reference boundary.
	 *
	 * @param others shown beside the full model, e.g. {@link #usual}
	 */
	public static LinePlot errorByDistance(final Comparison comparison,
		final List<Variant> others)
	{
		return new LinePlot("Error by distance to the boundary", Axis.linear(
			"Distance to the reference boundary (px)", 0, 10), new Axis(
				"Wrong pixels", Axis.Scale.PERCENT, 0, Double.NaN), lines(comparison,
					others, Variant::errorByDistance, Variant::name), List.of());
	}

	/** Foreground probability across reference borders. */
	public static LinePlot edgeProfile(final Comparison comparison,
		final List<Variant> others)
	{
		return new LinePlot("Edge profile", new Axis(
			"Distance across the reference border (px), inside positive",
			Axis.Scale.LINEAR, Double.NaN, Double.NaN), Axis.linear(
				"Mean foreground probability", 0, 1), lines(comparison, others,
					Variant::edgeProfile, ComparisonPlots::withWidth), List.of(new Marker(
						0, "border")));
	}

	private static String withWidth(final Variant v) {
		final double width = v.scores().get(Score.EDGE_WIDTH);
		return Double.isNaN(width) ? v.name() : v.name() + ", 10\u201390 % in " +
			Cell.of(width).rounded() + " px";
	}

	/** Radial power of the foreground probability; power on a log scale. */
	public static LinePlot spectrum(final Comparison comparison,
		final List<Variant> others)
	{
		final int cell = 1 << comparison.model().depth();
		return new LinePlot("Power spectrum", Axis.linear(
			"Spatial frequency (cycles per px)", 0, 0.5), new Axis("Power",
				Axis.Scale.LOG, Double.NaN, Double.NaN), lines(comparison, others,
					Variant::spectrum, Variant::name), List.of(new Marker(nyquist(
						comparison), "1/" + 2 * cell +
							" cycles per px: Nyquist frequency of the bottleneck")));
	}

	/**
	 * The highest frequency that the grid of the bottleneck can carry, 1 / (2 *
	 * 2^depth) cycles per pixel.
	 */
	public static double nyquist(final Comparison comparison) {
		return 0.5 / (1 << comparison.model().depth());
	}

	/** What each skip gives, by knock-out, with 95 % intervals. */
	public static BarPlot skipEffects(final Comparison comparison,
		final Score score)
	{
		final List<SkipEffect> effects = IntStream.of(comparison.model().signature()
			.skips().levels()).mapToObj(k -> comparison.effect(k, score)).toList();
		return new BarPlot("Knock-out: what each skip gives in " + score.label(),
			"Change of " + score.label(), effects.stream().map(e -> "Skip " + e
				.level()).toList(), List.of(bars("Only this one off",
					LensColors.VARIANT, effects, SkipEffect::off), bars(
						"Only this one on", ONLY, effects, SkipEffect::only), bars(
							"Shapley value", LensColors.FULL, effects, SkipEffect::shapley)));
	}

	private static BarPlot.Bars bars(final String name, final Color color,
		final List<SkipEffect> effects, final Function<SkipEffect, Estimate> of)
	{
		return new BarPlot.Bars(name, color, effects.stream().map(of).toList());
	}

	/**
	 * How an output changes when the input is moved.
	 *
	 * @param curves of the full model, then of the knock-out of all skips
	 */
	public static LinePlot shiftTest(final List<Curve> curves) {
		final Color[] colors = { LensColors.FULL, LensColors.NONE, LensColors.TWIN,
			LensColors.VARIANT };
		final List<Line> lines = IntStream.range(0, curves.size()).mapToObj(
			i -> new Line(curves.get(i), colors[i % colors.length],
				i >= colors.length)).toList();
		return new LinePlot("Shift test", new Axis("The input is moved by (px)",
			Axis.Scale.LINEAR, Double.NaN, Double.NaN), new Axis(
				"Mean change of the foreground probability", Axis.Scale.LINEAR, 0,
				Double.NaN), lines, List.of());
	}

	private static List<Line> lines(final Comparison comparison,
		final List<Variant> others, final Function<Variant, Curve> curve,
		final Function<Variant, String> name)
	{
		final List<Line> lines = new ArrayList<>();
		lines.add(line(comparison.full(), curve, name, false));
		for (final Variant v : others)
			if (v.experiment() != Experiment.FULL_MODEL) lines.add(line(v, curve,
				name, lines.stream().anyMatch(l -> l.color().equals(color(v)))));
		return lines;
	}

	private static Line line(final Variant v,
		final Function<Variant, Curve> curve, final Function<Variant, String> name,
		final boolean dashed)
	{
		final Curve c = curve.apply(v);
		return new Line(new Curve(name.apply(v), c.x(), c.y()), color(v), dashed);
	}

	/** The colour of an output in all plots and tables. */
	public static Color color(final Variant v) {
		return switch (v.experiment()) {
			case FULL_MODEL -> LensColors.FULL;
			case TWIN -> LensColors.TWIN;
			default -> v.skips().equals(SkipSet.none()) ? LensColors.NONE
				: LensColors.VARIANT;
		};
	}
}
