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

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import javax.swing.Scrollable;

import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.part.DrawnComponent;
import org.unetlens.ui.part.Texts;

/**
 * Rows of feature maps, one channel beside the other, with the cell under the
 * shared cursor marked.
 */
final class FeatureStrip extends DrawnComponent implements Scrollable {

	private static final long serialVersionUID = 1L;
	private static final int GAP = 4;
	private static final int LEAST = 52;
	private static final int MOST = 160;

	private final transient LinkedView view;
	private transient List<FeatureRow> rows = List.of();

	FeatureStrip(final LinkedView view) {
		super("feature maps");
		this.view = view;
		setOpaque(true);
		setToolTipText("");
		view.addListener(this::repaint);
	}

	void show(final List<FeatureRow> shown) {
		rows = shown;
		revalidate();
		repaint();
	}

	List<FeatureRow> rows() {
		return rows;
	}

	/** Height of a row: all fit if they can. */
	int rowHeight() {
		final int seen = getParent() == null ? 0 : getParent().getHeight();
		return Math.max(LEAST, Math.min(MOST, seen / Math.max(1, rows.size())));
	}

	private int tileHeight() {
		return rowHeight() - GAP;
	}

	private int tileWidth() {
		if (rows.isEmpty()) return LEAST;
		final BufferedImage first = rows.get(0).pictures().get(0);
		return Math.max(8, tileHeight() * first.getWidth() / first.getHeight());
	}

	@Override
	public Dimension getPreferredSize() {
		final int most = rows.stream().mapToInt(r -> r.pictures().size()).max()
			.orElse(0);
		return new Dimension(most * (tileWidth() + GAP) + GAP, rows.size() *
			rowHeight());
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setColor(getBackground());
		g.fillRect(0, 0, getWidth(), getHeight());
		g.setFont(Texts.small(getFont()));
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		for (int r = 0; r < rows.size(); r++)
			for (int i = 0; i < rows.get(r).pictures().size(); i++)
				tile(g, rows.get(r), i, new Rectangle(GAP + i * (tileWidth() + GAP), r *
					rowHeight(), tileWidth(), tileHeight()));
		g.dispose();
	}

	private void tile(final Graphics2D g, final FeatureRow row, final int i,
		final Rectangle at)
	{
		if (!g.hitClip(at.x, at.y, at.width, at.height)) return;
		final BufferedImage picture = row.pictures().get(i);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, picture
			.getWidth() > at.width * g.getTransform().getScaleX()
				? RenderingHints.VALUE_INTERPOLATION_BILINEAR
				: RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g.drawImage(picture, at.x, at.y, at.width, at.height, null);
		view.cursor().ifPresent(p -> cell(g, row, p, at));
		final String name = Integer.toString(row.map().order().get(i));
		final FontMetrics metrics = g.getFontMetrics();
		g.setColor(new Color(0, 0, 0, 170));
		g.fillRect(at.x, at.y, metrics.stringWidth(name) + 6, metrics.getHeight());
		g.setColor(Color.WHITE);
		g.drawString(name, at.x + 3, at.y + metrics.getAscent());
	}

	/** The cell that stands for the pixel under the cursor. */
	private static void cell(final Graphics2D g, final FeatureRow row,
		final Pixel p, final Rectangle at)
	{
		final long jump = row.map().geometry().jump();
		final BufferedImage picture = row.pictures().get(0);
		final double sx = (double) at.width / picture.getWidth();
		final double sy = (double) at.height / picture.getHeight();
		final int x = (int) (p.x() / jump * sx), y = (int) (p.y() / jump * sy);
		final int w = (int) Math.max(4, Math.round(sx)), h = (int) Math.max(4, Math
			.round(sy));
		g.setColor(Color.BLACK);
		g.drawRect(at.x + x - 2, at.y + y - 2, w + 3, h + 3);
		g.setColor(Color.WHITE);
		g.drawRect(at.x + x - 1, at.y + y - 1, w + 1, h + 1);
	}

	@Override
	public String getToolTipText(final MouseEvent e) {
		return at(e.getX(), e.getY()).map(place -> {
			final FeatureRow row = rows.get(place.y);
			return "<html><b>" + row.map().geometry().layer() + "</b>, channel " + row
				.map().order().get(place.x) + ": number " + (place.x + 1) + " of " + row
					.map().order().size() +
				" by contribution (|weight| \u00d7 mean |activation|)<br>scaled to its own range</html>";
		}).orElse(null);
	}

	/** Column and row of the map at a position. */
	private Optional<java.awt.Point> at(final int x, final int y) {
		final int r = y / rowHeight(), i = (x - GAP) / (tileWidth() + GAP);
		if (r < 0 || r >= rows.size() || x < GAP || i >= rows.get(r).pictures()
			.size()) return Optional.empty();
		return Optional.of(new java.awt.Point(i, r));
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return new Dimension(400, LEAST * 2);
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle seen,
		final int orientation, final int direction)
	{
		return 24;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle seen,
		final int orientation, final int direction)
	{
		return seen.width / 2;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return false;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return false;
	}
}
