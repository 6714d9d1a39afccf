
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
