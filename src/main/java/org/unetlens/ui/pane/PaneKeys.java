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

import java.awt.event.ActionEvent;

import javax.swing.AbstractAction;
import javax.swing.KeyStroke;

/**
 * The keys of a pane: + and - zoom, 0 shows the whole image, arrows move the
 * picture, control and arrows the cursor, enter picks the pixel under it,
 * escape forgets it.
 */
final class PaneKeys {

	private static final double ZOOM = 1.5;
	private static final int STEP = 40;

	private final PaneCanvas canvas;
	private final LinkedView view;

	PaneKeys(final PaneCanvas canvas, final LinkedView view) {
		this.canvas = canvas;
		this.view = view;
	}

	void install() {
		for (final String key : new String[] { "PLUS", "EQUALS", "ADD",
			"shift EQUALS" })
			bind(key, () -> zoom(ZOOM));
		for (final String key : new String[] { "MINUS", "SUBTRACT" })
			bind(key, () -> zoom(1 / ZOOM));
		for (final String key : new String[] { "0", "NUMPAD0" })
			bind(key, view::fit);
		arrow("LEFT", -1, 0);
		arrow("RIGHT", 1, 0);
		arrow("UP", 0, -1);
		arrow("DOWN", 0, 1);
		bind("ESCAPE", view::unpick);
		bind("ENTER", () -> view.cursor().ifPresent(view::pick));
		bind("SPACE", () -> view.cursor().ifPresent(view::pick));
	}

	private void arrow(final String key, final int dx, final int dy) {
		bind(key, () -> view.show(canvas.viewport().panned(-dx * STEP, -dy *
			STEP)));
		bind("ctrl " + key, () -> moveCursor(dx, dy));
	}

	private void zoom(final double factor) {
		final int w = canvas.getWidth(), h = canvas.getHeight();
		view.show(canvas.viewport().zoomed(factor, w / 2.0, h / 2.0, w, h));
	}

	private void moveCursor(final int dx, final int dy) {
		final long w = canvas.content().picture().getWidth();
		final long h = canvas.content().picture().getHeight();
		view.moveCursor(view.cursor().map(p -> p.plus(dx, dy)).orElse(new Pixel(w /
			2, h / 2)).within(w, h));
	}

	private void bind(final String key, final Runnable action) {
		canvas.getInputMap().put(KeyStroke.getKeyStroke(key), key);
		canvas.getActionMap().put(key, new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent e) {
				if (canvas.content() != null) action.run();
			}
		});
	}
}
