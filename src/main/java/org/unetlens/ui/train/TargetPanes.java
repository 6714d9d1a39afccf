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

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridLayout;
import java.util.List;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.unetlens.data.Sample;
import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.pane.PaneCanvas;
import org.unetlens.ui.pane.PaneContent;
import org.unetlens.ui.pane.ZoomButtons;

/** What will be learned of the image shown: classes and weights, linked. */
final class TargetPanes extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient PlanModel model;
	private final transient LinkedView view;
	private final PaneCanvas classes;
	private final PaneCanvas weights;
	private final ClassLegend legend = new ClassLegend();
	private final WeightLegend scale = new WeightLegend();
	private final JLabel title = new JLabel(" ");
	private transient Sample shown;

	TargetPanes(final PlanModel model, final LinkedView view) {
		super(new BorderLayout(0, 2));
		this.model = model;
		this.view = view;
		classes = canvas("Classes");
		weights = canvas("Weights");
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		final JPanel head = new JPanel(new BorderLayout(8, 0));
		head.add(title, BorderLayout.CENTER);
		head.add(new ZoomButtons(view, classes), BorderLayout.EAST);
		add(head, BorderLayout.NORTH);
		add(pair(pane("Classes", classes), pane("Weights in the loss", weights)),
			BorderLayout.CENTER);
		add(pair(legend, scale), BorderLayout.SOUTH);
		setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 2));
		model.addListener(this::refresh);
		refresh();
	}

	private PaneCanvas canvas(final String name) {
		return new PaneCanvas(name + " canvas", view);
	}

	private static JPanel pair(final Component left, final Component right) {
		final JPanel pair = new JPanel(new GridLayout(1, 2, 4, 0));
		pair.add(left);
		pair.add(right);
		return pair;
	}

	private static JPanel pane(final String name, final PaneCanvas canvas) {
		final JPanel pane = new JPanel(new BorderLayout(0, 2));
		pane.add(new JLabel(name), BorderLayout.NORTH);
		pane.add(canvas, BorderLayout.CENTER);
		return pane;
	}

	private void refresh() {
		title.setText(model.samples().isEmpty() ? "No image" : model.samples().get(
			model.selected()).name());
		final Optional<TargetPicture> picture = model.picture();
		if (picture.isPresent()) show(picture.get());
	}

	private void show(final TargetPicture picture) {
		if (shown != null && (shown.width() != picture.sample().width() || shown
			.height() != picture.sample().height())) view.fit();
		shown = picture.sample();
		classes.setContent(new PaneContent("Classes of " + shown.name(), "",
			Color.GRAY, picture.classes(), List.of()), false);
		weights.setContent(new PaneContent("Weights of " + shown.name(), "",
			Color.GRAY, picture.weights(), List.of()), false);
		legend.show(picture.preview().legend());
		scale.show(picture.largestWeight());
	}
}
