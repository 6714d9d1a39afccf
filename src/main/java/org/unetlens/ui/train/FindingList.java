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

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JPanel;
import javax.swing.Scrollable;

import org.unetlens.data.annotation.Finding;
import org.unetlens.ui.part.Texts;

/** Findings one below the other, each as high as its text needs. */
final class FindingList extends JPanel implements Scrollable {

	private static final long serialVersionUID = 1L;
	private static final int LINE = 16;

	private final transient PlanModel model;
	private transient List<Finding> shown = List.of();

	FindingList(final PlanModel model) {
		this.model = model;
		setLayout(new Rows());
		model.addListener(this::refresh);
	}

	/** NB: While images are looked at, what was found before stays, disabled. */
	private void refresh() {
		if (model.isLooking()) {
			rows().forEach(row -> setEnabled(row, false));
			return;
		}
		final List<Finding> findings = model.findings();
		if (findings.equals(shown)) {
			rows().forEach(row -> setEnabled(row, true));
			return;
		}
		shown = findings;
		removeAll();
		for (final Finding f : findings)
			add(new FindingRow(f, f.fix().filter(model::takes), model::apply));
		Texts.lighten(this);
		revalidate();
		repaint();
	}

	private static void setEnabled(final Container parent, final boolean on) {
		for (final Component c : parent.getComponents())
			c.setEnabled(on);
	}

	private Stream<FindingRow> rows() {
		return Stream.of(getComponents()).map(FindingRow.class::cast);
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return new Dimension(600, 8 * LINE);
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible,
		final int orientation, final int direction)
	{
		return LINE;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visible,
		final int orientation, final int direction)
	{
		return visible.height - LINE;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return false;
	}

	/** NB: Heights depend on the width, which the viewport decides. */
	private final class Rows implements LayoutManager {

		private int head() {
			return rows().mapToInt(FindingRow::headWidth).max().orElse(0);
		}

		@Override
		public void layoutContainer(final Container list) {
			final int head = head();
			int y = 0;
			for (final FindingRow row : rows().toList()) {
				final int height = row.heightFor(list.getWidth(), head);
				row.setBounds(0, y, list.getWidth(), height);
				row.place(head);
				y += height;
			}
		}

		@Override
		public Dimension preferredLayoutSize(final Container list) {
			final int width = list.getParent() == null ? 600 : list.getParent()
				.getWidth();
			final int head = head();
			return new Dimension(width, rows().mapToInt(row -> row.heightFor(width,
				head)).sum());
		}

		@Override
		public Dimension minimumLayoutSize(final Container list) {
			return new Dimension(0, 0);
		}

		@Override
		public void addLayoutComponent(final String name, final Component c) {}

		@Override
		public void removeLayoutComponent(final Component c) {}
	}
}
