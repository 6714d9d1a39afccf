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

import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

/** Which image of several is shown, and whose figures. */
final class SliceControls extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient LensModel model;
	private final JSlider slider;
	private final JLabel name = new JLabel();
	private final JCheckBox all = new JCheckBox("Summary of all images");
	private boolean showing;

	SliceControls(final LensModel model) {
		super(new BorderLayout(6, 0));
		this.model = model;
		setBorder(BorderFactory.createEmptyBorder(0, 4, 3, 4));
		slider = new JSlider(0, model.source().size() - 1, model.state().slice());
		slider.setName("slice");
		slider.getAccessibleContext().setAccessibleName("Image");
		// NB: Each image takes seconds, so only where the slider comes to rest.
		slider.addChangeListener(e -> {
			name.setText(model.source().name(slider.getValue()));
			if (!showing && !slider.getValueIsAdjusting()) model.update(s -> s
				.withSlice(slider.getValue()));
		});
		all.setName("summary");
		all.setMnemonic('y');
		all.setToolTipText("Numbers, plots and tables summed over all " + model
			.source().size() + " images; compares those that were not yet");
		all.addActionListener(e -> model.update(s -> s.withSummary(all
			.isSelected())));
		add(name, BorderLayout.WEST);
		add(slider, BorderLayout.CENTER);
		add(all, BorderLayout.EAST);
		model.addListener(this::refresh);
		refresh();
	}

	private void refresh() {
		showing = true;
		slider.setValue(model.state().slice());
		name.setText(model.source().name(model.state().slice()));
		all.setSelected(model.state().summary());
		showing = false;
	}
}
