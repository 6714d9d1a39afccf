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
import java.awt.Component;
import java.awt.Graphics;
import java.util.List;
import java.util.Locale;

import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.unetlens.data.annotation.TargetPreview;
import org.unetlens.data.annotation.TargetPreview.Entry;
import org.unetlens.ui.part.Texts;
import org.unetlens.ui.part.WrapLayout;

/** What the colours of classes mean, and how much of the image each takes. */
final class ClassLegend extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int SIDE = 12;

	private transient List<Entry> shown = List.of();

	ClassLegend() {
		super(new WrapLayout(8, 1));
		setName("classes");
		add(new JLabel(" "));
	}

	void show(final List<Entry> legend) {
		if (legend.equals(shown)) return;
		shown = legend;
		removeAll();
		for (final Entry entry : legend)
			add(new JLabel(String.format(Locale.ROOT, "%s %.1f %%", entry.name(),
				100 * entry.share()), new Swatch(entry), JLabel.LEADING));
		Texts.lighten(this);
		revalidate();
		repaint();
	}

	/** The colour of an entry as it is seen in the picture. */
	private record Swatch(Entry entry) implements Icon {

		@Override
		public void paintIcon(final Component c, final Graphics g, final int x,
			final int y)
		{
			g.setColor(entry.tinted() ? new Color(entry.color()) : Color.DARK_GRAY);
			g.fillRect(x, y, SIDE, SIDE);
			g.setColor(Color.DARK_GRAY);
			if (entry.color() == TargetPreview.UNKNOWN && entry.tinted()) for (int i =
				3; i < SIDE; i += 4)
				g.drawLine(x, y + i, x + i, y);
			g.drawRect(x, y, SIDE - 1, SIDE - 1);
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
}
