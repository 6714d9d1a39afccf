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
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import org.unetlens.ui.part.WrappedText;
import org.unetlens.ui.picture.LensColors;

/** How the annotations were read, and into which classes, in plain words. */
final class ReadingLine extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient PlanModel model;
	private final JTextArea text = new WrappedText();

	ReadingLine(final PlanModel model) {
		super(new BorderLayout());
		this.model = model;
		text.setName("reading");
		text.getAccessibleContext().setAccessibleName(
			"How the annotations were read");
		setBorder(BorderFactory.createCompoundBorder(BorderFactory
			.createMatteBorder(0, 4, 0, 0, LensColors.FULL), BorderFactory
				.createEmptyBorder(4, 8, 4, 6)));
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
		return model.shown().map(looked -> String.join(" ", Stream.concat(looked
			.readings().stream(), Stream.of("The network learns " + String.join(", ",
				looked.annotations().classes()) + ".")).toList())).orElse(
					"Looking at the images \u2026");
	}
}
