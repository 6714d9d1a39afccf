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

import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;

import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * The wheel zooms about the cursor, dragging moves the picture, a click picks a
 * pixel, a double click shows the whole image.
 */
final class PaneMouse extends MouseAdapter {

	private static final double WHEEL = 1.2;
	private static final int SLOP = 3;

	private final PaneCanvas canvas;
	private final LinkedView view;
	private final Timer click;
	private Point pressed;
	private Viewport start;
	private boolean dragged;
	private Pixel clicked;

	PaneMouse(final PaneCanvas canvas, final LinkedView view) {
		this.canvas = canvas;
		this.view = view;
		click = new Timer(doubleClickTime(), e -> view.pick(clicked));
		click.setRepeats(false);
	}

	/** NB: Only after this time is a click no half of a double click. */
	private static int doubleClickTime() {
		return Toolkit.getDefaultToolkit().getDesktopProperty(
			"awt.multiClickInterval") instanceof Integer ms ? Math.min(ms, 400) : 300;
	}

	void install() {
		canvas.addMouseListener(this);
		canvas.addMouseMotionListener(this);
		canvas.addMouseWheelListener(this);
	}

	@Override
	public void mouseWheelMoved(final MouseWheelEvent e) {
		if (canvas.content() == null) return;
		view.show(canvas.viewport().zoomed(Math.pow(WHEEL, -e
			.getPreciseWheelRotation()), e.getX(), e.getY(), canvas.getWidth(), canvas
				.getHeight()));
	}

	@Override
	public void mousePressed(final MouseEvent e) {
		canvas.requestFocusInWindow();
		if (!SwingUtilities.isLeftMouseButton(e) || e.isPopupTrigger() || canvas
			.content() == null) return;
		pressed = e.getPoint();
		start = canvas.viewport();
		dragged = false;
	}

	@Override
	public void mouseDragged(final MouseEvent e) {
		if (pressed == null) return;
		if (pressed.distance(e.getPoint()) > SLOP) dragged = true;
		if (dragged) view.show(start.panned(e.getX() - pressed.x, e.getY() -
			pressed.y));
	}

	@Override
	public void mouseReleased(final MouseEvent e) {
		if (pressed != null && !dragged) clicked(e);
		pressed = null;
	}

	private void clicked(final MouseEvent e) {
		click.stop();
		if (e.getClickCount() == 2) view.fit();
		else canvas.pixelAt(e.getX(), e.getY()).ifPresent(pixel -> {
			clicked = pixel;
			click.restart();
		});
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		canvas.pixelAt(e.getX(), e.getY()).ifPresent(view::moveCursor);
	}
}
