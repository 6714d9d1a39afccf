
package org.unetlens.tensor;

/**
 * A measured {@link Normalization}: per channel, {@code (v - offset) * factor}.
 * A constant channel has the factor 0, so that it becomes 0 everywhere. The
 * arrays are shared and not to be changed.
 *
 * @param offset one value per channel, in image intensities
 * @param factor one value per channel
 */
public record Scaling(float[] offset, float[] factor) {

	/** Leaves values as they are. */
	public static Scaling identity(final int channels) {
		final float[] factor = new float[channels];
		java.util.Arrays.fill(factor, 1);
		return new Scaling(new float[channels], factor);
	}

	public float apply(final int channel, final float value) {
		return (value - offset[channel]) * factor[channel];
	}
}
