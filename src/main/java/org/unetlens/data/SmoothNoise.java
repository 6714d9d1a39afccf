
package org.unetlens.data;

/**
 * A random smooth surface without end: independent values from -1 to 1 at the
 * points of a grid, smoothly blended in between (value noise). Immutable.
 */
final class SmoothNoise {

	private final double spacing;
	private final long seed;

	SmoothNoise(final double spacing, final long seed) {
		this.spacing = spacing;
		this.seed = seed;
	}

	double at(final double x, final double y) {
		final double gx = x / spacing;
		final double gy = y / spacing;
		final long ix = (long) Math.floor(gx);
		final long iy = (long) Math.floor(gy);
		final double wx = smooth(gx - ix);
		final double top = mix(value(ix, iy), value(ix + 1, iy), wx);
		final double bottom = mix(value(ix, iy + 1), value(ix + 1, iy + 1), wx);
		return mix(top, bottom, smooth(gy - iy));
	}

	private double value(final long ix, final long iy) {
		long bits = seed + ix * 0x9E3779B97F4A7C15L + iy * 0xD1B54A32D192ED03L;
		bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
		bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
		return ((bits ^ bits >>> 31) >> 11) * 0x1p-52;
	}

	private static double mix(final double a, final double b, final double w) {
		return a + (b - a) * w;
	}

	private static double smooth(final double t) {
		return t * t * t * (10 + t * (6 * t - 15));
	}
}
