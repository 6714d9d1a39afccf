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
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.unetlens.ui.part.ChartView;
import org.unetlens.ui.part.Texts;
import org.unetlens.ui.plot.Plot;

/** One plot under its title, with a button to take it to ImageJ. */
final class PlotCard extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int WIDTH = 380;
	private static final int LEAST_WIDTH = 300;
	private static final int HEIGHT = 200;

	private final JLabel title = new JLabel(" ");
	private final JButton open = new JButton("Open");
	private transient Plot plot;

	PlotCard(final String name, final Consumer<Plot> export) {
		super(new BorderLayout());
		setName(name);
		setBackground(Color.WHITE);
		setBorder(BorderFactory.createLineBorder(new Color(0xD0D0D0)));
		title.setText(name);
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		title.setForeground(Color.BLACK);
		open.setFont(Texts.small(open.getFont()));
		open.setMargin(new Insets(0, 4, 0, 4));
		open.setToolTipText("Open as a plot window of ImageJ");
		open.getAccessibleContext().setAccessibleName("Open " + name +
			" as ImageJ plot");
		open.setEnabled(false);
		open.addActionListener(e -> export.accept(plot));
		final JPanel head = new JPanel(new BorderLayout(6, 0));
		head.setOpaque(false);
		head.setBorder(BorderFactory.createEmptyBorder(2, 6, 0, 2));
		head.add(title, BorderLayout.CENTER);
		head.add(open, BorderLayout.EAST);
		add(head, BorderLayout.NORTH);
	}

	Plot plot() {
		return plot;
	}

	void show(final Plot shown) {
		plot = shown;
		open.setEnabled(true);
		title.setText(shown.title());
		title.setToolTipText(shown.title());
		fill(new ChartView(shown.title(), shown.chart()));
	}

	/** Shows something in place of a plot. */
	void fill(final JComponent c) {
		final BorderLayout layout = (BorderLayout) getLayout();
		if (layout.getLayoutComponent(BorderLayout.CENTER) != null) remove(layout
			.getLayoutComponent(BorderLayout.CENTER));
		add(c, BorderLayout.CENTER);
		revalidate();
		repaint();
	}

	@Override
	public Dimension getPreferredSize() {
		return new Dimension(WIDTH, HEIGHT);
	}

	@Override
	public Dimension getMinimumSize() {
		return new Dimension(LEAST_WIDTH, HEIGHT);
	}
}
