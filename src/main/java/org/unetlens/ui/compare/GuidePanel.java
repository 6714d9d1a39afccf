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
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Guide;
import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.part.WrappedText;

/**
 * Five steps through the questions that everyone asks first; each sets the
 * switches, the level and the cursor.
 */
final class GuidePanel extends JPanel {

	private static final long serialVersionUID = 1L;
	/** Longer lines are hard to read. */
	private static final int LINE = 900;
	/** Seen around what a step is about, px. */
	private static final int MARGIN = 20;

	private final transient LensModel model;
	private final transient LinkedView view;
	private final JLabel number = new JLabel(" ");
	private final JLabel title = new JLabel(
		"Why does a U-Net need skip connections?");
	private final JTextArea text = new WrappedText();
	private final JButton back = new JButton("Back");
	private final JButton next = new JButton("Start");
	private final WalkBar walk;
	private int step = -1;
	private transient Comparison told;

	GuidePanel(final LensModel model, final LinkedView view) {
		super(new BorderLayout());
		this.model = model;
		this.view = view;
		walk = new WalkBar(model, view);
		title.setFont(title.getFont().deriveFont(Font.BOLD, title.getFont()
			.getSize2D() + 2));
		title.setName("guide title");
		text.setName("guide text");
		text.setFont(text.getFont().deriveFont(text.getFont().getSize2D() + 1));
		text.setText(
			"Five steps on this very image show where and what: what the " +
				"skip connections carry, what the bottleneck knows, and what is lost " +
				"without them. Each step sets the switches, the level and the cursor; " +
				"you can touch everything at any time.");
		add(head(), BorderLayout.NORTH);
		add(scroll(), BorderLayout.CENTER);
		add(walk, BorderLayout.SOUTH);
		walk.setVisible(false);
		back.setEnabled(false);
		model.addListener(this::refresh);
	}

	/** NB: The words hold numbers, of another image or fill perhaps. */
	private void refresh() {
		if (step < 0 || model.figures() == told) return;
		final List<Guide.Step> steps = steps();
		show(steps.get(step), steps.size());
	}

	private List<Guide.Step> steps() {
		final Pixel at = model.example();
		told = model.figures();
		return Guide.of(told, at.x(), at.y());
	}

	private JPanel head() {
		back.setMnemonic('B');
		next.setMnemonic('x');
		back.setName("guide back");
		next.setName("guide next");
		back.addActionListener(e -> go(step - 1));
		next.addActionListener(e -> go(step + 1));
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 3));
		row.add(back);
		row.add(next);
		row.add(number);
		row.add(title);
		return row;
	}

	private JScrollPane scroll() {
		final JScrollPane scroll = new JScrollPane(text);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.addComponentListener(new ComponentAdapter() {

			@Override
			public void componentResized(final ComponentEvent e) {
				text.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, Math.max(8,
					scroll.getWidth() - LINE)));
			}
		});
		return scroll;
	}

	private void go(final int to) {
		final Pixel at = model.example();
		final List<Guide.Step> steps = steps();
		step = Math.max(0, Math.min(steps.size() - 1, to));
		show(steps.get(step), steps.size());
		view.fit();
		view.moveCursor(at);
		model.update(s -> GuideView.of(s, steps.get(step), model));
		if (GuideView.picks(steps.get(step), model.state().level())) {
			view.pick(at);
			view.zoomTo(at, model.figures().model().receptiveField() + MARGIN);
		}
		else view.unpick();
		if (model.state().view().walk() >= 0) view.zoomTo(new Pixel(at.x() / 64 *
			64 + 32, at.y() / 64 * 64 + 32), 64 + MARGIN);
	}

	private void show(final Guide.Step shown, final int count) {
		number.setText(step + 1 + " of " + count + ":");
		title.setText(shown.title());
		text.setText(shown.text());
		text.setCaretPosition(0);
		back.setEnabled(step > 0);
		next.setText("Next");
		next.setEnabled(step < count - 1);
		// NB: Halving is about the bottleneck.
		walk.setVisible(step == 1);
	}
}
