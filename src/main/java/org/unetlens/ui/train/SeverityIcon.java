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

package org.unetlens.ui.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;

import javax.swing.Icon;

import org.unetlens.data.annotation.Finding.Severity;
import org.unetlens.ui.picture.LensColors;

/**
 * How bad a finding is: told by shape and letter as well as by colour.
 *
 * @param severity shown
 */
record SeverityIcon(Severity severity) implements Icon {

	private static final int SIDE = 16;

	/** In a word, for a person. */
	static String word(final Severity severity) {
		return switch (severity) {
			case ERROR -> "Error";
			case WARNING -> "Warning";
			case NOTE -> "Note";
		};
	}

	static Color color(final Severity severity) {
		return switch (severity) {
			case ERROR -> LensColors.VARIANT;
			case WARNING -> LensColors.PREDICTION;
			case NOTE -> LensColors.FULL;
		};
	}

	@Override
	public void paintIcon(final Component c, final Graphics graphics, final int x,
		final int y)
	{
		final Graphics2D g = (Graphics2D) graphics.create(x, y, SIDE, SIDE);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setColor(color(severity));
		g.fill(shape());
		g.setColor(severity == Severity.WARNING ? Color.BLACK : Color.WHITE);
		g.setStroke(new BasicStroke(2));
		if (severity == Severity.ERROR) {
			g.drawLine(5, 5, 10, 10);
			g.drawLine(10, 5, 5, 10);
		}
		else {
			g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 11));
			final String letter = severity == Severity.WARNING ? "!" : "i";
			g.drawString(letter, (SIDE - g.getFontMetrics().stringWidth(letter)) / 2,
				severity == Severity.WARNING ? 14 : 12);
		}
		g.dispose();
	}

	private Shape shape() {
		return switch (severity) {
			case ERROR -> new Polygon(new int[] { 4, 11, 15, 15, 11, 4, 0, 0 },
				new int[] { 0, 0, 4, 11, 15, 15, 11, 4 }, 8);
			case WARNING -> new Polygon(new int[] { 8, 16, 0 }, new int[] { 1, 15,
				15 }, 3);
			case NOTE -> new Ellipse2D.Double(0, 0, SIDE - 1, SIDE - 1);
		};
	}

	@Override
	public int getIconWidth() {
		return SIDE;
	}

	@Override
	public int getIconHeight() {
		return SIDE;
	}
}
