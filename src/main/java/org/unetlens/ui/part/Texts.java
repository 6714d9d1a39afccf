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

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.util.Locale;

import javax.swing.plaf.FontUIResource;

import org.unetlens.compare.Estimate;
import org.unetlens.compare.Table.Cell;
import org.unetlens.ui.picture.LensColors;

/** How texts and numbers look, everywhere in the window. */
public final class Texts {

	private Texts() {}

	/** For what is read second. */
	public static Font small(final Font font) {
		return font.deriveFont(Font.PLAIN, font.getSize2D() - 1);
	}

	/** No bold texts but those that are meant to be, on any look and feel. */
	public static void lighten(final Container root) {
		for (final Component c : root.getComponents()) {
			if (c.getFont() instanceof FontUIResource font && font.isBold()) c
				.setFont(font.deriveFont(Font.PLAIN));
			if (c instanceof Container inner) lighten(inner);
		}
	}

	/** The text colour, paler, on any look and feel. */
	public static Color dim(final Component c) {
		final Color ground = c.getBackground();
		return ground == null ? c.getForeground() : LensColors.between(c
			.getForeground(), ground, 0.35);
	}

	/** As tables show it on screen. */
	public static String score(final double value) {
		return Cell.of(value).rounded();
	}

	/** The value with its 95 % interval. */
	public static String interval(final Estimate e) {
		return score(e.value()) + " (" + score(e.low()) + " to " + score(e.high()) +
			")";
	}

	/** A length in pixels, to a tenth. */
	public static String length(final double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	/** A number with as many decimals as matter. */
	public static String plain(final double value) {
		final String text = String.format(Locale.ROOT, "%.4g", value);
		return text.contains("e") || !text.contains(".") ? text : text.replaceAll(
			"0+$", "").replaceAll("\\.$", "");
	}
}
