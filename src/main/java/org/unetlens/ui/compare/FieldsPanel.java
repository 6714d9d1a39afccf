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
import java.util.ArrayList;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.infer.PathGradient;
import org.unetlens.tensor.PixelSize;
import org.unetlens.ui.part.WrappedText;

/**
 * What the picked pixel sees through each path: box by arithmetic, radii by
 * gradient. The selected row is the path whose gradient the input shows.
 */
final class FieldsPanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final String HINT =
		"Click a pixel in any pane to compute what it sees through each path; " +
			"select a row to show that path on the input. Escape forgets the pixel.";

	private final transient LensModel model;
	private final JTextArea words = new WrappedText();
	private final TablePanel table = new TablePanel("receptive fields");
	private transient PickedFields shown;
	private boolean showing;

	FieldsPanel(final LensModel model) {
		super(new BorderLayout());
		this.model = model;
		words.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		words.setText(HINT);
		add(words, BorderLayout.NORTH);
		add(table, BorderLayout.CENTER);
		table.view().getSelectionModel().addListSelectionListener(e -> {
			final int row = table.view().getSelectedRow();
			if (!showing && row >= 0 && !e.getValueIsAdjusting() && shown != null)
				model.update(s -> s.withView(s.view().withPath(shown.paths().get(row)
					.level())));
		});
		model.addListener(this::refresh);
	}

	TablePanel table() {
		return table;
	}

	private void refresh() {
		final PickedFields now = model.fields().orElse(null);
		showing = true;
		if (now != shown) show(now);
		select();
		showing = false;
	}

	private void show(final PickedFields fields) {
		shown = fields;
		table.setVisible(fields != null);
		words.setText(fields == null ? HINT : "Output pixel x " + fields.at().x() +
			", y " + fields.at().y() +
			": the box is what could matter (by arithmetic), the radii hold 50 % and 95 % of " +
			"what does matter (energy of the gradient of its logit). Select a row to show that path.");
		if (fields != null) table.show(table(fields));
		revalidate();
	}

	private Table table(final PickedFields fields) {
		final PixelSize size = model.image().image().pixelSize();
		final List<String> columns = new ArrayList<>(List.of("path",
			"box width (px)", "box height (px)", "50 % radius (px)",
			"95 % radius (px)"));
		if (size.isCalibrated()) columns.addAll(List.of("50 % radius (" + size
			.unit() + ")", "95 % radius (" + size.unit() + ")"));
		return new Table("receptive-fields", columns, fields.paths().stream().map(
			p -> row(p, size)).toList());
	}

	private List<Cell> row(final PathGradient p, final PixelSize size) {
		final List<Cell> row = new ArrayList<>(List.of(Cell.of(PathBox.name(p
			.level(), model.image().depth())), Cell.of(p.box().dimension(0)), Cell.of(
				p.box().dimension(1)), Cell.of(p.radius50()), Cell.of(p.radius95())));
		final double side = Math.sqrt(size.x() * size.y());
		if (size.isCalibrated()) row.addAll(List.of(Cell.of(p.radius50() * side),
			Cell.of(p.radius95() * side)));
		return row;
	}

	private void select() {
		if (shown == null) return;
		for (int i = 0; i < shown.paths().size(); i++)
			if (shown.paths().get(i).level() == model.state().view().path()) table
				.view().setRowSelectionInterval(i, i);
	}
}
