
package org.unetlens.label;

import java.util.List;

/**
 * What is measured on one object. Lengths and areas are in units of the pixel
 * size given to {@link Measurements}, positions from the top left corner of the
 * image (the first pixel has its centre at half a pixel), as in ImageJ.
 *
 * @param label of the object in the label image
 * @param pixels number of pixels
 * @param area calibrated
 * @param x centroid, calibrated
 * @param y centroid, calibrated
 * @param bounds bounding box in pixels
 * @param perimeter of the outer boundary, calibrated; see
 *          {@link Outline#perimeter}
 * @param circularity 4 pi area / perimeter^2, at most 1
 * @param ellipse of the same second moments, scaled to the same area
 * @param atBorder whether a pixel lies at the image border
 * @param channels intensities, one entry per channel; empty without an
 *          intensity image
 */
public record ObjectMeasurement(int label, long pixels, double area, double x,
		double y, Bounds bounds, double perimeter, double circularity,
		Ellipse ellipse, boolean atBorder, List<Intensity> channels) {

	/** A box in pixels: first column and row, number of columns and rows. */
	public record Bounds(int left, int top, int width, int height) {
	}

	/**
	 * The axes of an ellipse (calibrated, full lengths) and the angle of the
	 * longer one: degrees counter-clockwise from the x axis on screen, 0 to below
	 * 180.
	 */
	public record Ellipse(double major, double minor, double angle) {
	}

	/**
	 * Intensities of one channel: mean, sample standard deviation (0 for a single
	 * pixel), smallest and largest value.
	 */
	public record Intensity(double mean, double sd, double min, double max) {
	}
}
