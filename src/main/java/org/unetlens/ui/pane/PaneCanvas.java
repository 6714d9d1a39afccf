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

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.ui.part.DrawnComponent;
import org.unetlens.ui.picture.LensColors;

/**
 * One pane's picture, at the zoom that all panes share. Painted from an
 * immutable {@link PaneContent}.
 */
public final class PaneCanvas extends DrawnComponent {

	private static final long serialVersionUID = 1L;

	private final transient LinkedView view;
	private final transient List<PaneLayer> layers = new ArrayList<>();
	private final transient PaneCache cache = new PaneCache();
	private transient PaneContent content;
	private boolean outlines = true;

	public PaneCanvas(final String name, final LinkedView view) {
		super(name);
		this.view = view;
		setOpaque(true);
		setFocusable(true);
		setPreferredSize(new Dimension(260, 220));
		setMinimumSize(new Dimension(60, 60));
		setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
		view.addListener(this::repaint);
		new PaneMouse(this, view).install();
		new PaneKeys(this, view).install();
	}

	/** Drawn over the outlines and the crosshair. */
	public void addLayer(final PaneLayer layer) {
		layers.add(layer);
	}

	public void setContent(final PaneContent shown, final boolean withOutlines) {
		content = shown;
		outlines = withOutlines;
		getAccessibleContext().setAccessibleDescription(shown.title());
		repaint();
	}

	public PaneContent content() {
		return content;
	}

	/** What part of the image is seen now. */
	public Viewport viewport() {
		return view.viewport().orElseGet(() -> Viewport.fit(content.picture()
			.getWidth(), content.picture().getHeight(), getWidth(), getHeight()));
	}

	/** The pixel under a screen position, if there is one. */
	public Optional<Pixel> pixelAt(final double x, final double y) {
		if (content == null) return Optional.empty();
		final var at = viewport().image(x, y, getWidth(), getHeight());
		final long px = (long) Math.floor(at.x), py = (long) Math.floor(at.y);
		final boolean inside = px >= 0 && py >= 0 && px < content.picture()
			.getWidth() && py < content.picture().getHeight();
		return inside ? Optional.of(new Pixel(px, py)) : Optional.empty();
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		if (content == null) ground(g);
		else paint(g);
		if (isFocusOwner()) {
			g.setColor(Color.WHITE);
			g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
		}
		g.dispose();
	}

	private void ground(final Graphics2D g) {
		g.setColor(LensColors.PANE);
		g.fillRect(0, 0, getWidth(), getHeight());
	}

	private void paint(final Graphics2D g) {
		final Viewport seen = viewport();
		cache.paint(g, List.of(content, seen, outlines), getWidth(), getHeight(),
			target -> {
				ground(target);
				final PanePainting painting = new PanePainting(target, seen, getWidth(),
					getHeight());
				painting.picture(content.picture());
				if (outlines) content.outlines().forEach(painting::outline);
			});
		final PanePainting painting = new PanePainting(g, seen, getWidth(),
			getHeight());
		view.cursor().ifPresent(painting::crosshair);
		layers.forEach(layer -> layer.paint(painting));
	}
}
