
package org.unetlens.tensor;

/**
 * The physical size of one pixel.
 *
 * @param x width of a pixel in {@code unit}, above 0
 * @param y height of a pixel in {@code unit}, above 0
 * @param unit e.g. {@code micron}; {@code pixel} when uncalibrated
 */
public record PixelSize(double x, double y, String unit) {

	public static final PixelSize UNCALIBRATED = new PixelSize(1, 1, "pixel");

	public PixelSize {
		if (!(x > 0) || !(y > 0)) throw new IllegalArgumentException(
			"The pixel size is " + x + " x " + y + "; both must be above 0");
	}

	public boolean isCalibrated() {
		return !unit.equals("pixel");
	}
}
