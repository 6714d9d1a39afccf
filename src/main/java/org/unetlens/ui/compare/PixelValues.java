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

import java.util.Locale;
import java.util.StringJoiner;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

import org.unetlens.compare.Comparison;
import org.unetlens.tensor.PixelSize;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.part.Texts;

/** What the status line says about the pixel under the cursor. */
final class PixelValues {

	private PixelValues() {}

	static String of(final PaneSet panes, final Pixel p) {
		final ImageBase base = panes.base();
		if (!p.equals(p.within(base.width(), base.height()))) return "";
		return place(p, base.compared().image().pixelSize()) + "   |   input " +
			input(base, p) + "   |   full model " + value(base.full(), p) +
			"   |   " + panes.content(PaneSet.VARIANT).title() + " " + value(panes
				.variant(), p) + "   |   " + reference(base, p);
	}

	private static String place(final Pixel p, final PixelSize size) {
		final String pixels = "x " + p.x() + ", y " + p.y() + " px";
		if (!size.isCalibrated()) return pixels;
		return String.format(Locale.ROOT, "%s (%.2f, %.2f %s)", pixels, p.x() * size
			.x(), p.y() * size.y(), size.unit());
	}

	private static String input(final ImageBase base, final Pixel p) {
		final var pixels = base.compared().image().pixels();
		final RandomAccess<? extends RealType<?>> access = pixels.randomAccess();
		final StringJoiner text = new StringJoiner(", ");
		for (long c = 0; c < pixels.dimension(2); c++) {
			access.setPosition(new long[] { p.x(), p.y(), c });
			text.add(Texts.plain(access.get().getRealDouble()));
		}
		return text.toString();
	}

	private static String value(final OutputPlane plane, final Pixel p) {
		return Texts.score(plane.probability(p)) + ", " + object(plane.label(p));
	}

	private static String reference(final ImageBase base, final Pixel p) {
		final int label = base.reference().pixels()[(int) (p.y() * base.width() + p
			.x())];
		return (base.compared().comparison()
			.reference() == Comparison.Reference.TRUTH ? "truth " : "reference ") +
			object(label);
	}

	private static String object(final int label) {
		return label == 0 ? "background" : "object " + label;
	}
}
