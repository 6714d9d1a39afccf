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
import java.util.stream.IntStream;

import org.unetlens.compare.Curve;
import org.unetlens.compare.Estimate;
import org.unetlens.ui.plot.Axis.Scale;
import org.unetlens.ui.plot.BarPlot;
import org.unetlens.ui.plot.BarPlot.Bars;
import org.unetlens.ui.plot.LinePlot;
import org.unetlens.ui.plot.LinePlot.Line;
import org.unetlens.ui.plot.Plot;

/** Plots of a comparison as ImageJ's plots. Stateless. */
final class ExportedPlots {

	private static final float LINE = 2;
	/** Share of the space of a group that its bars take. */
	private static final double FILLED = 0.75;

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
		target.setLimitsToFit(false);
		return target;
	}

	/** NB: In braces, ImageJ writes names instead of numbers. */
	private static String labels(final Plot plot) {
		return plot instanceof BarPlot bars ? bars.groups().stream().collect(
			Collectors.joining(",", "{", "}")) : plot.xLabel();
	}

	private static void draw(final LinePlot plot, final ij.gui.Plot target) {
		if (plot.y().scale() == Scale.LOG) target.setAxisYLog(true);
		for (final Line line : plot.lines())
			draw(line.curve(), line.color(), target);
	}

	private static void draw(final Curve curve, final Color color,
		final ij.gui.Plot target)
	{
		target.setColor(color);
		target.add("line", doubles(curve.x()), doubles(curve.y()));
	}

	private static void draw(final BarPlot plot, final ij.gui.Plot target) {
		final int n = plot.series().size();
		for (int s = 0; s < n; s++) {
			final Bars bars = plot.series().get(s);
			final double shift = (s - (n - 1) / 2.0) * FILLED / n;
			target.setColor(bars.color(), bars.color());
			target.add("separate bar", places(bars, shift), bars.values().stream()
				.mapToDouble(Estimate::value).toArray());
		}
		target.setColor(Color.BLACK);
		for (int s = 0; s < n; s++)
			intervals(plot.series().get(s), (s - (n - 1) / 2.0) * FILLED / n, target);
	}

	private static void intervals(final Bars bars, final double shift,
		final ij.gui.Plot target)
	{
		final double[] x = places(bars, shift);
		for (int i = 0; i < x.length; i++) {
			final Estimate e = bars.values().get(i);
			if (!Double.isNaN(e.low())) target.drawLine(x[i], e.low(), x[i], e
				.high());
		}
	}

	private static double[] places(final Bars bars, final double shift) {
		return IntStream.range(0, bars.values().size()).mapToDouble(i -> i + shift)
			.toArray();
	}

	private static double[] doubles(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
