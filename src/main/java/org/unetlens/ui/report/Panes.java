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

package org.unetlens.ui.report;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Collection;

import org.unetlens.compare.Output;
import org.unetlens.label.LabelPlane;
import org.unetlens.ui.picture.ColorMap;
import org.unetlens.ui.picture.DifferencePicture;
import org.unetlens.ui.picture.Drawing;
import org.unetlens.ui.picture.InputPicture;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.OutlineShape;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.Zoom;

/** Draws the panes of one image, whole or in part. */
final class Panes {

	/** Thickness of a line in a picture that many pixels long. */
	private static final double LINE = 1 / 250.0;

	private final BufferedImage input;
	private final Shape reference;
	private final boolean[] band;
	private final float[] full;
	private final float[] changes;
	private final int width;

	Panes(final ReportImage image) {
		final LabelPlane plane = LabelPlane.of(image.reference());
		width = plane.width();
		input = InputPicture.of(image.image().pixels());
		reference = OutlineShape.of(image.reference());
		band = DifferencePicture.band(plane);
		full = Planes.values(image.full().foreground());
		changes = changes(image.knockOuts().values());
	}

	/** Sum over the outputs of the absolute difference to the full model. */
	private float[] changes(final Collection<Output> outputs) {
		final float[] sum = new float[full.length];
		for (final Output output : outputs) {
			// NB: Without any skip a net may fail everywhere, which shows nothing.
			if (output.variant().skips().bits() == 0 && outputs.size() > 2) continue;
			final float[] values = Planes.values(output.foreground());
			for (int i = 0; i < sum.length; i++)
				if (band[i]) sum[i] += Math.abs(values[i] - full[i]);
		}
		return sum;
	}

	int width() {
		return width;
	}

	int height() {
		return full.length / width;
	}

	/** The image alone, one picture pixel per image pixel. */
	BufferedImage input() {
		return input;
	}

	/** The image with the reference's outlines. */
	BufferedImage reference(final Zoom zoom) {
		return new Drawing(input, zoom).line(reference, LensColors.REFERENCE, line(
			zoom)).picture();
	}

	/** The image with the outlines of the reference and of an output. */
	BufferedImage outlines(final Output output, final Zoom zoom) {
		return new Drawing(input, zoom).outlines(reference, OutlineShape.of(output
			.labels()), line(zoom)).picture();
	}

	/** The foreground probability with the reference's outlines. */
	BufferedImage probability(final Output output, final Zoom zoom) {
		return new Drawing(Planes.picture(Planes.values(output.foreground()), width,
			0, 1, ColorMap.GREY), zoom).line(reference, LensColors.REFERENCE, line(
				zoom)).picture();
	}

	private static double line(final Zoom zoom) {
		return LINE * Math.max(zoom.width(), zoom.height());
	}

	/** The signed difference to the full model. */
	BufferedImage difference(final Output output, final Zoom zoom) {
		return new Drawing(DifferencePicture.of(full, Planes.values(output
			.foreground()), band, width), zoom).picture();
	}

	/**
	 * The part of a side where silencing one skip after the other changes most
	 * near the reference's boundaries.
	 */
	Zoom detail(final int side, final int longest) {
		return Zoom.of(ChangedPart.of(changes, width, side), longest);
	}
}
