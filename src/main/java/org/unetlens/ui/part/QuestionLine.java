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
import java.awt.FlowLayout;
import java.awt.event.KeyEvent;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;

import org.unetlens.ui.picture.LensColors;

/**
 * A question in a window with its answers; nothing else waits for it. On the
 * event thread only.
 */
public final class QuestionLine extends JPanel {

	private static final long serialVersionUID = 1L;

	/** One of the answers, and what it does. */
	public record Answer(String text, Runnable action) {
	}

	private final JTextArea text = new WrappedText();
	private final JPanel answers = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6,
		0));

	public QuestionLine() {
		super(new BorderLayout(8, 2));
		text.setName("question");
		text.setForeground(Color.BLACK);
		setBackground(new Color(0xFFF3D0));
		answers.setOpaque(false);
		setBorder(BorderFactory.createCompoundBorder(BorderFactory
			.createMatteBorder(0, 4, 0, 0, LensColors.PREDICTION), BorderFactory
				.createEmptyBorder(4, 8, 4, 6)));
		add(text, BorderLayout.CENTER);
		add(answers, BorderLayout.SOUTH);
		registerKeyboardAction(e -> setVisible(false), KeyStroke.getKeyStroke(
			KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
		setVisible(false);
	}

	/**
	 * Asks; the question goes with any answer, and with escape. The first answer
	 * has the focus.
	 */
	public void ask(final String question, final Answer... choices) {
		text.setText(question);
		text.getAccessibleContext().setAccessibleName(question);
		answers.removeAll();
		for (final Answer choice : choices) {
			final JButton button = new JButton(choice.text());
			button.setName(choice.text());
			button.addActionListener(e -> {
				setVisible(false);
				choice.action().run();
			});
			answers.add(button);
		}
		Texts.lighten(answers);
		setVisible(true);
		revalidate();
		answers.getComponent(0).requestFocusInWindow();
	}
}
