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

import java.awt.FlowLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

import org.unetlens.compare.WalkStep;
import org.unetlens.ui.pane.LinkedView;

/**
 * Halves 64 x 64 pixels of the image down to 2 x 2 values: each button shows on
 * the input what one value stands for then.
 */
final class WalkBar extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient LensModel model;
	private final transient LinkedView view;
	private final List<JToggleButton> buttons = new ArrayList<>();
	private final JLabel words = new JLabel(" ");

	WalkBar(final LensModel model, final LinkedView view) {
		super(new FlowLayout(FlowLayout.LEFT, 4, 3));
		this.model = model;
		this.view = view;
		for (final WalkStep step : WalkStep.of(0, 0))
			add(button(step));
		words.setName("walk words");
		add(words);
		model.addListener(this::refresh);
		view.addListener(this::refresh);
		refresh();
	}

	private JToggleButton button(final WalkStep step) {
		final String size = step.perSide() + " \u00d7 " + step.perSide();
		final JToggleButton button = new JToggleButton(size);
		button.setName("walk " + step.perSide());
		button.setMargin(new Insets(1, 6, 1, 6));
		button.setToolTipText("64 \u00d7 64 pixels, halved " + step.level() +
			" times");
		button.addActionListener(e -> model.update(s -> s.withView(s.view()
			.withWalk(button.isSelected() ? step.level() : PaneOptions.NO_WALK))));
		buttons.add(button);
		return button;
	}

	private void refresh() {
		final int walk = model.state().view().walk();
		for (int k = 0; k < buttons.size(); k++)
			buttons.get(k).setSelected(k == walk);
		words.setText(walk < 0 ? "64 \u00d7 64 pixels of this image, halved" : view
			.cursor().map(p -> WalkStep.of(p.x(), p.y()).get(walk).text()).orElse(
				" "));
	}
}
