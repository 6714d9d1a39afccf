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

package org.unetlens.ui.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

import net.imglib2.Interval;

import org.unetlens.infer.PathGradient;
import org.unetlens.ui.picture.ColorMap;
import org.unetlens.ui.picture.Drawing;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.Zoom;

/** Draws the receptive fields of one output pixel. */
final class FieldPictures {

	private static final int LARGE = 620;
	private static final int SMALL = 380;
	private static final Color MARK = Color.WHITE;
	private static final Color BEYOND = new Color(0xE6E6E6);

	private final ReportImage image;
	private final BufferedImage input;

	FieldPictures(final ReportImage image, final BufferedImage input) {
		this.image = image;
		this.input = input;
	}

	/** What each path can reach at most. */
	BufferedImage boxes() {
		final Rectangle frame = image.paths().stream().map(p -> rectangle(p.box()))
			.reduce(Rectangle::union).orElseThrow();
		frame.grow(frame.width / 30, frame.height / 30);
		final Drawing drawing = framed(input, frame, LARGE);
		for (final PathGradient path : image.paths())
			if (path.level() >= 0) drawing.line(moved(rectangle(path.box()), frame),
				LensColors.level(path.level()), 4);
		final double x = image.place().x() + 0.5 - frame.x;
		final double y = image.place().y() + 0.5 - frame.y;
		final double arm = frame.width / 60.0;
		return drawing.line(new Line2D.Double(x - arm, y, x + arm, y), MARK, 2)
			.line(new Line2D.Double(x, y - arm, x, y + arm), MARK, 2).picture();
	}

	/** What decides through one path, with the radii of 50 and 95 %. */
	BufferedImage gradient(final PathGradient path) {
		final BufferedImage all = Planes.picture(roots(Planes.values(path
			.gradient())), (int) path.gradient().dimension(0), 0, 1, ColorMap.DEPTH);
		final Rectangle box = rectangle(path.box());
		// NB: A gradient's interval need not begin at 0.
		final Rectangle part = moved(box, new Rectangle((int) path.gradient().min(
			0), (int) path.gradient().min(1), 0, 0));
		return framed(all, part, SMALL).line(circle(path.radius50(), box), MARK, 2)
			.dashed(circle(path.radius95(), box), MARK, 2).picture();
	}

	/** Square roots of values scaled to a maximum of 1, in place. */
	private static float[] roots(final float[] values) {
		float largest = 0;
		for (final float v : values)
			largest = Math.max(largest, v);
		for (int i = 0; i < values.length; i++)
			values[i] = largest > 0 ? (float) Math.sqrt(values[i] / largest) : 0;
		return values;
	}

	/** A part of a picture; grey where it reaches beyond. */
	private static Drawing framed(final BufferedImage picture,
		final Rectangle frame, final int longest)
	{
		final BufferedImage part = new BufferedImage(frame.width, frame.height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = part.createGraphics();
		g.setColor(BEYOND);
		g.fillRect(0, 0, frame.width, frame.height);
		g.drawImage(picture, -frame.x, -frame.y, null);
		g.dispose();
		return new Drawing(part, Zoom.whole(frame.width, frame.height, longest));
	}

	private Shape circle(final double radius, final Rectangle frame) {
		final double r = Double.isNaN(radius) ? 0 : radius;
		return new Ellipse2D.Double(image.place().x() + 0.5 - r - frame.x, image
			.place().y() + 0.5 - r - frame.y, 2 * r, 2 * r);
	}

	private static Rectangle moved(final Rectangle box, final Rectangle frame) {
		return new Rectangle(box.x - frame.x, box.y - frame.y, box.width,
			box.height);
	}

	private static Rectangle rectangle(final Interval box) {
		return new Rectangle((int) box.min(0), (int) box.min(1), (int) box
			.dimension(0), (int) box.dimension(1));
	}
}
