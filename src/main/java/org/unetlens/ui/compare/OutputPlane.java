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
import java.awt.geom.Path2D;

import net.imglib2.img.array.ArrayImgs;

import org.unetlens.compare.Output;
import org.unetlens.label.LabelPlane;
import org.unetlens.label.Outline;
import org.unetlens.label.Outlines;

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
		final LabelPlane labels = LabelPlane.of(output.labels());
		return new OutputPlane(output, InputPicture.values(output.foreground()),
			labels, outlines(labels));
	}

	/** The boundaries of all objects as one shape, in image coordinates. */
	static Shape outlines(final LabelPlane labels) {
		final Path2D.Float path = new Path2D.Float();
		for (final Outline o : Outlines.of(ArrayImgs.ints(labels.pixels(), labels
			.width(), labels.height())))
			append(path, o);
		return path;
	}

	private static void append(final Path2D.Float path, final Outline o) {
		path.moveTo(o.x()[0], o.y()[0]);
		for (int i = 1; i < o.x().length; i++)
			path.lineTo(o.x()[i], o.y()[i]);
		path.closePath();
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
