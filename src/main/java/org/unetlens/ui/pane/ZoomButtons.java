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

package org.unetlens.ui.pane;

import java.awt.FlowLayout;
import java.awt.Insets;

import javax.swing.JButton;
import javax.swing.JPanel;

/** Buttons that zoom about the middle of a pane, and all linked with it. */
public final class ZoomButtons extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final double ZOOM = 1.5;

	private final transient LinkedView view;
	private final PaneCanvas canvas;

	public ZoomButtons(final LinkedView view, final PaneCanvas canvas) {
		super(new FlowLayout(FlowLayout.LEFT, 4, 0));
		this.view = view;
		this.canvas = canvas;
		add(button("\u2212", "Zoom out", () -> zoom(1 / ZOOM)));
		add(button("+", "Zoom in", () -> zoom(ZOOM)));
		add(button("Fit", "The whole image (key 0)", view::fit));
	}

	private void zoom(final double factor) {
		if (canvas.content() != null) view.show(canvas.viewport().zoomed(factor,
			canvas.getWidth() / 2.0, canvas.getHeight() / 2.0, canvas.getWidth(),
			canvas.getHeight()));
	}

	private static JButton button(final String text, final String tip,
		final Runnable action)
	{
		final JButton button = new JButton(text);
		button.setName(tip);
		button.setToolTipText(tip);
		button.getAccessibleContext().setAccessibleName(tip);
		button.setMargin(new Insets(0, 5, 0, 5));
		button.addActionListener(e -> action.run());
		return button;
	}
}
