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

import java.awt.Dimension;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.ui.part.WrappedText;

/** One finding: how bad it is, what it is, and a button that mends it. */
final class FindingRow extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int PAD = 6;

	private final JLabel icon;
	private final JTextArea text = new WrappedText();
	private final Optional<JButton> button;

	/** @param takes told the fix that was chosen */
	FindingRow(final Finding finding, final Optional<Fix> fix,
		final Consumer<Fix> takes)
	{
		super(null);
		final String word = SeverityIcon.word(finding.severity());
		icon = new JLabel(word, new SeverityIcon(finding.severity()),
			JLabel.LEADING);
		icon.setToolTipText(word);
		text.setText(finding.sentence());
		text.setName("finding");
		text.getAccessibleContext().setAccessibleName(word + ": " + finding
			.sentence());
		button = fix.map(f -> button(f, finding, takes));
		add(icon);
		add(text);
		button.ifPresent(this::add);
	}

	private static JButton button(final Fix fix, final Finding finding,
		final Consumer<Fix> takes)
	{
		final JButton button = new JButton(fix.label());
		button.setName("fix " + fix.label());
		button.setToolTipText(
			"Do this now; images and findings follow, and Undo takes it back");
		button.getAccessibleContext().setAccessibleDescription(finding.sentence());
		button.addActionListener(e -> takes.accept(fix));
		return button;
	}

	/** What is said. */
	String sentence() {
		return text.getText();
	}

	/** Width of the word before the text, the same for all rows. */
	int headWidth() {
		return icon.getPreferredSize().width;
	}

	/** Height that is needed at a width. */
	int heightFor(final int width, final int head) {
		final Dimension b = buttonSize();
		text.setSize(textWidth(width, head), Short.MAX_VALUE);
		return Math.max(Math.max(icon.getPreferredSize().height, b.height), text
			.getPreferredSize().height) + PAD;
	}

	/** Places the parts in a row of this width. */
	void place(final int head) {
		final Dimension b = buttonSize();
		final int width = textWidth(getWidth(), head);
		text.setSize(width, Short.MAX_VALUE);
		final int height = text.getPreferredSize().height;
		final int line = Math.max(b.height, icon.getPreferredSize().height);
		// NB: One line stands beside the middle of the button.
		final int top = height < line ? (line - height) / 2 : 0;
		icon.setBounds(PAD, PAD / 2 + (height < line ? (line - icon
			.getPreferredSize().height) / 2 : 0), head, icon
				.getPreferredSize().height);
		text.setBounds(head + 2 * PAD, PAD / 2 + top, width, height);
		button.ifPresent(x -> x.setBounds(getWidth() - b.width - PAD, PAD / 2,
			b.width, b.height));
	}

	private int textWidth(final int width, final int head) {
		final int right = buttonSize().width;
		return Math.max(50, width - head - right - (right > 0 ? 4 : 3) * PAD);
	}

	private Dimension buttonSize() {
		return button.map(JButton::getPreferredSize).orElse(new Dimension());
	}
}
