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

import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

import org.unetlens.compare.Score;
import org.unetlens.compare.SkipEffect;
import org.unetlens.ui.part.Texts;

/**
 * The switch, the gain slider and the two numbers of one skip; its arrow is
 * drawn in the free strip in the middle.
 */
final class SkipControl extends JPanel {

	private static final long serialVersionUID = 1L;
	/** Room for the arrow. */
	static final int STRIP = 18;
	private static final int STEPS = 100;

	private final int level;
	private final transient LensModel model;
	private final JCheckBox box;
	private final JSlider slider = new JSlider(0, STEPS, STEPS);
	private final JLabel gain = new JLabel("0.00");
	private final JLabel off = new JLabel();
	private final JLabel only = new JLabel();
	private boolean showing;

	SkipControl(final int level, final LensModel model) {
		super(new BorderLayout());
		this.level = level;
		this.model = model;
		box = new JCheckBox("Skip " + level);
		setOpaque(false);
		add(switches(), BorderLayout.NORTH);
		add(numbers(), BorderLayout.SOUTH);
		name();
		// NB: A skip that is switched on again has its old gain.
		box.addActionListener(e -> change(model.state().switches().get(level)
			.turned(box.isSelected())));
		slider.addChangeListener(e -> change(SkipSwitch.atGain(slider.getValue() /
			(double) STEPS)));
		gain.setPreferredSize(gain.getPreferredSize());
		show(model.state());
	}

	private JPanel switches() {
		final JPanel row = new JPanel(new BorderLayout(2, 0));
		row.setOpaque(false);
		box.setOpaque(false);
		box.setBorder(BorderFactory.createEmptyBorder());
		slider.setOpaque(false);
		slider.setPreferredSize(new Dimension(64, box.getPreferredSize().height +
			2));
		gain.setFont(Texts.small(gain.getFont()));
		row.add(box, BorderLayout.WEST);
		row.add(slider, BorderLayout.CENTER);
		row.add(gain, BorderLayout.EAST);
		return row;
	}

	private JPanel numbers() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.CENTER, 10, 0));
		row.setOpaque(false);
		off.setFont(Texts.small(off.getFont()));
		only.setFont(Texts.small(only.getFont()));
		row.add(off);
		row.add(only);
		return row;
	}

	private void name() {
		box.setName("skip " + level);
		slider.setName("gain " + level);
		off.setName("off " + level);
		only.setName("only " + level);
		box.getAccessibleContext().setAccessibleName("Skip " + level + " on");
		slider.getAccessibleContext().setAccessibleName("Gain of skip " + level);
		box.setToolTipText("Switch skip " + level +
			" off (knock-out: the same weights without it)");
		slider.setToolTipText("How much of skip " + level +
			" reaches its merge: 0 to 1");
		if (level < 10) box.setMnemonic('0' + level);
	}

	private void change(final SkipSwitch changed) {
		if (!showing) model.update(s -> s.withSwitch(level, changed));
	}

	/** Shows the state without changing it. */
	void show(final LensState state) {
		showing = true;
		final SkipSwitch now = state.switches().get(level);
		box.setSelected(now.on());
		slider.setValue((int) Math.round(now.value() * STEPS));
		gain.setText(String.format(java.util.Locale.ROOT, "%.2f", now.value()));
		showing = false;
	}

	void show(final SkipEffect effect, final Score score) {
		off.setText("off " + Texts.score(effect.off().value()));
		only.setText("only " + Texts.score(effect.only().value()));
		off.setToolTipText("Knock-out: loss of " + score.label() +
			" when only this skip is off: " + Texts.interval(effect.off()));
		only.setToolTipText("Knock-out: gain of " + score.label() +
			" when only this skip is on: " + Texts.interval(effect.only()));
	}

	/** Middle of the free strip, in this component. */
	int arrowY() {
		final int top = getComponent(0).getHeight();
		return top + (getComponent(1).getY() - top) / 2;
	}

	@Override
	public Dimension getPreferredSize() {
		final Dimension top = getComponent(0).getPreferredSize();
		final Dimension bottom = getComponent(1).getPreferredSize();
		return new Dimension(Math.max(top.width, bottom.width), top.height + STRIP +
			bottom.height);
	}
}
