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

package org.unetlens.ui.part;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Draws a chart sharply at any scaling of the screen; where there is little
 * room, all of it is drawn smaller rather than cut.
 */
public final class ChartView extends DrawnComponent {

	private static final long serialVersionUID = 1L;
	/** Room that a chart wants, at least. */
	private static final double WIDTH = 430;
	private static final double HEIGHT = 290;

	private transient JFreeChart chart;
	private final transient ChartRenderingInfo info = new ChartRenderingInfo();

	/** @param name for screen readers */
	public ChartView(final String name, final JFreeChart chart) {
		super(name);
		this.chart = chart;
		setToolTipText("");
		setPreferredSize(new Dimension((int) WIDTH, (int) HEIGHT));
	}

	/** Draws another chart from now on. */
	public void setChart(final JFreeChart other) {
		chart = other;
		repaint();
	}

	private double scale() {
		return Math.min(1, Math.min(getWidth() / WIDTH, getHeight() / HEIGHT));
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
		final double scale = scale();
		g.scale(scale, scale);
		chart.draw(g, new Rectangle2D.Double(0, 0, getWidth() / scale, getHeight() /
			scale), info);
		g.dispose();
	}

	/** The numbers at a position. */
	@Override
	public String getToolTipText(final MouseEvent e) {
		final Rectangle2D area = info.getPlotInfo().getDataArea();
		final double x = e.getX() / scale(), y = e.getY() / scale();
		if (!area.contains(x, y)) return null;
		final XYPlot plot = chart.getXYPlot();
		final String value = number(plot.getRangeAxis(), plot.getRangeAxis()
			.java2DToValue(y, area, plot.getRangeAxisEdge()));
		if (plot.getDomainAxis().getLabel() == null) return value;
		return number(plot.getDomainAxis(), plot.getDomainAxis().java2DToValue(x,
			area, plot.getDomainAxisEdge())) + "; " + value;
	}

	private static String number(final ValueAxis axis, final double value) {
		return axis.getLabel() + ": " + Texts.plain(value);
	}
}
