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
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Insets;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.HierarchyEvent;
import java.util.List;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.unetlens.network.SkipGains;
import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.part.Texts;

/**
 * The feature strip of the selected level; computed while it can be seen.
 */
final class FeaturesPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** What the strip was made of. */
	private record Key(ComparedImage image, int level, SkipGains gains) {
	}

	private final transient LensModel model;
	private final transient Consumer<FeatureRow> export;
	private final FeatureStrip strip;
	private final JPanel heads = new JPanel();
	private final JLabel title = new JLabel(" ");
	private transient Key wanted;

	/** @param export takes a map out of the window */
	FeaturesPanel(final LensModel model, final LinkedView view,
		final Consumer<FeatureRow> export)
	{
		super(new BorderLayout());
		this.model = model;
		this.export = export;
		strip = new FeatureStrip(view);
		heads.setLayout(new BoxLayout(heads, BoxLayout.Y_AXIS));
		title.setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
		title.setName("features title");
		final JScrollPane scroll = new JScrollPane(strip);
		scroll.setRowHeaderView(heads);
		scroll.getViewport().addComponentListener(new ComponentAdapter() {

			@Override
			public void componentResized(final ComponentEvent e) {
				heads();
				strip.revalidate();
			}
		});
		add(title, BorderLayout.NORTH);
		add(scroll, BorderLayout.CENTER);
		addHierarchyListener(e -> {
			if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) refresh();
		});
		model.addListener(this::refresh);
	}

	List<FeatureRow> rows() {
		return strip.rows();
	}

	private void refresh() {
		final Key key = new Key(model.image(), model.state().level(), model.state()
			.gains());
		if (!isShowing() || key.equals(wanted) || model.panes().isEmpty()) return;
		wanted = key;
		model.work().<List<FeatureRow>> request(LensWork.FEATURES,
			"Computing feature maps", progress -> FeatureRow.at(key.image(), key
				.level(), key.gains()), rows -> show(key, rows), () -> wanted = null);
	}

	private void show(final Key key, final List<FeatureRow> rows) {
		final String level = key.level() == key.image().depth() ? "the bottleneck"
			: "level " + key.level();
		title.setText("Feature maps at " + level + ", skips " + key.gains() +
			"; channels by contribution, each scaled to its own range; the mark is the cell under the cursor");
		strip.show(rows);
		heads();
	}

	private void heads() {
		heads.removeAll();
		for (final FeatureRow row : strip.rows())
			heads.add(head(row));
		heads.revalidate();
		heads.repaint();
	}

	private JPanel head(final FeatureRow row) {
		final JLabel name = new JLabel(row.title());
		name.setFont(name.getFont().deriveFont(Font.BOLD));
		final JLabel size = new JLabel(row.size());
		size.setFont(Texts.small(size.getFont()));
		final JButton open = new JButton("Open");
		open.setFont(Texts.small(open.getFont()));
		open.setMargin(new Insets(0, 4, 0, 4));
		open.setName("open " + row.map().geometry().layer());
		open.setToolTipText("All " + row.map().geometry().channels() +
			" channels as an ImageJ image with its pixel size");
		open.addActionListener(e -> export.accept(row));
		final JPanel lines = new JPanel(new GridLayout(0, 1));
		lines.add(name);
		final JPanel second = new JPanel(new BorderLayout(8, 0));
		second.add(size, BorderLayout.WEST);
		second.add(open, BorderLayout.EAST);
		lines.add(second);
		final JPanel head = new JPanel(new BorderLayout());
		head.setBorder(BorderFactory.createEmptyBorder(0, 6, 2, 6));
		head.add(lines, BorderLayout.NORTH);
		final Dimension d = new Dimension(head.getPreferredSize().width, strip
			.rowHeight());
		head.setPreferredSize(d);
		head.setMinimumSize(d);
		head.setMaximumSize(new Dimension(Integer.MAX_VALUE, d.height));
		return head;
	}
}
