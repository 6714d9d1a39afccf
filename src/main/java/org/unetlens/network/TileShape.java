
package org.unetlens.network;

/**
 * The spatial shape of a network's input, axes (n, height, width). Immutable.
 *
 * @param n tiles computed together, at least 1
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 */
public record TileShape(int n, int height, int width) {

	public TileShape {
		if (n < 1 || height < 1 || width < 1) throw new IllegalArgumentException(
			"A tile shape of " + n + " x " + height + " x " + width +
				" was asked for; each must be at least 1");
	}

	/** n * height * width. */
	public long pixels() {
		return (long) n * height * width;
	}

	/**
	 * Throws unless height and width are multiples of 2^depth, as pooling and
	 * up-convolution need.
	 */
	void requireLegal(final UNetSpec spec) {
		final int step = 1 << spec.depth();
		if (height % step != 0 || width % step != 0)
			throw new IllegalArgumentException("A network of depth " + spec.depth() +
				" needs tiles whose sides are multiples of " + step + " px, but " +
				width + " x " + height + " px was asked for");
	}
}
