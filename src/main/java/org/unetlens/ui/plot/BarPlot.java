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
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Estimate;

/**
 * Groups of bars with 95 % intervals.
 *
 * @param title what it shows
 * @param yLabel vertical axis
 * @param groups names, e.g. {@code Skip 0}
 * @param series bars of one colour, one per group
 */
public record BarPlot(String title, String yLabel, List<String> groups,
		List<Bars> series) implements Plot {

	/** Bars of one kind, one per group; NaN where there is none. */
	public record Bars(String name, Color color, List<Estimate> values) {

		public Bars {
			values = List.copyOf(values);
		}
	}

	/** Share of a group's width that its bars take together. */
	private static final double FILLED = 0.75;

	public BarPlot {
		groups = List.copyOf(groups);
		series = List.copyOf(series);
	}

	@Override
	public String xLabel() {
		return "";
	}

	/** One line per series, x = the group's number. */
	@Override
	public List<Curve> curves() {
		final List<Double> x = IntStream.range(0, groups.size()).mapToObj(
			i -> (double) i).toList();
		return series.stream().map(s -> new Curve(s.name(), x, s.values().stream()
			.map(Estimate::value).toList())).toList();
	}

	@Override
	public JFreeChart chart() {
		final SymbolAxis domain = new SymbolAxis(null, groups.toArray(
			new String[0]));
		domain.setGridBandsVisible(false);
		domain.setRange(-0.5, groups.size() - 0.5);
		final NumberAxis range = (NumberAxis) new Axis(yLabel, Axis.Scale.LINEAR,
			Double.NaN, Double.NaN).axis();
		range.setAutoRangeIncludesZero(true);
		final XYPlot plot = new XYPlot(bars(), domain, range, barRenderer());
		plot.setDataset(1, intervals());
		plot.setRenderer(1, intervalRenderer());
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeZeroBaselineVisible(true);
		return ChartStyle.chart(plot);
	}

	private XYIntervalSeriesCollection bars() {
		final XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
		final double half = width() / 2;
		for (int s = 0; s < series.size(); s++) {
			final XYIntervalSeries bars = new XYIntervalSeries(s);
			for (int i = 0; i < groups.size(); i++) {
				final double x = center(i, s), y = series.get(s).values().get(i)
					.value();
				bars.add(x, x - half, x + half, y, Math.min(0, y), Math.max(0, y));
			}
			data.addSeries(bars);
		}
		return data;
	}

	private YIntervalSeriesCollection intervals() {
		final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
		for (int s = 0; s < series.size(); s++) {
			final YIntervalSeries lines = new YIntervalSeries(s);
			for (int i = 0; i < groups.size(); i++) {
				final Estimate e = series.get(s).values().get(i);
				if (Double.isFinite(e.low()) && Double.isFinite(e.high())) lines.add(
					center(i, s), e.value(), e.low(), e.high());
			}
			data.addSeries(lines);
		}
		return data;
	}

	private double width() {
		return FILLED / series.size();
	}

	private double center(final int group, final int place) {
		return group + (place - (series.size() - 1) / 2.0) * width();
	}

	private XYBarRenderer barRenderer() {
		final XYBarRenderer renderer = new XYBarRenderer();
		renderer.setBarPainter(new StandardXYBarPainter());
		renderer.setShadowVisible(false);
		renderer.setUseYInterval(true);
		renderer.setMargin(0.1);
		renderer.setLegendItemLabelGenerator((d, i) -> series.get(i).name());
		for (int s = 0; s < series.size(); s++)
			renderer.setSeriesPaint(s, series.get(s).color());
		return renderer;
	}

	private XYErrorRenderer intervalRenderer() {
		final XYErrorRenderer renderer = new XYErrorRenderer();
		renderer.setDrawXError(false);
		renderer.setDefaultShapesVisible(false);
		renderer.setErrorPaint(Color.BLACK);
		renderer.setErrorStroke(new BasicStroke(1.2f));
		renderer.setDefaultSeriesVisibleInLegend(false);
		return renderer;
	}
}
