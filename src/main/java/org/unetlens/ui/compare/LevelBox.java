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
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

import javax.swing.BorderFactory;
import javax.swing.JToggleButton;

import org.unetlens.network.LayerGeometry;
import org.unetlens.ui.part.Texts;
import org.unetlens.ui.picture.LensColors;

/** One block of the drawn U: a button with its size and receptive field. */
final class LevelBox extends JToggleButton {

	private static final long serialVersionUID = 1L;
	private static final int PAD = 6;
	private static final int BAR = 5;

	private final transient LayerGeometry geometry;
	private final String size;
	private final String reach;

	/** @param part e.g. {@code encoder} */
	LevelBox(final LayerGeometry geometry, final String part) {
		this.geometry = geometry;
		size = geometry.height() + " \u00d7 " + geometry.width() + " \u00d7 " +
			geometry.channels();
		reach = "level " + geometry.level() + " \u00b7 sees " + geometry
			.receptiveField() + " px";
		setName(part + " " + geometry.level());
		setBorder(BorderFactory.createEmptyBorder());
		setContentAreaFilled(false);
		setFocusPainted(false);
		setRolloverEnabled(true);
		setOpaque(false);
		getAccessibleContext().setAccessibleName("Level " + geometry.level() +
			", " + part + ", " + size + ", sees " + geometry.receptiveField() +
			" pixels");
		setToolTipText("<html><b>Level " + geometry.level() + ", " + part +
			"</b><br>map of " + geometry.height() + " \u00d7 " + geometry.width() +
			" cells, " + geometry.channels() + " channels<br>one cell every " +
			geometry.jump() + " px, each sees " + geometry.receptiveField() +
			" \u00d7 " + geometry.receptiveField() + " px of the image</html>");
	}

	LayerGeometry geometry() {
		return geometry;
	}

	@Override
	public Dimension getPreferredSize() {
		final FontMetrics bold = getFontMetrics(bold());
		final FontMetrics small = getFontMetrics(Texts.small(getFont()));
		return new Dimension(Math.max(bold.stringWidth(size), small.stringWidth(
			reach)) + 2 * PAD + BAR + 2, bold.getHeight() + small.getHeight() + 2 *
				PAD - 2);
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	private Font bold() {
		return getFont().deriveFont(Font.BOLD);
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final int w = getWidth() - 1, h = getHeight() - 1;
		g.setColor(ground());
		g.fillRoundRect(0, 0, w, h, 8, 8);
		final var clip = g.getClip();
		g.clipRect(0, 0, BAR + 1, h + 1);
		g.setColor(LensColors.level(geometry.level()));
		g.fillRoundRect(0, 0, w, h, 8, 8);
		g.setClip(clip);
		g.setColor(rim());
		g.setStroke(new BasicStroke(isSelected() ? 2 : 1));
		g.drawRoundRect(0, 0, w, h, 8, 8);
		focus(g);
		texts(g);
		g.dispose();
	}

	private Color ground() {
		final Color field = javax.swing.UIManager.getColor("TextField.background");
		final Color base = field == null ? Color.WHITE : field;
		if (isSelected()) return LensColors.between(base, LensColors.FULL, 0.18);
		return getModel().isRollover() ? LensColors.between(base, LensColors.FULL,
			0.07) : base;
	}

	private Color rim() {
		return isSelected() ? LensColors.FULL : LensColors.between(getForeground(),
			getParent().getBackground(), 0.45);
	}

	private void focus(final Graphics2D g) {
		if (!isFocusOwner()) return;
		g.setColor(LensColors.FULL);
		g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
			10, new float[] { 2, 2 }, 0));
		g.drawRoundRect(3, 3, getWidth() - 7, getHeight() - 7, 6, 6);
	}

	private void texts(final Graphics2D g) {
		final FontMetrics bold = getFontMetrics(bold());
		final FontMetrics small = getFontMetrics(Texts.small(getFont()));
		final int center = BAR + (getWidth() - BAR) / 2;
		final int top = (getHeight() - bold.getHeight() - small.getHeight()) / 2;
		g.setColor(getForeground());
		g.setFont(bold());
		g.drawString(size, center - bold.stringWidth(size) / 2, top + bold
			.getAscent());
		g.setFont(Texts.small(getFont()));
		g.setColor(LensColors.between(getForeground(), ground(), 0.3));
		g.drawString(reach, center - small.stringWidth(reach) / 2, top + bold
			.getHeight() + small.getAscent());
	}
}
