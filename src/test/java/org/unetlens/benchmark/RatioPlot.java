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

package org.unetlens.benchmark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.io.IOException;

import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Draws ratios with their ranges, for the page of the benchmarks. Arguments: a
 * PNG file, what the ratio is, then for each row a name, the median, the
 * smallest and the largest.
 */
public final class RatioPlot {

	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

	private RatioPlot() {}

	public static void main(final String[] args) throws IOException {
		final int rows = (args.length - 2) / 4;
		final String[] names = new String[rows];
		final XYIntervalSeries series = new XYIntervalSeries("ratio");
		for (int i = 0; i < rows; i++) {
			final int at = 2 + 4 * i, y = rows - 1 - i;
			names[y] = args[at];
			series.add(Double.parseDouble(args[at + 1]), Double.parseDouble(args[at +
				2]), Double.parseDouble(args[at + 3]), y, y, y);
		}
		final XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
		data.addSeries(series);
		final XYErrorRenderer points = new XYErrorRenderer();
		points.setDrawYError(false);
		points.setSeriesPaint(0, new Color(0, 95, 160));
		points.setErrorStroke(new BasicStroke(2));
		final SymbolAxis vertical = new SymbolAxis(null, names);
		vertical.setTickLabelFont(FONT);
		vertical.setGridBandsVisible(false);
		final NumberAxis horizontal = new NumberAxis(args[1]);
		horizontal.setAutoRangeIncludesZero(false);
		horizontal.setTickUnit(new NumberTickUnit(0.1));
		horizontal.setTickLabelFont(FONT);
		horizontal.setLabelFont(FONT);
		final XYPlot plot = new XYPlot(data, horizontal, vertical, points);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
		plot.addDomainMarker(new ValueMarker(1, Color.DARK_GRAY, new BasicStroke(
			1.5f)));
		final JFreeChart chart = new JFreeChart(null, FONT, plot, false);
		chart.setBackgroundPaint(Color.WHITE);
		ChartUtils.saveChartAsPNG(new File(args[0]), chart, 760, 60 + 30 * rows);
	}
}
