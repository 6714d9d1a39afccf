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

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Experiment;
import org.unetlens.compare.Variant;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.pane.PaneContent;
import org.unetlens.ui.pane.Tracing;
import org.unetlens.ui.picture.ColorMap;
import org.unetlens.ui.picture.DifferencePicture;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.Planes;

/**
 * What the four panes show at one moment. Immutable.
 *
 * @param base the image
 * @param choice which variant
 * @param variant its output
 * @param contents input, full model, variant, difference
 */
record PaneSet(ImageBase base, VariantChoice choice, OutputPlane variant,
		List<PaneContent> contents) {

	/** NB: Where both lines meet, both are seen. */
	private static final float WIDE = 2.6f;
	private static final float NARROW = 1.1f;

	static final int INPUT = 0;
	static final int FULL = 1;
	static final int VARIANT = 2;
	static final int DIFFERENCE = 3;

	/** Draws all pictures; on the background thread. */
	static PaneSet of(final ImageBase base, final VariantChoice choice,
		final OutputPlane variant, final boolean labels)
	{
		final Tracing reference = new Tracing(base.referenceOutlines(),
			LensColors.REFERENCE, WIDE);
		final Variant shown = variant.output().variant();
		final String name = title(shown, base.compared().comparison().settings()
			.fill());
		final String outlined = outlined(base, shown);
		return new PaneSet(base, choice, variant, List.of(new PaneContent("Input",
			outlined, LensColors.NONE, base.input(), List.of(reference, prediction(
				variant))), output("Full model", LensColors.FULL, base.full(),
					reference, labels), output(name, chip(shown), variant, reference,
						labels), new PaneContent("Difference: variant \u2212 full model",
							"orange gained, blue lost; grey: " + DifferencePicture.BAND +
								" px around borders", LensColors.NONE, difference(base, variant,
									labels), List.of())));
	}

	private static PaneContent output(final String title, final Color chip,
		final OutputPlane plane, final Tracing reference, final boolean labels)
	{
		final BufferedImage picture = labels ? ObjectPicture.of(plane.labels())
			: Planes.picture(plane.foreground(), plane.labels().width(), 0, 1,
				ColorMap.GREY);
		return new PaneContent(title, labels ? "objects" : "foreground probability",
			chip, picture, List.of(reference, prediction(plane)));
	}

	private static BufferedImage difference(final ImageBase base,
		final OutputPlane variant, final boolean labels)
	{
		return DifferencePicture.of(labels ? base.full().mask() : base.full()
			.foreground(), labels ? variant.mask() : variant.foreground(), base
				.band(), base.width());
	}

	private static Tracing prediction(final OutputPlane plane) {
		return new Tracing(plane.outlines(), LensColors.PREDICTION, NARROW);
	}

	private static Color chip(final Variant variant) {
		return switch (variant.experiment()) {
			case FULL_MODEL -> LensColors.FULL;
			case TWIN -> LensColors.TWIN;
			default -> LensColors.VARIANT;
		};
	}

	private static String outlined(final ImageBase base, final Variant shown) {
		final boolean truth = base.compared().comparison()
			.reference() == Comparison.Reference.TRUTH;
		final boolean full = shown.experiment() == Experiment.FULL_MODEL;
		if (full && !truth) return "outlines: full model";
		return "outlines: " + (full ? "full model" : "variant") + " orange, " +
			(truth ? "truth" : "full model") + " blue";
	}

	private static String title(final Variant variant, final SkipFill fill) {
		if (variant.experiment() != Experiment.KNOCK_OUT) return variant.name();
		return variant.name() + (fill == SkipFill.MEAN ? " (mean fill)"
			: " (zero fill)");
	}

	PaneContent content(final int pane) {
		return contents.get(pane);
	}
}
