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

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Estimate;
import org.unetlens.ui.picture.LensColors;

/**
 * Points with 95 % intervals over a count that doubles from tick to tick, and a
 * line through them.
 *
 * @param title what it shows
 * @param xLabel horizontal axis
 * @param yLabel vertical axis
 * @param points named as in the legend
 * @param x count of each point, 1 or more
 * @param values as many
 * @param line may be empty
 */
public record IntervalPlot(String title, String xLabel, String yLabel,
		String points, List<Double> x, List<Estimate> values, Curve line)
		implements
			Plot {

	/** Copies the lists. */
	public IntervalPlot {
		x = List.copyOf(x);
		values = List.copyOf(values);
	}

	@Override
	public List<Curve> curves() {
		return List.of(new Curve(points, x, values.stream().map(Estimate::value)
			.toList()), line);
	}

	@Override
	public JFreeChart chart() {
		final LogAxis domain = new LogAxis(xLabel);
		domain.setBase(2);
		domain.setTickUnit(new NumberTickUnit(1));
		domain.setMinorTickMarksVisible(false);
		domain.setNumberFormatOverride(new DecimalFormat("0", DecimalFormatSymbols
			.getInstance(Locale.ROOT)));
		final XYPlot plot = new XYPlot(data(), domain, new Axis(yLabel,
			Axis.Scale.LINEAR, Double.NaN, Double.NaN).axis(), pointRenderer());
		if (!line.x().isEmpty()) {
			final XYSeries series = new XYSeries(line.name(), false);
			for (int i = 0; i < line.x().size(); i++)
				series.add(line.x().get(i), line.y().get(i));
			plot.setDataset(1, new XYSeriesCollection(series));
			plot.setRenderer(1, lineRenderer());
		}
		final JFreeChart chart = ChartStyle.chart(plot);
		domain.setRange(lowest() / 1.2, highest() * 1.2);
		return chart;
	}

	private double lowest() {
		return x.stream().mapToDouble(v -> v).min().orElse(1);
	}

	private double highest() {
		return java.util.stream.Stream.concat(x.stream(), line.x().stream())
			.mapToDouble(v -> v).max().orElse(2);
	}

	private XYIntervalSeriesCollection data() {
		final XYIntervalSeries series = new XYIntervalSeries(points);
		for (int i = 0; i < x.size(); i++) {
			final Estimate e = values.get(i);
			final boolean known = Double.isFinite(e.low()) && Double.isFinite(e
				.high());
			series.add(x.get(i), x.get(i), x.get(i), e.value(), known ? e.low() : e
				.value(), known ? e.high() : e.value());
		}
		final XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
		data.addSeries(series);
		return data;
	}

	private static XYErrorRenderer pointRenderer() {
		final XYErrorRenderer renderer = new XYErrorRenderer();
		renderer.setDrawXError(false);
		renderer.setSeriesPaint(0, LensColors.FULL);
		renderer.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
		renderer.setErrorStroke(new BasicStroke(1.2f));
		return renderer;
	}

	private static XYLineAndShapeRenderer lineRenderer() {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true,
			false);
		renderer.setSeriesPaint(0, LensColors.VARIANT);
		renderer.setSeriesStroke(0, new BasicStroke(2));
		return renderer;
	}
}
