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
import java.awt.FlowLayout;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Finding.Severity;

/** Undo, measure; train or not, and why not. */
final class PlanButtons extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient PlanModel model;
	private final JButton undo = new JButton("Undo");
	private final JButton measure = new JButton("Measure");
	private final JLabel reason = new JLabel(" ");
	private final JButton train = new JButton("Train");
	private final JButton cancel = new JButton("Cancel");

	PlanButtons(final PlanModel model, final Runnable onTrain,
		final Runnable onCancel)
	{
		super(new BorderLayout(8, 0));
		this.model = model;
		setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		prepare(undo, 'U', "undo", model::undo);
		prepare(measure, 'M', "measure", model::measure);
		measure.setToolTipText(
			"Memory and time of a training step, by a few steps of which nothing is kept");
		prepare(train, 'T', "train", onTrain);
		prepare(cancel, 'C', "cancel training", onCancel);
		cancel.setToolTipText("Close this window and train nothing");
		reason.setName("reason");
		reason.setHorizontalAlignment(JLabel.TRAILING);
		reason.setMinimumSize(new Dimension(0, 0));
		add(row(undo, measure), BorderLayout.WEST);
		add(reason, BorderLayout.CENTER);
		add(row(cancel, train), BorderLayout.EAST);
		model.addListener(this::refresh);
		refresh();
	}

	/** What Enter presses. */
	JButton train() {
		return train;
	}

	private static void prepare(final JButton button, final char mnemonic,
		final String name, final Runnable action)
	{
		button.setName(name);
		button.setMnemonic(mnemonic);
		button.addActionListener(e -> action.run());
	}

	private static JPanel row(final Component... parts) {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 0));
		for (final Component c : parts)
			row.add(c);
		return row;
	}

	private void refresh() {
		undo.setEnabled(model.undoable().isPresent() && !model.isLooking());
		undo.setToolTipText(model.undoable().map(what -> "Take back: " + what)
			.orElse("Nothing to take back"));
		measure.setVisible(model.isUnmeasured());
		final long errors = model.errors();
		train.setEnabled(model.isReady());
		reason.setIcon(errors > 0 && !model.isLooking() ? new SeverityIcon(
			Severity.ERROR) : null);
		reason.setText(reason(errors));
		final String why = errors > 0 ? firstError() : reason.getText();
		train.setToolTipText(train.isEnabled() ? "Begin the training" : why);
		reason.setToolTipText(train.isEnabled() ? null : why);
	}

	private String reason(final long errors) {
		if (model.isLooking() || model.shown().isEmpty())
			return "Looking at the images \u2026";
		if (errors == 0) return " ";
		return errors == 1 ? "1 error is to be mended before training" : errors +
			" errors are to be mended before training";
	}

	private String firstError() {
		return model.findings().stream().filter(f -> f.severity() == Severity.ERROR)
			.findFirst().map(Finding::sentence).orElse("");
	}
}
