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
import java.awt.Color;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import org.unetlens.ui.picture.LensColors;

/** A sentence on what went wrong, until it is closed. */
public final class ErrorLine extends JPanel {

	private static final long serialVersionUID = 1L;

	private final String remedy;
	private final JTextArea text = new WrappedText();

	/** @param remedy what to do when the memory does not suffice */
	public ErrorLine(final String remedy) {
		super(new BorderLayout(8, 0));
		this.remedy = remedy;
		final JButton close = new JButton("Close");
		close.addActionListener(e -> setVisible(false));
		text.setName("error");
		setBackground(new Color(0xFBE3D6));
		text.setForeground(Color.BLACK);
		setBorder(BorderFactory.createCompoundBorder(BorderFactory
			.createMatteBorder(0, 4, 0, 0, LensColors.VARIANT), BorderFactory
				.createEmptyBorder(3, 8, 3, 6)));
		add(text, BorderLayout.CENTER);
		add(close, BorderLayout.EAST);
		setVisible(false);
	}

	/** On the event thread. */
	public void show(final Throwable problem) {
		text.setText(sentence(problem));
		setVisible(true);
		revalidate();
	}

	private String sentence(final Throwable problem) {
		if (problem instanceof OutOfMemoryError)
			return "There was not enough memory; " + remedy + ".";
		return problem.getMessage() != null ? problem.getMessage()
			: "This failed: " + problem;
	}
}
