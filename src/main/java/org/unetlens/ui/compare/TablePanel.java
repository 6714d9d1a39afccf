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
import java.awt.Color;
import java.awt.Component;
import java.awt.FontMetrics;

import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;

import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;

/** A table as on screen: rounded numbers, to the right. */
final class TablePanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int PAD = 14;
	private static final int WIDEST = 320;

	private final JTable view = new JTable();
	private transient Table shown;

	/** @param name for accessibility */
	TablePanel(final String name) {
		super(new BorderLayout());
		view.setName(name);
		view.getAccessibleContext().setAccessibleName(name);
		view.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
		view.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		view.setDefaultRenderer(Cell.class, new Renderer());
		view.setFillsViewportHeight(true);
		view.setShowVerticalLines(false);
		view.setRowHeight(view.getFontMetrics(view.getFont()).getHeight() + 4);
		view.setGridColor(new Color(0xE4E4E4));
		final JScrollPane scroll = new JScrollPane(view);
		scroll.getViewport().setBackground(view.getBackground());
		add(scroll, BorderLayout.CENTER);
	}

	JTable view() {
		return view;
	}

	Table shown() {
		return shown;
	}

	void show(final Table table) {
		if (table.equals(shown)) return;
		shown = table;
		view.setModel(new Model(table));
		for (int c = 0; c < table.columns().size(); c++)
			size(view.getColumnModel().getColumn(c), table, c);
	}

	private void size(final TableColumn column, final Table table, final int c) {
		final FontMetrics metrics = view.getFontMetrics(view.getFont());
		int width = view.getFontMetrics(view.getTableHeader().getFont())
			.stringWidth(table.columns().get(c));
		for (final var row : table.rows())
			width = Math.max(width, metrics.stringWidth(row.get(c).rounded()));
		column.setPreferredWidth(Math.min(WIDEST, width + PAD));
	}

	private static final class Model extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		private final transient Table table;

		Model(final Table table) {
			this.table = table;
		}

		@Override
		public int getRowCount() {
			return table.rows().size();
		}

		@Override
		public int getColumnCount() {
			return table.columns().size();
		}

		@Override
		public String getColumnName(final int c) {
			return table.columns().get(c);
		}

		@Override
		public Class<?> getColumnClass(final int c) {
			return Cell.class;
		}

		@Override
		public Object getValueAt(final int row, final int c) {
			return table.rows().get(row).get(c);
		}
	}

	private static final class Renderer extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getTableCellRendererComponent(final JTable t,
			final Object value, final boolean selected, final boolean focused,
			final int row, final int column)
		{
			final Cell cell = (Cell) value;
			super.getTableCellRendererComponent(t, cell.rounded(), selected, focused,
				row, column);
			setHorizontalAlignment(cell.number().isPresent() ? SwingConstants.RIGHT
				: SwingConstants.LEFT);
			setToolTipText(cell.text());
			return this;
		}
	}
}
