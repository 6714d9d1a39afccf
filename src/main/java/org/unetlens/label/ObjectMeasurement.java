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
