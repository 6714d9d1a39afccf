
package org.unetlens.data;

/**
 * A piece of a sample as a network takes it. The arrays belong to whoever drew
 * the patch.
 */
public final class Patch {

	private final int width;
	private final int height;
	private final int channels;
	private final float[] input;
	private final byte[] classes;
	private final float[] weights;

	Patch(final int width, final int height, final int channels,
		final float[] input, final byte[] classes, final float[] weights)
	{
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.input = input;
		this.classes = classes;
		this.weights = weights;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int channels() {
		return channels;
	}

	/**
	 * Normalised intensities, order (height, width, channel): {@code (y * width +
	 * x) * channels + c}.
	 */
	public float[] input() {
		return input;
	}

	/**
	 * Classes, order (height, width): 0 and up, or {@link Targets#IGNORED}.
	 */
	public byte[] classes() {
		return classes;
	}

	/** Weights, order (height, width): above 0, or 0 where ignored. */
	public float[] weights() {
		return weights;
	}
}
