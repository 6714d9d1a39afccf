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

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.TargetPreview;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.WeightPicture;

/**
 * What will be learned of one sample, ready to be painted. Immutable.
 *
 * @param sample that is shown
 * @param preview its classes and weights
 * @param largestWeight at the end of the scale
 * @param classes classes in colours over the image
 * @param weights weights in colours
 */
record TargetPicture(Sample sample, TargetPreview preview, double largestWeight,
		BufferedImage classes, BufferedImage weights) {

	/** Computes weights, which takes a moment for large images. */
	static TargetPicture of(final Sample sample, final TargetRule rule,
		final List<String> classes)
	{
		final TargetPreview preview = TargetPreview.of(sample, rule, classes);
		final double largest = TargetPreview.largestWeight(rule);
		return new TargetPicture(sample, preview, largest, Planes.picture(preview
			.classes(), preview.width()), Planes.picture(WeightPicture.rgb(preview,
				largest), preview.width()));
	}

	/** What is known of a pixel, in words; empty outside of the image. */
	String words(final Pixel at) {
		if (at.x() >= preview.width() || at.y() >= preview.height()) return "";
		final float weight = preview.weights()[(int) (at.y() * preview.width() + at
			.x())];
		return String.format(Locale.ROOT, "x %d, y %d px: %s", at.x(), at.y(),
			weight > 0 ? String.format(Locale.ROOT, "weight %.3g", weight)
				: "not annotated");
	}
}
