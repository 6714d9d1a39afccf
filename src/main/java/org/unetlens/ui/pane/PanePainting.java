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

package org.unetlens.ui.pane;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.unetlens.ui.picture.LensColors;

/**
 * Draws in image coordinates on a pane; lines keep their width at any zoom.
 */
public final class PanePainting {

	private static final Color HALO = new Color(0, 0, 0, 150);

	/** Share of its thickness that an outline keeps at least. */
	private static final double THINNEST = 0.45;

	private final Graphics2D g;
	private final AffineTransform toScreen;
	private final int width;
	private final int height;

	public PanePainting(final Graphics2D g, final Viewport viewport,
		final int width, final int height)
	{
		this.g = g;
		this.width = width;
		this.height = height;
		toScreen = viewport.transform(width, height);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
	}

	/** Pixels stay squares when enlarged, and are averaged when reduced. */
	public void picture(final BufferedImage picture) {
		final boolean reduced = toScreen.getScaleX() * g.getTransform()
			.getScaleX() < 1;
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, reduced
			? RenderingHints.VALUE_INTERPOLATION_BILINEAR
			: RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g.drawImage(picture, toScreen, null);
	}

	/** A line with a dark rim, seen on any ground. */
	public void line(final Shape shape, final Color color,
		final float thickness)
	{
		final Shape onScreen = toScreen.createTransformedShape(shape);
		g.setStroke(new BasicStroke(thickness + 1.5f, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_ROUND));
		g.setColor(HALO);
		g.draw(onScreen);
		plain(onScreen, color, thickness);
	}

	/** A picture laid over the pane's own, its corner at an image position. */
	public void picture(final BufferedImage picture, final double x,
		final double y)
	{
		final AffineTransform place = new AffineTransform(toScreen);
		place.translate(x, y);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g.drawImage(picture, place, null);
	}

	/** Screen units per image pixel. */
	public double scale() {
		return toScreen.getScaleX();
	}

	/** An area, seen through. */
	public void fill(final Shape shape, final Color color) {
		g.setColor(LensColors.faded(color, 90));
		g.fill(toScreen.createTransformedShape(shape));
	}

	/** A line without a rim. */
	public void plainLine(final Shape shape, final Color color,
		final float thickness)
	{
		plain(toScreen.createTransformedShape(shape), color, thickness);
	}

	/** What the colours mean, away from the cursor. */
	public void legend(final List<PaneLegend.Row> rows, final Pixel cursor) {
		final Point2D at = screen(cursor.x(), cursor.y());
		PaneLegend.paint(g, rows, at.getX(), at.getY(), width, height);
	}

	/** Thinner where pixels are reduced, so that small objects are still seen. */
	public void outline(final Tracing tracing) {
		final double share = Math.max(THINNEST, Math.min(1, scale()));
		plain(toScreen.createTransformedShape(tracing.shape()), tracing.color(),
			(float) (tracing.thickness() * share));
	}

	private void plain(final Shape onScreen, final Color color,
		final float thickness)
	{
		g.setStroke(new BasicStroke(thickness, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_ROUND));
		g.setColor(color);
		g.draw(onScreen);
	}

	public void dashed(final Shape shape, final Color color) {
		final Shape onScreen = toScreen.createTransformedShape(shape);
		g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
			10, new float[] { 4, 3 }, 0));
		g.setColor(color);
		g.draw(onScreen);
	}

	/** Lines across the pane that leave the pixel itself free. */
	public void crosshair(final Pixel pixel) {
		final Rectangle2D at = toScreen.createTransformedShape(
			new Rectangle2D.Double(pixel.x(), pixel.y(), 1, 1)).getBounds2D();
		final double gap = Math.max(4, at.getWidth() / 2 + 2);
		final double x = at.getCenterX(), y = at.getCenterY();
		cross(x, y, gap, HALO, 2.2f);
		cross(x, y, gap, Color.WHITE, 1);
		if (at.getWidth() < 5) return;
		plain(at, HALO, 2.2f);
		plain(at, Color.WHITE, 1);
	}

	private void cross(final double x, final double y, final double gap,
		final Color color, final float thickness)
	{
		plain(new Line2D.Double(0, y, x - gap, y), color, thickness);
		plain(new Line2D.Double(x + gap, y, width, y), color, thickness);
		plain(new Line2D.Double(x, 0, x, y - gap), color, thickness);
		plain(new Line2D.Double(x, y + gap, x, height), color, thickness);
	}

	private Point2D screen(final double x, final double y) {
		return toScreen.transform(new Point2D.Double(x, y), null);
	}
}
