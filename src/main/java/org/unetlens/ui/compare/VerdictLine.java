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
import java.awt.Font;

import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Experiment;
import org.unetlens.compare.Score;
import org.unetlens.compare.Variant;
import org.unetlens.compare.Verdict;
import org.unetlens.ui.part.WrappedText;
import org.unetlens.ui.picture.LensColors;

/**
 * What came out, in plain words: of the variant shown, or of the selected skip
 * while that is the full model.
 */
final class VerdictLine extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient LensModel model;
	private final JTextArea text = new WrappedText();

	VerdictLine(final LensModel model) {
		super(new BorderLayout());
		this.model = model;
		text.setName("verdict");
		text.getAccessibleContext().setAccessibleName("Verdict");
		text.setFont(text.getFont().deriveFont(Font.BOLD));
		setBorder(BorderFactory.createCompoundBorder(BorderFactory
			.createMatteBorder(0, 4, 0, 0, LensColors.FULL), BorderFactory
				.createEmptyBorder(4, 8, 4, 6)));
		// NB: Two lines at least, so that the window does not jump.
		text.setRows(2);
		add(text, BorderLayout.CENTER);
		model.addListener(this::refresh);
		refresh();
	}

	private void refresh() {
		final String words = words();
		if (words.equals(text.getText())) return;
		text.setText(words);
		revalidate();
	}

	private String words() {
		final Comparison figures = model.figures();
		final Score score = model.state().score();
		final Variant shown = ShownVariant.of(model).orElseGet(figures::full);
		if (shown.experiment() != Experiment.FULL_MODEL) return Verdict.output(
			figures, shown, score);
		final int level = model.state().level();
		if (figures.model().signature().skips().contains(level)) return Verdict
			.skip(figures, level, score);
		return Verdict.knockOuts(figures, score).get(0);
	}
}
