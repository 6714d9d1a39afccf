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

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;

import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.pane.PaneCanvas;
import org.unetlens.ui.pane.PaneContent;
import org.unetlens.ui.part.Texts;

/** A canvas under a title that names exactly what it shows. */
final class ImagePane extends JPanel {

	private static final long serialVersionUID = 1L;

	private final PaneCanvas canvas;
	private final JLabel title = new JLabel(" ");
	private final JLabel legend = new JLabel(" ");

	/** @param name for accessibility, the same whatever is shown */
	ImagePane(final String name, final LinkedView view) {
		super(new BorderLayout());
		setName(name);
		canvas = new PaneCanvas(name + " canvas", view);
		title.setName(name + " title");
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		title.setMinimumSize(new Dimension(20, 0));
		legend.setFont(Texts.small(legend.getFont()));
		legend.setForeground(Texts.dim(legend));
		legend.setMinimumSize(new Dimension(0, 0));
		final JPanel head = new JPanel(new TitleLayout(8));
		head.setBorder(BorderFactory.createEmptyBorder(2, 3, 2, 3));
		head.add(title);
		head.add(legend);
		add(head, BorderLayout.NORTH);
		add(canvas, BorderLayout.CENTER);
	}

	PaneCanvas canvas() {
		return canvas;
	}

	void setContent(final PaneContent content, final boolean outlines) {
		title.setText(content.title());
		title.setIcon(new Chip(content.chip()));
		title.setToolTipText(content.title());
		legend.setText(content.legend());
		legend.setToolTipText(content.legend());
		canvas.setContent(content, outlines);
	}

	/** The colour that this output has in all plots. */
	private record Chip(Color color) implements Icon {

		@Override
		public void paintIcon(final Component c, final Graphics g, final int x,
			final int y)
		{
			g.setColor(color);
			g.fillRect(x, y, getIconWidth() - 2, getIconHeight());
		}

		@Override
		public int getIconWidth() {
			return 12;
		}

		@Override
		public int getIconHeight() {
			return 10;
		}
	}
}
