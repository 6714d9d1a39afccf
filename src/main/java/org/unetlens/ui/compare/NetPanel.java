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
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Score;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.part.Texts;

/** The drawn U with what is chosen about it. */
final class NetPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** For a scroll bar. */
	private static final int ROOM = 18;
	private static final int MARGIN = 4;

	private final transient LensModel model;
	private final JComboBox<Choice<Score>> score;
	private final JComboBox<Choice<SkipFill>> fill;
	private final NetDiagram diagram;
	private final JLabel legend = new JLabel();
	private boolean showing;

	NetPanel(final LensModel model) {
		super(new BorderLayout());
		this.model = model;
		score = combo("score", "Score of the numbers and arrows", scores(model
			.figures()), s -> model.update(state -> state.withScore(s)));
		fill = combo("fill", "What stands in for a silenced skip", List.of(
			new Choice<>(SkipFill.MEAN, "channel mean"), new Choice<>(SkipFill.ZERO,
				"zero")), f -> model.update(state -> state.withFill(f)));
		diagram = new NetDiagram(model);
		final JScrollPane scroll = new JScrollPane(diagram);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.getVerticalScrollBar().setUnitIncrement(16);
		add(choosers(), BorderLayout.NORTH);
		add(scroll, BorderLayout.CENTER);
		add(foot(), BorderLayout.SOUTH);
		model.addListener(this::refresh);
		refresh();
	}

	/** NB: The U is not cut, and the words below it wrap. */
	@Override
	public Dimension getPreferredSize() {
		return new Dimension(diagram.getPreferredSize().width + ROOM,
			super.getPreferredSize().height + MARGIN);
	}

	@Override
	public Dimension getMinimumSize() {
		return new Dimension(diagram.getPreferredSize().width / 2, 100);
	}

	/** The first level of the U. */
	@Override
	public boolean requestFocusInWindow() {
		return diagram.getComponent(0).requestFocusInWindow();
	}

	private static List<Choice<Score>> scores(final Comparison figures) {
		return Stream.of(Score.values()).filter(s -> figures.effects().stream()
			.anyMatch(e -> e.score() == s)).map(s -> new Choice<>(s, s.label()))
			.toList();
	}

	private <T> JComboBox<Choice<T>> combo(final String name, final String tip,
		final List<Choice<T>> choices, final Consumer<T> chosen)
	{
		final JComboBox<Choice<T>> combo = new JComboBox<>();
		choices.forEach(combo::addItem);
		combo.setName(name);
		combo.setToolTipText(tip);
		combo.getAccessibleContext().setAccessibleName(tip);
		combo.addActionListener(e -> {
			if (!showing) chosen.accept(combo.getItemAt(combo.getSelectedIndex())
				.value());
		});
		return combo;
	}

	private JPanel choosers() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 3));
		row.add(label("Score:", 'c', score));
		row.add(score);
		row.add(label("Off means:", 'm', fill));
		row.add(fill);
		return row;
	}

	private static JLabel label(final String text, final char mnemonic,
		final JComboBox<?> of)
	{
		final JLabel label = new JLabel(text);
		label.setDisplayedMnemonic(mnemonic);
		label.setLabelFor(of);
		return label;
	}

	private JPanel foot() {
		final JPanel row = new JPanel(new BorderLayout());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 3));
		buttons.add(button("All on", 'n', true));
		buttons.add(button("All off", 'a', false));
		legend.setText(
			"<html>Arrow width: loss when this skip alone is off. Blue helps, vermillion hurts, grey is unclear.</html>");
		legend.setFont(Texts.small(legend.getFont()));
		legend.setForeground(Texts.dim(legend));
		legend.setBorder(BorderFactory.createEmptyBorder(2, 2, 2, 4));
		row.add(buttons, BorderLayout.WEST);
		row.add(legend, BorderLayout.CENTER);
		return row;
	}

	private JButton button(final String text, final char mnemonic,
		final boolean on)
	{
		final JButton button = new JButton(text);
		button.setName(text);
		button.setMnemonic(mnemonic);
		button.setToolTipText(on ? "All skips as trained: the full model"
			: "Knock-out of all skips: only the bottleneck is left");
		button.addActionListener(e -> model.update(s -> s.withAll(model.image(),
			on)));
		return button;
	}

	private void refresh() {
		showing = true;
		score.setSelectedItem(new Choice<>(model.state().score(), model.state()
			.score().label()));
		fill.setSelectedIndex(model.state().fill() == SkipFill.MEAN ? 0 : 1);
		showing = false;
	}
}
