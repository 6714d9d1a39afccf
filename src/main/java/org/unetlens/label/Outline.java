
package org.unetlens.label;

/**
 * The outer boundary of one object as a closed polygon along pixel edges,
 * clockwise on screen from the top left corner of the object's first pixel.
 * Pixel (x, y) has the corners (x, y) to (x + 1, y + 1), as in the traced ROIs
 * of ImageJ; only corners where the boundary turns are listed, and the first
 * one is not repeated. The arrays are shared and not to be changed.
 *
 * @param label of the object
 * @param x columns of the corners, 0 to width
 * @param y rows of the corners, 0 to height
 */
public record Outline(int label, int[] x, int[] y) {

	/** See {@link Outlines#perimeter}. */
	public double perimeter(final double pixelWidth, final double pixelHeight) {
		return Outlines.perimeter(x, y, pixelWidth, pixelHeight);
	}
}
