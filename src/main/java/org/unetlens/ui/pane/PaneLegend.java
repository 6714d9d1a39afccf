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

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;

import org.unetlens.ui.part.Texts;

/** Colours and words in a corner of a pane, away from the cursor. */
public final class PaneLegend {

	/** One line. */
	public record Row(Color color, String text) {
	}

	private static final int PAD = 5;
	private static final int SAMPLE = 14;
	private static final int MARGIN = 4;
	/** Share of a pane that a legend may hide. */
	private static final double SHARE = 0.2;

	private PaneLegend() {}

	/**
	 * Draws it in the corner opposite to the cursor; not at all in a small pane.
	 *
	 * @param x of the cursor on screen
	 * @param y of the cursor on screen
	 * @param width of the pane
	 * @param height of the pane
	 */
	public static void paint(final Graphics2D g, final List<Row> rows,
		final double x, final double y, final int width, final int height)
	{
		g.setFont(Texts.small(g.getFont()));
		final FontMetrics metrics = g.getFontMetrics();
		int w = SAMPLE + 3 * PAD;
		for (final Row row : rows)
			w = Math.max(w, metrics.stringWidth(row.text()) + SAMPLE + 3 * PAD);
		final int h = rows.size() * metrics.getHeight() + PAD;
		if ((double) w * h > SHARE * width * height || w > width) return;
		final int left = x > width / 2.0 ? MARGIN : width - w - MARGIN;
		final int top = y > height / 2.0 ? MARGIN : height - h - MARGIN;
		g.setColor(new Color(0, 0, 0, 165));
		g.fillRoundRect(left, top, w, h, 6, 6);
		int base = top + PAD / 2 + metrics.getAscent();
		for (final Row row : rows) {
			g.setColor(row.color());
			g.fillRect(left + PAD, base - metrics.getAscent() / 2, SAMPLE, 3);
			g.setColor(Color.WHITE);
			g.drawString(row.text(), left + SAMPLE + 2 * PAD, base);
			base += metrics.getHeight();
		}
	}
}
