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

package org.unetlens.ij.compare;

import java.awt.Color;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.ij.GlasbeyLut;
import org.unetlens.ij.ImagePlusImages;
import org.unetlens.ij.ObjectRois;
import org.unetlens.ij.PixelSizes;
import org.unetlens.label.Outline;
import org.unetlens.ui.compare.ExportedImage;
import org.unetlens.ui.compare.ExportedImage.Group;
import org.unetlens.ui.compare.ExportedImage.Range;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;

/** Images that leave a comparison as ImageJ's images. Stateless. */
final class ExportedImages {

	private static final int LARGEST_16_BIT = 65_535;
	private static final double LINE = 1.5;

	private ExportedImages() {}

	/** A copy, calibrated, with outlines as its overlay; not shown. */
	static ImagePlus of(final ExportedImage exported) {
		final Optional<Range> range = exported.range();
		final ImagePlus image = range.isPresent() ? ImagePlusImages.copy(exported
			.pixels(), exported.title()) : labels(exported);
		range.ifPresent(r -> image.setDisplayRange(r.black(), r.white()));
		PixelSizes.set(image, exported.pixelSize());
		for (int i = 0; i < exported.channelNames().size(); i++)
			image.getStack().setSliceLabel(exported.channelNames().get(i), i + 1);
		if (!exported.outlines().isEmpty()) image.setOverlay(overlay(exported));
		return image;
	}

	/** 16-bit, beyond 65,535 objects 32-bit, in the colours of labels. */
	private static ImagePlus labels(final ExportedImage exported) {
		final RandomAccessibleInterval<? extends RealType<?>> pixels = exported
			.pixels();
		final float[] values = new float[Math.toIntExact(pixels.size())];
		int i = 0;
		float largest = 0;
		for (final RealType<?> label : Views.flatIterable(pixels)) {
			values[i] = label.getRealFloat();
			largest = Math.max(largest, values[i++]);
		}
		final FloatProcessor plane = new FloatProcessor((int) pixels.dimension(0),
			(int) pixels.dimension(1), values);
		final ImagePlus image = new ImagePlus(exported.title(),
			largest > LARGEST_16_BIT ? plane : plane.convertToShort(false));
		image.setLut(GlasbeyLut.get());
		image.setDisplayRange(0, Math.max(255, largest));
		return image;
	}

	private static Overlay overlay(final ExportedImage exported) {
		final Overlay overlay = new Overlay();
		for (final Group group : exported.outlines())
			for (final Outline outline : group.outlines()) {
				final Roi roi = ObjectRois.of(outline);
				roi.setName(group.name() + " " + roi.getName());
				roi.setStrokeColor(new Color(group.rgb()));
				roi.setStrokeWidth(LINE);
				overlay.add(roi);
			}
		return overlay;
	}
}
