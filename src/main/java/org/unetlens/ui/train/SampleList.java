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
import java.awt.Component;
import java.awt.Dimension;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

import org.unetlens.data.Sample;

/** The annotated images, and which of them validate; one of them is shown. */
final class SampleList extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient PlanModel model;
	private final DefaultListModel<Sample> rows = new DefaultListModel<>();
	private final JList<Sample> list = new JList<>(rows);
	private final JLabel head = new JLabel(" ");
	private final transient Set<Sample> validating = Collections.newSetFromMap(
		new IdentityHashMap<>());
	private transient List<Sample> shown = List.of();

	SampleList(final PlanModel model) {
		super(new BorderLayout(0, 2));
		this.model = model;
		head.setDisplayedMnemonic('I');
		head.setLabelFor(list);
		head.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
		list.setName("images");
		list.getAccessibleContext().setAccessibleName("Annotated images");
		list.setToolTipText("The image that is shown; arrow keys go on");
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setCellRenderer(new Row());
		list.addListSelectionListener(e -> model.select(list.getSelectedIndex()));
		final JScrollPane scroll = new JScrollPane(list);
		scroll.setPreferredSize(new Dimension(200, 100));
		add(head, BorderLayout.NORTH);
		add(scroll, BorderLayout.CENTER);
		model.addListener(this::refresh);
		refresh();
	}

	private void refresh() {
		if (!shown.equals(model.samples())) fill();
		list.setSelectedIndex(model.selected());
		list.ensureIndexIsVisible(model.selected());
	}

	private void fill() {
		final int selected = model.selected();
		shown = model.samples();
		validating.clear();
		model.shown().ifPresent(at -> validating.addAll(at.split().validation()));
		rows.clear();
		shown.forEach(rows::addElement);
		list.setSelectedIndex(selected);
		head.setText(shown.size() + (shown.size() == 1 ? " annotated image"
			: " annotated images"));
	}

	private final class Row extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getListCellRendererComponent(final JList<?> l,
			final Object value, final int index, final boolean chosen,
			final boolean focused)
		{
			final Sample sample = (Sample) value;
			final String second = sample.width() + " \u00d7 " + sample.height() +
				" px" + (validating.contains(sample) ? ", to validate" : "");
			super.getListCellRendererComponent(l, "<html>" + escaped(sample.name()) +
				"<br><small>" + second + "</small>", index, chosen, focused);
			getAccessibleContext().setAccessibleName(sample.name() + ", " + second);
			setToolTipText(sample.name());
			setBorder(BorderFactory.createEmptyBorder(2, 5, 3, 5));
			return this;
		}
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
