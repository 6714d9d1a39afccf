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

package org.unetlens.ui.part;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/**
 * The line at the bottom: values under the cursor, work in progress, errors.
 */
public final class StatusBar extends JPanel implements LatestWork.Monitor {

	private static final long serialVersionUID = 1L;

	private final JLabel values = new JLabel(" ");
	private final JLabel busy = new JLabel();
	private final JProgressBar bar = new JProgressBar(0, 100);
	private final JButton cancel = new JButton("Cancel");
	private final JPanel work = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6,
		0));
	private final ErrorLine error;

	public StatusBar(final ErrorLine error) {
		super(new BorderLayout(8, 0));
		this.error = error;
		setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
		values.setName("values");
		values.setMinimumSize(new Dimension(0, 0));
		busy.setName("busy");
		bar.setPreferredSize(new Dimension(90, bar.getPreferredSize().height));
		bar.getAccessibleContext().setAccessibleName("Progress");
		cancel.setMargin(new java.awt.Insets(0, 6, 0, 6));
		cancel.setName("cancel");
		cancel.setToolTipText("Stop the running computation");
		work.add(busy);
		work.add(bar);
		work.add(cancel);
		add(values, BorderLayout.CENTER);
		add(work, BorderLayout.EAST);
		// NB: The line keeps its height while nothing runs.
		setPreferredSize(new Dimension(0, getPreferredSize().height));
		work.setVisible(false);
	}

	/** @param text of the button that cancels what runs, instead of Cancel */
	public void onCancel(final String text, final Runnable action) {
		cancel.setText(text);
		onCancel(action);
	}

	public void onCancel(final Runnable action) {
		cancel.addActionListener(e -> action.run());
	}

	public void showValues(final String text) {
		values.setText(text.isEmpty() ? " " : text);
	}

	@Override
	public void busy(final String text, final double share) {
		busy.setText(text);
		bar.setIndeterminate(share < 0);
		bar.setValue((int) Math.round(100 * share));
		work.setVisible(true);
	}

	@Override
	public void idle() {
		work.setVisible(false);
	}

	@Override
	public void failed(final Throwable problem) {
		error.show(problem);
	}
}
