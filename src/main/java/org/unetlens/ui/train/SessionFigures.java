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

import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.unetlens.train.TrainingSnapshot;
import org.unetlens.ui.part.Texts;

/** A training in numbers. */
final class SessionFigures extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int COLUMNS = 4;

	private final Map<String, JLabel> values = new LinkedHashMap<>();

	SessionFigures() {
		super(new GridLayout(0, COLUMNS, 8, 2));
		setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
		figure("Step", "Weight updates done, of all");
		figure("Epoch", "How often each training pixel was seen, on average");
		figure("Best score", "On the validation images; this model is kept");
		figure("Last score", "Of the model as it is now");
		figure("Time", "Since the start, pauses not counted");
		figure("Time left", "About, if training goes on to the end");
		figure("Memory", "Outside of Java's memory, and in it");
		figure("Learning rate", "How large the next update may be");
	}

	private void figure(final String name, final String tip) {
		final JLabel value = new JLabel(name + ": \u2013");
		value.setName(name);
		value.setToolTipText(tip);
		values.put(name, value);
		add(value);
	}

	private void set(final String name, final String value) {
		values.get(name).setText(name + ": " + value);
	}

	void show(final TrainingSnapshot now) {
		set("Step", now.step() + " of " + now.steps());
		set("Epoch", String.format(Locale.ROOT, "%.1f", now.epoch()));
		set("Best score", now.bestScore().isEmpty() ? "\u2013" : Texts.score(now
			.bestScore().getAsDouble()) + " at step " + now.bestStep());
		final var scores = now.score().points();
		set("Last score", scores.isEmpty() ? "\u2013" : Texts.score(scores.get(
			scores.size() - 1).value()));
		set("Time", duration(now.elapsed()));
		set("Time left", now.phase().isOver() || now.remaining().isEmpty()
			? "\u2013" : "about " + duration(now.remaining().getAsDouble()));
		set("Memory", size(now.nativeBytes()) + ", Java " + size(now.heapBytes()));
		set("Learning rate", now.phase().isOver() ? "\u2013" : String.format(
			Locale.ROOT, "%.2g", now.learningRate()));
	}

	/** Seconds in words, e.g. {@code 2 h 5 min}. */
	static String duration(final double seconds) {
		final long s = Math.round(seconds);
		if (s < 60) return s + " s";
		if (s < 3600) return s / 60 + " min " + s % 60 + " s";
		return s / 3600 + " h " + s % 3600 / 60 + " min";
	}

	private static String size(final long bytes) {
		return bytes < 1L << 30 ? (bytes >> 20) + " MB" : String.format(Locale.ROOT,
			"%.1f GB", bytes / (double) (1L << 30));
	}
}
