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

package org.unetlens.ij;

import org.unetlens.tensor.PixelSize;

import ij.ImagePlus;
import ij.measure.Calibration;

/** Pixel sizes from ImageJ's calibrations and back. */
public final class PixelSizes {

	private PixelSizes() {}

	/** The size of an image's pixels; 1 x 1 pixel when it is not calibrated. */
	public static PixelSize of(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (!isScaled(calibration) || !(calibration.pixelWidth > 0) ||
			!(calibration.pixelHeight > 0)) return PixelSize.UNCALIBRATED;
		return new PixelSize(calibration.pixelWidth, calibration.pixelHeight, plain(
			calibration.getUnit()));
	}

	private static boolean isScaled(final Calibration calibration) {
		return calibration.pixelWidth != 1 || calibration.pixelHeight != 1 ||
			!calibration.getUnit().isBlank() && calibration.scaled();
	}

	/**
	 * NB: ImageJ writes um with a sign that breaks in tables opened elsewhere.
	 */
	private static String plain(final String unit) {
		if (unit.isBlank()) return "unit";
		return unit.equals("\u00B5m") || unit.equals("\u03BCm") ? "micron" : unit;
	}

	/** Calibrates an image; it keeps its depth and frame interval. */
	public static void set(final ImagePlus image, final PixelSize size) {
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = size.x();
		calibration.pixelHeight = size.y();
		calibration.setUnit(size.unit());
	}
}
