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
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Score;
import org.unetlens.compare.Verdict;
import org.unetlens.ui.part.WrappedText;

/** All findings in words, knock-outs and twins apart, and the notes. */
final class WordsPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient LensModel model;
	private final JTextArea text = new WrappedText();

	WordsPanel(final LensModel model) {
		super(new BorderLayout());
		this.model = model;
		text.setName("notes");
		text.getAccessibleContext().setAccessibleName("Findings and notes");
		text.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
		add(new JScrollPane(text), BorderLayout.CENTER);
		model.addListener(this::refresh);
		refresh();
	}

	private void refresh() {
		final String words = words(model.figures(), model.state().score());
		if (words.equals(text.getText())) return;
		text.setText(words);
		text.setCaretPosition(0);
	}

	private static String words(final Comparison figures, final Score score) {
		final List<String> lines = new ArrayList<>();
		lines.add(Verdict.reference(figures));
		section(lines, "Knock-outs (same weights, skips silenced)", Verdict
			.knockOuts(figures, score));
		section(lines, "Twins (nets trained without skips)", Verdict.twins(figures,
			score));
		section(lines, "To know", figures.notes());
		return String.join("\n", lines);
	}

	private static void section(final List<String> lines, final String title,
		final List<String> sentences)
	{
		if (sentences.isEmpty()) return;
		lines.add("");
		lines.add(title);
		for (final String s : sentences)
			lines.add("  \u2022 " + s);
	}
}
