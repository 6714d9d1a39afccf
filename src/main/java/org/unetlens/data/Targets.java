
package org.unetlens.data;

/**
 * What a network shall answer for one sample: a class and a weight per pixel,
 * row by row. The arrays are shared and not to be changed; thread-safe.
 */
public final class Targets {

	/** The class of pixels that the loss leaves out; their weight is 0. */
	public static final byte IGNORED = -1;

	private final int width;
	private final int height;
	private final byte[] classes;
	private final float[] weights;

	Targets(final int width, final int height, final byte[] classes,
		final float[] weights)
	{
		this.width = width;
		this.height = height;
		this.classes = classes;
		this.weights = weights;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** The class at {@code y * width + x}: 0 and up, or {@link #IGNORED}. */
	public byte[] classes() {
		return classes;
	}

	/** The weight at {@code y * width + x}: above 0, or 0 where ignored. */
	public float[] weights() {
		return weights;
	}
}
