
package org.unetlens.metrics;

import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelPlane;

/** Boundary pixels of label images and distances to them. */
final class Boundaries {

	private Boundaries() {}

	/**
	 * Pixels of an object with a neighbour (sharing an edge, within the image)
	 * that has another label.
	 */
	static boolean[] of(final LabelPlane plane) {
		final int[] labels = plane.pixels();
		final int width = plane.width();
		final boolean[] boundary = new boolean[labels.length];
		for (int i = 0; i < labels.length; i++) {
			final int x = i % width, label = labels[i];
			boundary[i] = label != 0 && (x > 0 && labels[i - 1] != label ||
				x < width - 1 && labels[i + 1] != label || i >= width && labels[i -
					width] != label || i + width < labels.length && labels[i +
						width] != label);
		}
		return boundary;
	}

	/** Squared distance of every pixel to the boundary. */
	static float[] squaredDistance(final boolean[] boundary,
		final LabelPlane plane)
	{
		return DistanceTransform.squared(boundary, plane.width(), plane.height());
	}

	static long count(final boolean[] boundary) {
		long n = 0;
		for (final boolean b : boundary)
			if (b) n++;
		return n;
	}
}
