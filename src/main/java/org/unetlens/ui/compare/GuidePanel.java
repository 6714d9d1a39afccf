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
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Five steps through the questions that everyone asks first. */
final class GuidePanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** Longer lines are hard to read. */
	private static final int LINE = 860;

	private final transient LensModel model;
	private final transient LinkedView view;
	private final JLabel number = new JLabel();
	private final JLabel title = new JLabel();
	private final JTextArea text = new WrappedText();
	private final JButton back = new JButton("Back");
	private final JButton next = new JButton("Start");
	private int step = -1;

	GuidePanel(final LensModel model, final LinkedView view) {
		super(new BorderLayout());
		this.model = model;
		this.view = view;
		title.setFont(title.getFont().deriveFont(Font.BOLD, title.getFont()
			.getSize2D() + 2));
		title.setName("guide title");
		text.setName("guide text");
		back.setMnemonic('B');
		next.setMnemonic('x');
		back.setName("guide back");
		next.setName("guide next");
		back.addActionListener(e -> go(step - 1));
		next.addActionListener(e -> go(step + 1));
		add(head(), BorderLayout.NORTH);
		text.setFont(text.getFont().deriveFont(text.getFont().getSize2D() + 1));
		final JScrollPane scroll = new JScrollPane(text);
		scroll.addComponentListener(new ComponentAdapter() {

			@Override
			public void componentResized(final ComponentEvent e) {
				text.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, Math.max(8,
					scroll.getWidth() - LINE)));
			}
		});
		scroll.setBorder(BorderFactory.createEmptyBorder());
		add(scroll, BorderLayout.CENTER);
		welcome();
	}

	private JPanel head() {
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 3));
		buttons.add(back);
		buttons.add(next);
		buttons.add(number);
		buttons.add(title);
		return buttons;
	}

	private void welcome() {
		title.setText("Why does a U-Net need skip connections?");
		text.setText(
			"Five steps on this very image show what the skip connections " +
				"carry, what the bottleneck knows, and what is lost without them. Each " +
				"step sets the switches, the level and the cursor for you; you can touch " +
				"everything at any time.");
		number.setText("");
		back.setEnabled(false);
	}

	/** @param s step to show, counted from 0 */
	void go(final int s) {
		step = Math.max(0, Math.min(4, s));
		final GuideStep shown = GuideStep.of(model).get(step);
		number.setText(step + 1 + " of 5:");
		title.setText(shown.title());
		text.setText(shown.text());
		text.setCaretPosition(0);
		back.setEnabled(step > 0);
		next.setText("Next");
		next.setEnabled(step < 4);
		model.update(shown.change());
		if (view.cursor().isEmpty()) view.moveCursor(middle());
		if (shown.pick()) view.cursor().ifPresent(view::pick);
		else view.unpick();
	}

	private Pixel middle() {
		final var pixels = model.image().image().pixels();
		return new Pixel(pixels.dimension(0) / 2, pixels.dimension(1) / 2);
	}
}
