package org.unetlens.data;

/**
 * Distance of a pixel to the nearest and second nearest object, up to 40 px.
 * Not thread-safe.
 */
final class ObjectDistances {

	private static final Offsets OFFSETS = new Offsets(40);

	private final int[] labels;
	private final int width;
	private final int height;
	private double first;
	private double second;

	ObjectDistances(final int[] labels, final int width, final int height) {
		this.labels = labels;
		this.width = width;
		this.height = height;
	}

	/** Distance to the nearest object in pixels: 0 inside one, maybe infinite. */
	double first() {
		return first;
	}

	/** Distance to the second nearest object in pixels, maybe infinite. */
	double second() {
		return second;
	}

	void measure(final int pixel) {
		int nearest = Math.max(0, labels[pixel]);
		first = nearest > 0 ? 0 : Double.POSITIVE_INFINITY;
		second = Double.POSITIVE_INFINITY;
		final int x = pixel % width;
		final int y = pixel / width;
		for (int k = 0; k < OFFSETS.size(); k++) {
			final int sx = x + OFFSETS.dx[k];
			final int sy = y + OFFSETS.dy[k];
			if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
			final int label = labels[sy * width + sx];
			if (label <= 0 || label == nearest) continue;
			if (nearest > 0) {
				second = OFFSETS.distance[k];
				return;
			}
			nearest = label;
			first = OFFSETS.distance[k];
		}
	}
}
