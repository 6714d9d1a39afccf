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

import org.unetlens.compare.Output;
import org.unetlens.label.LabelPlane;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.picture.OutlineShape;
import org.unetlens.ui.picture.Planes;

/**
 * One output ready to be drawn and read. Immutable.
 *
 * @param output its pictures and figures
 * @param foreground probabilities, row by row
 * @param labels objects
 * @param outlines of the objects, in image coordinates
 */
record OutputPlane(Output output, float[] foreground, LabelPlane labels,
		Shape outlines) {

	static OutputPlane of(final Output output) {
		return new OutputPlane(output, Planes.values(output.foreground()),
			LabelPlane.of(output.labels()), OutlineShape.of(output.labels()));
	}

	/** Foreground as 1, background as 0. */
	float[] mask() {
		final float[] mask = new float[foreground.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = labels.pixels()[i] == 0 ? 0 : 1;
		return mask;
	}

	float probability(final Pixel p) {
		return foreground[index(p)];
	}

	int label(final Pixel p) {
		return labels.pixels()[index(p)];
	}

	private int index(final Pixel p) {
		return (int) (p.y() * labels.width() + p.x());
	}
}
