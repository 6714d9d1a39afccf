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

import org.unetlens.train.TrainingPreview;
import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.pane.PaneCanvas;
import org.unetlens.ui.pane.PaneContent;
import org.unetlens.ui.pane.ZoomButtons;
import org.unetlens.ui.part.LatestWork;

/**
 * A part of a validation image: its truth beside what the model makes of it.
 */
final class PreviewPanes extends JPanel {

	private static final long serialVersionUID = 1L;

	/** What is painted in the background. */
	enum Paint {
			PREVIEW
	}

	private final PaneCanvas truth;
	private final PaneCanvas found;
	private final ClassLegend legend = new ClassLegend();
	private final JLabel title = new JLabel(
		"The first preview comes with the first validation");
	private final JLabel now = new JLabel("The model now");
	private final transient LatestWork<Paint> work;
	private transient Optional<TrainingPreview> shown = Optional.empty();

	PreviewPanes(final LatestWork.Monitor monitor) {
		super(new BorderLayout(0, 2));
		work = new LatestWork<>(Paint.class, "preview", monitor);
		final LinkedView view = new LinkedView();
		truth = new PaneCanvas("Truth canvas", view);
		found = new PaneCanvas("Model canvas", view);
		title.setName("preview");
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		final JPanel head = new JPanel(new BorderLayout(8, 0));
		head.add(title, BorderLayout.CENTER);
		head.add(new ZoomButtons(view, truth), BorderLayout.EAST);
		final JPanel grid = new JPanel(new GridLayout(1, 2, 4, 0));
		grid.add(pane(new JLabel("Truth"), truth));
		grid.add(pane(now, found));
		add(head, BorderLayout.NORTH);
		add(grid, BorderLayout.CENTER);
		add(legend, BorderLayout.SOUTH);
		setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 2));
	}

	private static JPanel pane(final Component name, final PaneCanvas canvas) {
		final JPanel pane = new JPanel(new BorderLayout(0, 2));
		pane.add(name, BorderLayout.NORTH);
		pane.add(canvas, BorderLayout.CENTER);
		return pane;
	}

	void show(final Optional<TrainingPreview> preview) {
		if (preview.isEmpty() || shown.isPresent() && shown.get() == preview.get())
			return;
		shown = preview;
		work.request(Paint.PREVIEW, "Painting", p -> PreviewPicture.of(preview
			.get()), this::show);
	}

	private void show(final PreviewPicture picture) {
		final TrainingPreview preview = picture.preview();
		title.setText("Validation image " + preview.name());
		title.setToolTipText("From x " + preview.x() + ", y " + preview.y() +
			" px on; the same part at each validation");
		now.setText("Model after step " + preview.step());
		now.setToolTipText("The most likely class; white outlines: the truth");
		legend.show(picture.legend());
		truth.setContent(new PaneContent("Truth of " + preview.name(), "",
			Color.GRAY, picture.truth(), List.of()), false);
		found.setContent(new PaneContent("Model after step " + preview.step(), "",
			Color.GRAY, picture.found(), List.of(picture.outlines())), true);
	}

	void close() {
		work.close(() -> {});
	}
}
