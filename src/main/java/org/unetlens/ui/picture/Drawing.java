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

package org.unetlens.ui.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * A part of a picture, enlarged or reduced, with lines over it that keep their
 * thickness. Not thread-safe.
 */
public final class Drawing {

	private final Zoom zoom;
	private final BufferedImage picture;
	private final Graphics2D g;

	/**
	 * Starts from a picture that has one pixel per image pixel.
	 *
	 * @param base the whole image; not changed
	 */
	public Drawing(final BufferedImage base, final Zoom zoom) {
		this.zoom = zoom;
		picture = new BufferedImage(zoom.width(), zoom.height(),
			BufferedImage.TYPE_INT_RGB);
		g = picture.createGraphics();
		ground(base);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
	}

	private void ground(final BufferedImage base) {
		final Rectangle p = zoom.part();
		BufferedImage part = base.getSubimage(p.x, p.y, p.width, p.height);
		// NB: Bilinear reduction by more than 2 would leave pixels out.
		while (part.getWidth() >= 2 * zoom.width() && part.getHeight() >= 2 * zoom
			.height())
			part = reduced(part, part.getWidth() / 2, part.getHeight() / 2);
		draw(g, part, zoom.width(), zoom.height());
	}

	private static BufferedImage reduced(final BufferedImage from,
		final int width, final int height)
	{
		final BufferedImage half = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = half.createGraphics();
		draw(g, from, width, height);
		g.dispose();
		return half;
	}

	private static void draw(final Graphics2D g, final BufferedImage from,
		final int width, final int height)
	{
		// NB: Enlarged pixels stay squares: nothing is to look smoother than it is.
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, width < from.getWidth()
			? RenderingHints.VALUE_INTERPOLATION_BILINEAR
			: RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g.drawImage(from, 0, 0, width, height, null);
	}

	/**
	 * Draws a line.
	 *
	 * @param shape in image coordinates
	 * @param thickness in picture pixels
	 */
	public Drawing line(final Shape shape, final Color color,
		final double thickness)
	{
		return line(shape, color, new BasicStroke((float) thickness,
			BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
	}

	/** The same, dashed. */
	public Drawing dashed(final Shape shape, final Color color,
		final double thickness)
	{
		return line(shape, color, new BasicStroke((float) thickness,
			BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { 5, 4 },
			0));
	}

	private Drawing line(final Shape shape, final Color color,
		final BasicStroke stroke)
	{
		g.setColor(color);
		g.setStroke(stroke);
		g.draw(transform().createTransformedShape(shape));
		return this;
	}

	private AffineTransform transform() {
		final AffineTransform t = AffineTransform.getScaleInstance(zoom.factor(),
			zoom.factor());
		t.translate(-zoom.part().x, -zoom.part().y);
		return t;
	}

	/**
	 * The outlines of the reference in blue and over it those of an output in
	 * orange: blue is seen where the output is wrong only.
	 *
	 * @param reference in image coordinates
	 * @param prediction in image coordinates
	 * @param thickness in picture pixels
	 */
	public Drawing outlines(final Shape reference, final Shape prediction,
		final double thickness)
	{
		return line(reference, LensColors.REFERENCE, thickness).line(prediction,
			LensColors.PREDICTION, thickness);
	}

	/** What was drawn; nothing more can be drawn. */
	public BufferedImage picture() {
		g.dispose();
		return picture;
	}
}
