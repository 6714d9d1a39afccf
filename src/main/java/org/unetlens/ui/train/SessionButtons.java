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

import java.awt.FlowLayout;

import javax.swing.JButton;
import javax.swing.JPanel;

import org.unetlens.train.TrainingPhase;
import org.unetlens.train.TrainingSession;

/** Steers a training that runs. */
final class SessionButtons extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient TrainingSession session;
	private final JButton pause = new JButton("Pause");
	private final JButton stop = new JButton("Stop and keep the best");
	private final JButton cancel = new JButton("Cancel");
	private final JButton report = new JButton("Open report");
	private final JButton close = new JButton("Close");
	private boolean paused;

	/**
	 * @param onCancel asks first
	 * @param onClose after the end
	 */
	SessionButtons(final TrainingSession session, final Runnable onStop,
		final Runnable onCancel, final Runnable onClose)
	{
		super(new FlowLayout(FlowLayout.RIGHT, 6, 4));
		this.session = session;
		prepare(pause, 'P', "pause",
			"Wait after the step at hand, so that other programs have the computer; no time is counted",
			this::pauseOrProceed);
		prepare(stop, 'S', "stop",
			"End now and keep the best model so far; its checkpoint stays, to go on from later",
			onStop);
		prepare(cancel, 'C', "cancel training", "End now and keep no model",
			onCancel);
		prepare(report, 'R', "report", "What came out, with pictures and numbers",
			() -> {});
		prepare(close, 'L', "close", "Close this window", onClose);
		report.setVisible(false);
		close.setVisible(false);
	}

	private void prepare(final JButton button, final char mnemonic,
		final String name, final String tip, final Runnable action)
	{
		button.setName(name);
		button.setMnemonic(mnemonic);
		button.setToolTipText(tip);
		button.addActionListener(e -> action.run());
		add(button);
	}

	private void pauseOrProceed() {
		paused = !paused;
		if (paused) session.pause();
		else session.proceed();
		pause.setText(paused ? "Continue" : "Pause");
		pause.setMnemonic(paused ? 'o' : 'P');
	}

	/** NB: The best model is worth tuning, which a pause would not stop. */
	void show(final TrainingPhase phase) {
		final boolean steered = !phase.isOver() && !session.isEnding() &&
			phase != TrainingPhase.TUNING;
		pause.setEnabled(steered);
		stop.setEnabled(steered);
		cancel.setEnabled(!phase.isOver());
	}

	/** Nothing is left to steer. */
	void ended() {
		pause.setVisible(false);
		stop.setVisible(false);
		cancel.setVisible(false);
		close.setVisible(true);
		close.requestFocusInWindow();
	}

	/** Offers a report. */
	void offerReport(final Runnable open) {
		report.addActionListener(e -> open.run());
		report.setVisible(true);
	}
}
