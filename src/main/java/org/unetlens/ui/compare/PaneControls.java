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
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javax.swing.AbstractButton;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

import org.unetlens.compare.Variant;
import org.unetlens.ui.pane.ZoomButtons;
import org.unetlens.ui.part.WrapLayout;

/** What the variant pane shows, and how all panes draw. */
final class PaneControls extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient LensModel model;
	private final JComboBox<Choice<Optional<VariantChoice>>> variant =
		new JComboBox<>();
	private final JRadioButton probability = new JRadioButton("Probability");
	private final JRadioButton objects = new JRadioButton("Objects");
	private final JCheckBox outlines = new JCheckBox("Outlines");
	private final JCheckBox paths = new JCheckBox("Paths");
	private final JCheckBox cells = new JCheckBox("Cells");
	private boolean showing;

	PaneControls(final LensModel model, final ZoomButtons zoom) {
		super(new WrapLayout(8, 2));
		this.model = model;
		final ButtonGroup group = new ButtonGroup();
		group.add(probability);
		group.add(objects);
		add(chooser());
		add(row(toggle(probability, 'P', "Panes show the foreground probability",
			v -> v.withLabels(false)), toggle(objects, 'o', "Panes show the objects",
				v -> v.withLabels(true))));
		add(row(toggle(outlines, 'u',
			"Outlines of the reference (blue) and the prediction (orange) on all outputs",
			v -> v.withOutlines(outlines.isSelected())), toggle(paths, 't',
				"On the input: what the pixel under the cursor sees through each path",
				v -> v.withPaths(paths.isSelected())), toggle(cells, 'e',
					"On the input: the grid of the selected level's cells", v -> v
						.withCells(cells.isSelected()))));
		add(zoom);
		model.addListener(this::refresh);
		refresh();
	}

	private static JPanel row(final Component... parts) {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 0));
		for (final Component c : parts)
			row.add(c);
		return row;
	}

	private JPanel chooser() {
		final JPanel row = new JPanel(new BorderLayout(4, 0));
		final JLabel label = new JLabel("Variant:");
		label.setDisplayedMnemonic('V');
		label.setLabelFor(variant);
		variant.setName("variant");
		variant.getAccessibleContext().setAccessibleName("Variant");
		variant.setToolTipText("What stands beside the full model");
		choices().forEach(variant::addItem);
		variant.addActionListener(e -> {
			if (!showing) model.update(s -> s.withInstead(variant.getItemAt(variant
				.getSelectedIndex()).value()));
		});
		row.add(label, BorderLayout.WEST);
		row.add(variant, BorderLayout.CENTER);
		return row;
	}

	private List<Choice<Optional<VariantChoice>>> choices() {
		final List<Choice<Optional<VariantChoice>>> all = new ArrayList<>();
		all.add(new Choice<>(Optional.empty(), "Knock-out by the switches"));
		final List<Variant> twins = model.figures().twins();
		for (int i = 0; i < twins.size(); i++)
			all.add(new Choice<>(Optional.of(new VariantChoice.Twin(i)), twins.get(i)
				.name()));
		for (int i = 0; i < model.source().size(); i++)
			if (model.source().size() > 1) all.add(new Choice<>(Optional.of(
				new VariantChoice.Transplant(i)), "Bottleneck of " + model.source()
					.name(i)));
		for (int dx = 1; dx <= 1 << model.image().depth(); dx *= 2)
			all.add(new Choice<>(Optional.of(new VariantChoice.ShiftedSkips(dx)),
				"Skips shifted by " + dx + " px"));
		return all;
	}

	private AbstractButton toggle(final AbstractButton button,
		final char mnemonic, final String tip,
		final UnaryOperator<PaneOptions> change)
	{
		button.setName(button.getText());
		button.setMnemonic(mnemonic);
		button.setToolTipText(tip);
		button.setMargin(new Insets(0, 0, 0, 0));
		button.addActionListener(e -> model.update(s -> s.withView(change.apply(s
			.view()))));
		return button;
	}

	private void refresh() {
		showing = true;
		final LensState state = model.state();
		for (int i = 0; i < variant.getItemCount(); i++)
			if (variant.getItemAt(i).value().equals(state.instead())) variant
				.setSelectedIndex(i);
		(state.view().labels() ? objects : probability).setSelected(true);
		outlines.setSelected(state.view().outlines());
		paths.setSelected(state.view().paths());
		cells.setSelected(state.view().cells());
		showing = false;
	}
}
