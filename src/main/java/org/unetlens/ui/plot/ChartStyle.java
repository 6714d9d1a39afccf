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
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The look of all charts: white, a thin grid, the legend below. */
final class ChartStyle {

	static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
	static final Color INK = new Color(0x333333);
	private static final Color GRID = new Color(0xE2E2E2);

	private ChartStyle() {}

	static JFreeChart chart(final XYPlot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlineVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		plot.setDomainGridlineStroke(new BasicStroke(1));
		plot.setRangeGridlineStroke(new BasicStroke(1));
		style(plot.getDomainAxis());
		style(plot.getRangeAxis());
		final JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(6, 4, 4, 12));
		chart.addLegend(legend(plot));
		return chart;
	}

	private static void style(final ValueAxis axis) {
		axis.setLabelFont(TEXT);
		axis.setTickLabelFont(SMALL);
		axis.setLabelPaint(INK);
		axis.setTickLabelPaint(INK);
		axis.setAxisLinePaint(Color.GRAY);
		axis.setTickMarkPaint(Color.GRAY);
	}

	private static LegendTitle legend(final XYPlot plot) {
		final LegendTitle legend = new LegendTitle(plot);
		legend.setPosition(RectangleEdge.BOTTOM);
		legend.setItemFont(TEXT);
		legend.setItemPaint(INK);
		legend.setFrame(BlockBorder.NONE);
		legend.setBackgroundPaint(Color.WHITE);
		return legend;
	}

	static BufferedImage picture(final JFreeChart chart, final int width,
		final int height, final int scale)
	{
		final BufferedImage picture = new BufferedImage(width * scale, height *
			scale, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.scale(scale, scale);
		chart.draw(g, new Rectangle2D.Double(0, 0, width, height));
		g.dispose();
		return picture;
	}
}
