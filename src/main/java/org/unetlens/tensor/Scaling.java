
package org.unetlens.tensor;

import java.util.Arrays;

/**
 * A measured {@link Normalization}: per channel, {@code (v - offset) * factor}.
 * A constant channel has the factor 0, so that it becomes 0 everywhere. The
 * arrays are shared and not to be changed.
 *
 * @param offset one value per channel, in image intensities
 * @param factor one value per channel
 */
public record Scaling(float[] offset, float[] factor) {

	public Scaling {
		if (offset.length != factor.length) throw new IllegalArgumentException(
			"A scaling needs one offset and one factor per channel, but there are " +
				offset.length + " offsets and " + factor.length + " factors");
	}

	/** Leaves values as they are. */
	public static Scaling identity(final int channels) {
		final float[] factor = new float[channels];
		Arrays.fill(factor, 1);
		return new Scaling(new float[channels], factor);
	}

	/** Number of channels it was measured for. */
	public int channels() {
		return offset.length;
	}

	public float apply(final int channel, final float value) {
		return (value - offset[channel]) * factor[channel];
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Scaling that && Arrays.equals(offset,
			that.offset) && Arrays.equals(factor, that.factor);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(offset) + Arrays.hashCode(factor);
	}

	@Override
	public String toString() {
		return "Scaling[offset=" + Arrays.toString(offset) + ", factor=" + Arrays
			.toString(factor) + "]";
	}
}
