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
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JPanel;

import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.pane.PaneCanvas;
import org.unetlens.ui.pane.Viewport;
import org.unetlens.ui.pane.ZoomButtons;

/** The four linked panes under their controls. */
final class PanesPanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final List<String> NAMES = List.of("Input", "Full", "Variant",
		"Difference");

	private final transient LensModel model;
	private final List<ImagePane> panes;

	PanesPanel(final LensModel model, final LinkedView view) {
		super(new BorderLayout(0, 2));
		this.model = model;
		panes = NAMES.stream().map(name -> new ImagePane(name, view)).toList();
		final JPanel grid = new JPanel(new PaneGrid(this::aspect));
		panes.forEach(grid::add);
		setBorder(BorderFactory.createEmptyBorder(0, 2, 0, 2));
		final JPanel pictures = new JPanel(new BorderLayout());
		pictures.add(grid, BorderLayout.CENTER);
		if (model.source().size() > 1) pictures.add(new SliceControls(model),
			BorderLayout.NORTH);
		add(new PaneControls(model, new ZoomButtons(view, canvas(0))),
			BorderLayout.NORTH);
		add(pictures, BorderLayout.CENTER);
		canvas(PaneSet.INPUT).addLayer(new PathLayer(model, view));
		view.addPickListener(at -> at.ifPresentOrElse(model::pick, model::unpick));
		view.addZoomListener(focus -> view.show(around(focus)));
		model.addListener(this::refresh);
		refresh();
	}

	PaneCanvas canvas(final int pane) {
		return panes.get(pane).canvas();
	}

	/** NB: Never smaller than the whole image. */
	private Viewport around(final LinkedView.Focus focus) {
		final PaneCanvas c = canvas(0);
		final double wanted = Math.min(c.getWidth(), c.getHeight()) / focus.side();
		final var pixels = model.image().image().pixels();
		final Viewport all = Viewport.fit(pixels.dimension(0), pixels.dimension(1),
			c.getWidth(), c.getHeight());
		return wanted <= all.scale() ? all : new Viewport(focus.center().x(), focus
			.center().y(), wanted);
	}

	private double aspect() {
		return (double) model.image().image().pixels().dimension(0) / model.image()
			.image().pixels().dimension(1);
	}

	private void refresh() {
		final boolean outlines = model.state().view().outlines();
		model.panes().ifPresent(set -> {
			for (int i = 0; i < panes.size(); i++)
				panes.get(i).setContent(set.content(i), outlines || i == PaneSet.INPUT);
		});
		canvas(PaneSet.INPUT).repaint();
	}
}
