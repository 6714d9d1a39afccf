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

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.util.Locale;

import org.unetlens.ui.part.DrawnComponent;
import org.unetlens.ui.part.Texts;
import org.unetlens.ui.picture.WeightPicture;

/** The scale of the weights: a bar with numbers. */
final class WeightLegend extends DrawnComponent {

	private static final long serialVersionUID = 1L;
	private static final int BAR = 10;
	private static final int MARGIN = 14;
	private static final int TICKS = 4;

	private double largest;

	WeightLegend() {
		super("Scale of the weights");
		setFont(new javax.swing.JLabel().getFont());
		setToolTipText(
			"How much a pixel counts while training; black stripes are left out");
		setPreferredSize(new Dimension(120, BAR + 4 + getFontMetrics(getFont())
			.getHeight()));
	}

	void show(final double largestWeight) {
		largest = largestWeight;
		repaint();
	}

	@Override
	protected void paintComponent(final Graphics g) {
		if (!(largest > 0)) return;
		final int width = Math.min(300, getWidth() - 2 * MARGIN);
		for (int x = 0; x < width; x++) {
			g.setColor(new Color(WeightPicture.color((double) x / (width - 1))));
			g.drawLine(MARGIN + x, 3, MARGIN + x, 2 + BAR);
		}
		g.setColor(getForeground());
		g.setFont(Texts.small(getFont()));
		final FontMetrics metrics = g.getFontMetrics();
		for (int t = 0; t <= TICKS; t++) {
			final String number = number(largest * t * t / (TICKS * TICKS));
			g.drawString(number, MARGIN + t * width / TICKS - metrics.stringWidth(
				number) / 2, 4 + BAR + metrics.getAscent());
		}
	}

	private static String number(final double weight) {
		return weight == 0 ? "0" : String.format(Locale.ROOT, weight < 10 ? "%.2g"
			: "%.0f", weight);
	}
}
