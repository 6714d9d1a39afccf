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

import java.awt.Shape;
import java.awt.image.BufferedImage;

import org.unetlens.compare.Output;
import org.unetlens.label.LabelPlane;
import org.unetlens.network.SkipGains;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.picture.DifferencePicture;
import org.unetlens.ui.picture.InputPicture;
import org.unetlens.ui.picture.OutlineShape;
import org.unetlens.ui.report.ObjectPlace;
import org.unetlens.ui.report.ReportImage;

/**
 * What stays the same for one image while variants change. Immutable.
 *
 * @param compared the image
 * @param input its picture
 * @param full output of the full model
 * @param reference objects that outputs are compared with
 * @param referenceOutlines in image coordinates
 * @param band pixels near the reference's boundaries, row by row
 * @param example a pixel in an object of the reference
 */
record ImageBase(ComparedImage compared, BufferedImage input, OutputPlane full,
		LabelPlane reference, Shape referenceOutlines, boolean[] band,
		Pixel example) {

	/** Computes all of it; on the background thread. */
	static ImageBase of(final ComparedImage compared) {
		final LabelPlane reference = LabelPlane.of(compared.reference());
		final Output full = compared.probe().output(new VariantChoice.KnockOut(
			SkipGains.of(compared.comparison().model().signature().skips(), compared
				.depth())));
		return new ImageBase(compared, InputPicture.of(compared.image().pixels()),
			OutputPlane.of(full), reference, OutlineShape.of(compared.reference()),
			DifferencePicture.band(reference), example(reference));
	}

	private static Pixel example(final LabelPlane reference) {
		final ReportImage.Place place = ObjectPlace.of(reference);
		return new Pixel(place.x(), place.y());
	}

	int width() {
		return reference.width();
	}

	int height() {
		return reference.height();
	}
}
