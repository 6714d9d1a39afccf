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

package org.unetlens.ij.compare;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unetlens.compare.Curve;
import org.unetlens.compare.Estimate;
import org.unetlens.ui.plot.Axis.Scale;
import org.unetlens.ui.plot.BarPlot;
import org.unetlens.ui.plot.BarPlot.Bars;
import org.unetlens.ui.plot.LinePlot;
import org.unetlens.ui.plot.LinePlot.Line;
import org.unetlens.ui.plot.LinePlot.Marker;
import org.unetlens.ui.plot.Plot;

/** Plots of a comparison as ImageJ's plots. Stateless. */
final class ExportedPlots {

	private static final float LINE = 2;
	/** Share of the space of a group that its points take. */
	private static final double SPREAD = 0.5;

	private static final double MARGIN = 0.05;

	private ExportedPlots() {}

	/** Not shown; its data are those of the plot. */
	static ij.gui.Plot of(final String title, final Plot plot) {
		final ij.gui.Plot target = new ij.gui.Plot(title, labels(plot), plot
			.yLabel());
		target.setLineWidth(LINE);
		if (plot instanceof BarPlot bars) draw(bars, target);
		else if (plot instanceof LinePlot lines) draw(lines, target);
		else for (final Curve curve : plot.curves())
			draw(curve, Color.BLACK, target);
		target.setColor(Color.BLACK);
		target.addLegend(plot.curves().stream().map(Curve::name).collect(Collectors
			.joining("\n")));
		if (plot instanceof BarPlot bars) fit(bars, target);
		else target.setLimitsToFit(false);
		if (plot instanceof LinePlot lines) mark(lines.markers(), target);
		return target;
	}

	/** NB: In braces, ImageJ writes names instead of numbers. */
	private static String labels(final Plot plot) {
		return plot instanceof BarPlot bars ? bars.groups().stream().collect(
			Collectors.joining(",", "{", "}")) : plot.xLabel();
	}

	private static void draw(final LinePlot plot, final ij.gui.Plot target) {
		if (plot.y().scale() == Scale.LOG) target.setAxisYLog(true);
		final boolean log = plot.y().scale() == Scale.LOG;
		for (final Line line : plot.lines())
			draw(log ? positive(line.curve()) : line.curve(), line.color(), target);
	}

	/** NB: A log axis cannot show 0. */
	private static Curve positive(final Curve curve) {
		return new Curve(curve.name(), curve.x(), curve.y().stream().map(y -> y > 0
			? y : Double.NaN).toList());
	}

	private static void mark(final List<Marker> markers,
		final ij.gui.Plot target)
	{
		final double[] limits = target.getLimits();
		target.setLineWidth(1);
		target.setColor(Color.DARK_GRAY);
		for (final Marker marker : markers) {
			target.drawLine(marker.x(), limits[2], marker.x(), limits[3]);
			target.addText(" " + marker.label(), marker.x(), limits[2]);
		}
	}

	/** NB: ImageJ would look at the points only, not at intervals. */
	private static void fit(final BarPlot plot, final ij.gui.Plot target) {
		final double[] ends = plot.series().stream().flatMap(s -> s.values()
			.stream()).flatMapToDouble(e -> DoubleStream.of(0, e.value(), e.low(), e
				.high())).filter(Double::isFinite).sorted().toArray();
		final double low = ends[0], high = ends[ends.length - 1];
		final double margin = high > low ? MARGIN * (high - low) : 1;
		target.setLimits(-0.5, plot.groups().size() - 0.5, low - margin, high +
			margin);
	}

	private static void draw(final Curve curve, final Color color,
		final ij.gui.Plot target)
	{
		target.setColor(color);
		target.add("line", doubles(curve.x()), doubles(curve.y()));
	}

	/** NB: Points, for ImageJ's bars of several series would cover each other. */
	private static void draw(final BarPlot plot, final ij.gui.Plot target) {
		final int n = plot.series().size();
		for (int s = 0; s < n; s++) {
			final Bars bars = plot.series().get(s);
			final double[] x = places(bars, (s - (n - 1) / 2.0) * SPREAD / n);
			target.setColor(bars.color(), bars.color());
			target.add("circle", x, bars.values().stream().mapToDouble(
				Estimate::value).toArray());
			for (int i = 0; i < x.length; i++)
				interval(x[i], bars.values().get(i), target);
		}
	}

	private static void interval(final double x, final Estimate e,
		final ij.gui.Plot target)
	{
		if (Double.isFinite(e.low()) && Double.isFinite(e.high())) target.drawLine(
			x, e.low(), x, e.high());
	}

	private static double[] places(final Bars bars, final double shift) {
		return IntStream.range(0, bars.values().size()).mapToDouble(i -> i + shift)
			.toArray();
	}

	private static double[] doubles(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
