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

package org.unetlens.ui.compare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

import org.unetlens.compare.Estimate;
import org.unetlens.ui.picture.LensColors;

/** Draws the arrows of the U. */
final class NetArrows {

	private static final double THINNEST = 2;
	private static final double THICKEST = 14;
	private static final double HEAD = 10;
	private static final float[] DASH = { 4, 3 };

	private final Graphics2D g;
	private final Color line;
	private final Color ground;

	NetArrows(final Graphics2D g, final Color text, final Color ground) {
		this.g = g;
		this.ground = ground;
		line = LensColors.between(text, ground, 0.45);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
	}

	/** Where the image enters and the probabilities leave. */
	void ends(final Component in, final Component out) {
		final var metrics = g.getFontMetrics();
		final int y = in.getY() - 10;
		thin(centerX(in), y, centerX(in), in.getY() - 1);
		thin(centerX(out), out.getY(), centerX(out), y);
		g.setColor(line);
		final int base = y - 1 - metrics.getDescent();
		g.drawString("image", centerX(in) - metrics.stringWidth("image") / 2, base);
		g.drawString("probabilities", centerX(out) - metrics.stringWidth(
			"probabilities") / 2, base);
	}

	/** Pooling. */
	void down(final Component from, final Component to) {
		thin(centerX(from), bottom(from), centerX(to), to.getY() - 1);
	}

	/** Up-convolution. */
	void up(final Component from, final Component to) {
		thin(centerX(from), from.getY(), centerX(to), bottom(to) + 1);
	}

	/** Down to the bottleneck and up again. */
	void bottom(final Component left, final Component middle,
		final Component right)
	{
		final int y = middle.getY() + middle.getHeight() / 2;
		plain(new Line2D.Double(centerX(left), bottom(left), centerX(left), y));
		thin(centerX(left), y, middle.getX() - 1, y);
		plain(new Line2D.Double(middle.getX() + middle.getWidth(), y, centerX(
			right), y));
		thin(centerX(right), y, centerX(right), bottom(right) + 1);
	}

	/**
	 * The arrow of a skip: as thick as what is lost without it, blue if it
	 * clearly helps, vermillion if it clearly hurts, grey otherwise; hollow when
	 * it is off.
	 *
	 * @param scale effect of the thickest arrow
	 */
	void skip(final Component from, final Component to, final int y,
		final Estimate effect, final double scale, final double gain)
	{
		final double share = Double.isNaN(effect.value()) ? 0 : Math.min(1, Math
			.abs(effect.value()) / scale);
		final double thickness = THINNEST + share * (THICKEST - THINNEST);
		final Shape arrow = arrow(from.getX() + from.getWidth() + 2, to.getX() - 2,
			y, thickness);
		final Color color = !effect.isClear() ? LensColors.NONE : effect.value() > 0
			? LensColors.FULL : LensColors.VARIANT;
		g.setColor(LensColors.between(ground, color, gain == 0 ? 0 : 0.2 + 0.8 *
			gain));
		g.fill(arrow);
		g.setStroke(gain == 0 ? new BasicStroke(1, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_ROUND, 10, DASH, 0) : new BasicStroke(1));
		g.setColor(gain == 0 ? line : color);
		g.draw(arrow);
	}

	/** The model has no skip here. */
	void absent(final Component from, final Component to) {
		final int y = from.getY() + from.getHeight() / 2;
		g.setColor(LensColors.NONE);
		g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
			10, new float[] { 2, 5 }, 0));
		g.draw(new Line2D.Double(from.getX() + from.getWidth() + 4.0, y, to.getX() -
			4.0, y));
	}

	private static Shape arrow(final double x0, final double x1, final double y,
		final double thickness)
	{
		final double half = thickness / 2, wing = half + 4;
		final Path2D.Double p = new Path2D.Double();
		p.moveTo(x0, y - half);
		p.lineTo(x1 - HEAD, y - half);
		p.lineTo(x1 - HEAD, y - wing);
		p.lineTo(x1, y);
		p.lineTo(x1 - HEAD, y + wing);
		p.lineTo(x1 - HEAD, y + half);
		p.lineTo(x0, y + half);
		p.closePath();
		return p;
	}

	/** A thin arrow along an axis. */
	private void thin(final double x0, final double y0, final double x1,
		final double y1)
	{
		final double length = Math.hypot(x1 - x0, y1 - y0);
		if (length < 1) return;
		final double dx = (x1 - x0) / length, dy = (y1 - y0) / length;
		plain(new Line2D.Double(x0, y0, x1 - 5 * dx, y1 - 5 * dy));
		final Path2D.Double head = new Path2D.Double();
		head.moveTo(x1, y1);
		head.lineTo(x1 - 7 * dx + 4 * dy, y1 - 7 * dy + 4 * dx);
		head.lineTo(x1 - 7 * dx - 4 * dy, y1 - 7 * dy - 4 * dx);
		head.closePath();
		g.fill(head);
	}

	private void plain(final Shape shape) {
		g.setColor(line);
		g.setStroke(new BasicStroke(1.5f));
		g.draw(shape);
	}

	private static int centerX(final Component c) {
		return c.getX() + c.getWidth() / 2;
	}

	private static int bottom(final Component c) {
		return c.getY() + c.getHeight();
	}
}
