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

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.unetlens.compare.Curve;

/**
 * Lines over a number.
 *
 * @param title what it shows
 * @param x horizontal axis
 * @param y vertical axis
 * @param lines the first one is drawn on top
 * @param markers vertical lines that say something
 */
public record LinePlot(String title, Axis x, Axis y, List<Line> lines,
		List<Marker> markers) implements Plot {

	/** One line, named as in the legend. */
	public record Line(Curve curve, Color color, boolean dashed) {
	}

	/** A labelled vertical line. */
	public record Marker(double x, String label) {
	}

	private static final float[] DASH = { 7, 4 };

	public LinePlot {
		lines = List.copyOf(lines);
		markers = List.copyOf(markers);
	}

	@Override
	public String xLabel() {
		return x.label();
	}

	@Override
	public String yLabel() {
		return y.label();
	}

	@Override
	public List<Curve> curves() {
		return lines.stream().map(Line::curve).toList();
	}

	@Override
	public JFreeChart chart() {
		final XYSeriesCollection data = new XYSeriesCollection();
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true,
			false);
		for (int i = 0; i < lines.size(); i++) {
			final Line line = lines.get(i);
			data.addSeries(series(line.curve(), i));
			renderer.setSeriesPaint(i, line.color());
			renderer.setSeriesStroke(i, stroke(line.dashed()));
			// NB: A line through one point is not seen.
			renderer.setSeriesShapesVisible(i, line.curve().x().size() == 1);
		}
		renderer.setLegendItemLabelGenerator((d, i) -> lines.get(i).curve().name());
		final XYPlot plot = new XYPlot(data, x.axis(), y.axis(), renderer);
		for (final Marker m : markers)
			plot.addDomainMarker(marker(m, plot.getDomainAxis().getRange()));
		final JFreeChart chart = ChartStyle.chart(plot);
		widen(plot.getRangeAxis());
		return chart;
	}

	/** NB: The key is the place, for two lines may bear the same name. */
	private XYSeries series(final Curve curve, final int key) {
		final XYSeries series = new XYSeries(key, false);
		for (int i = 0; i < curve.x().size(); i++) {
			final double value = curve.y().get(i);
			final boolean drawn = y.scale() != Axis.Scale.LOG || value > 0;
			series.add(curve.x().get(i).doubleValue(), drawn ? value : Double.NaN);
		}
		return series;
	}

	private void widen(final ValueAxis range) {
		// NB: A log axis without any number above 0 has no range of its own.
		if (y.scale() == Axis.Scale.LOG && !(range.getLowerBound() > 0)) range
			.setRange(0.1, 1);
	}

	private static BasicStroke stroke(final boolean dashed) {
		return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
			dashed ? DASH : null, 0);
	}

	/** NB: Near the right end, words stand to the left of the line. */
	private static ValueMarker marker(final Marker m, final Range range) {
		final boolean left = m.x() > range.getLowerBound() + 0.7 * range
			.getLength();
		final ValueMarker marker = new ValueMarker(m.x(), ChartStyle.INK,
			new BasicStroke(1));
		marker.setLabel(m.label());
		marker.setLabelFont(ChartStyle.SMALL);
		marker.setLabelPaint(ChartStyle.INK);
		marker.setLabelBackgroundColor(Color.WHITE);
		marker.setLabelAnchor(left ? RectangleAnchor.TOP_LEFT
			: RectangleAnchor.TOP_RIGHT);
		marker.setLabelTextAnchor(left ? TextAnchor.TOP_RIGHT
			: TextAnchor.TOP_LEFT);
		marker.setLabelOffset(new RectangleInsets(3, 5, 3, 5));
		return marker;
	}
}
