
package org.unetlens.tensor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * How intensities are brought to a common scale before they enter a network.
 * Computed once per image or stack and per channel, never per tile. Immutable;
 * part of the model file.
 *
 * @param kind the statistic used
 * @param low lower percentile, 0 to 100 ({@link Kind#PERCENTILE} only)
 * @param high upper percentile, 0 to 100, above low ({@link Kind#PERCENTILE}
 *          only)
 */
public record Normalization(Kind kind, double low, double high) {

	public enum Kind {

			/** (v - p_low) / (p_high - p_low), not clipped. */
			PERCENTILE,
			/** (v - mean) / standard deviation. */
			MEAN_SD,
			/** (v - minimum) / (maximum - minimum). */
			MIN_MAX,
			/** v as it is. */
			NONE

	}

	public static Normalization percentile(final double low, final double high) {
		return new Normalization(Kind.PERCENTILE, low, high);
	}

	public static Normalization of(final Kind kind) {
		return new Normalization(kind, 0, 100);
	}

	/**
	 * Measures the image, without changing it.
	 *
	 * @param image any real type; axes (x, y, channel) or (x, y, channel, plane
	 *          ...)
	 * @return one offset and factor per channel
	 * @throws IllegalArgumentException for an image that holds NaN or infinite
	 *           values
	 */
	public <T extends RealType<T>> Scaling measure(
		final RandomAccessibleInterval<T> image)
	{
		throw new UnsupportedOperationException("in preparation");
	}
}
