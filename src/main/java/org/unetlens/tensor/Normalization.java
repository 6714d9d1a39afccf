/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens.tensor;

import java.util.Objects;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * How intensities are brought to a common scale before they enter a network.
 * Computed once per image or stack and per channel, never per tile. Immutable;
 * part of the model file.
 *
 * @param kind the statistic used
 * @param low lower percentile, 0 to 100 ({@link Kind#PERCENTILE}); intensity
 *          that becomes 0 ({@link Kind#FIXED}); of no use otherwise
 * @param high upper percentile, 0 to 100, above low ({@link Kind#PERCENTILE});
 *          intensity that becomes 1, other than low ({@link Kind#FIXED})
 * @param scope what is measured of a stack
 */
public record Normalization(Kind kind, double low, double high, Scope scope) {

	/** What is measured of a stack; of one plane it is the same. */
	public enum Scope {

			/** All planes together: differences between them stay. */
			STACK,
			/** Each plane by itself: evens out bleaching and depth. */
			PLANE

	}

	public enum Kind {

			/**
			 * (v - p_low) / (p_high - p_low), not clipped. Where both percentiles are
			 * the same value although the image is not constant (few bright pixels on
			 * an even background), as {@link #MIN_MAX}.
			 */
			PERCENTILE,
			/** (v - mean) / standard deviation. */
			MEAN_SD,
			/** (v - minimum) / (maximum - minimum). */
			MIN_MAX,
			/** v as it is. */
			NONE,
			/** (v - low) / (high - low), the same for every image and channel. */
			FIXED

	}

	public Normalization {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(scope, "scope");
		if (kind == Kind.FIXED) requireFixed(low, high);
		else if (!(low >= 0 && low < high && high <= 100))
			throw new IllegalArgumentException("The percentiles are " + low +
				" and " + high + "; needed are 0 <= low < high <= 100");
	}

	/** The same for all planes of a stack together. */
	public Normalization(final Kind kind, final double low, final double high) {
		this(kind, low, high, Scope.STACK);
	}

	public static Normalization percentile(final double low, final double high) {
		return new Normalization(Kind.PERCENTILE, low, high);
	}

	/** The intensities that become 0 and 1. */
	public static Normalization fixed(final double zero, final double one) {
		return new Normalization(Kind.FIXED, zero, one);
	}

	private static void requireFixed(final double low, final double high) {
		if (!Float.isFinite((float) low) || !Float.isFinite((float) (1 / (high -
			low)))) throw new IllegalArgumentException("The intensities " + low +
				" and " + high +
				" are to become 0 and 1; they must be two different numbers");
	}

	public static Normalization of(final Kind kind) {
		return new Normalization(kind, 0, 100);
	}

	public Normalization withScope(final Scope s) {
		return new Normalization(kind, low, high, s);
	}

	/**
	 * Measures the image, without changing or copying it. All values count, of
	 * images of any size; percentiles are exact for values that a float holds,
	 * interpolated between ranks. Images of 8 and 16 bits, unsigned, are read
	 * once, others three times for percentiles. Runs on the threads of the
	 * current {@link net.imglib2.parallel.Parallelization}; the result does not
	 * depend on their number.
	 *
	 * @param image any real type; axes (x, y, channel) or (x, y, channel, plane
	 *          ...)
	 * @return one offset and factor per channel; factor 0 for a constant channel
	 * @throws IllegalArgumentException for an image that holds NaN or infinite
	 *           values, no pixels, or no channel axis
	 */
	public <T extends RealType<T>> Scaling measure(
		final RandomAccessibleInterval<T> image)
	{
		requireChannels(image);
		final int channels = (int) image.dimension(ChannelScan.CHANNEL_AXIS);
		final Scaling scaling = Scaling.identity(channels);
		final FloatBlocks blocks = FloatBlocks.of(image);
		final boolean few = SampleType.of(image.getType()).filter(
			sample -> sample == SampleType.U8 || sample == SampleType.U16)
			.isPresent();
		for (int c = 0; c < channels; c++) {
			final ChannelScan scan = new ChannelScan(blocks, image, c);
			measure(few ? Histogram.of(scan) : floats(scan, c), c, scaling);
		}
		return scaling;
	}

	private static Statistics floats(final ChannelScan scan, final int channel) {
		final Moments moments = scan.collect(Moments::new, Moments::add,
			Moments::merge);
		requireFinite(moments, channel);
		return new ScannedStatistics(scan, moments);
	}

	private void measure(final Statistics values, final int channel,
		final Scaling scaling)
	{
		if (kind == Kind.NONE) return;
		if (kind == Kind.FIXED) {
			scaling.offset()[channel] = (float) low;
			scaling.factor()[channel] = (float) (1 / (high - low));
			return;
		}
		final boolean constant = values.min() == values.max();
		final double[] range = constant ? new double[] { values.min(), values
			.min() } : range(values);
		final float factor = (float) (1 / (range[1] - range[0]));
		scaling.offset()[channel] = (float) range[0];
		// NB: A range too small for a float (1e-38) counts as constant.
		scaling.factor()[channel] = Float.isFinite(factor) ? factor : 0;
	}

	/** The two values that become 0 and 1. */
	private double[] range(final Statistics values) {
		final double[] minMax = { values.min(), values.max() };
		return switch (kind) {
			case PERCENTILE -> {
				final double[] percentiles = values.percentiles(low, high);
				yield percentiles[0] < percentiles[1] ? percentiles : minMax;
			}
			case MEAN_SD -> new double[] { values.mean(), values.mean() + values
				.standardDeviation() };
			default -> minMax;
		};
	}

	private static void requireChannels(final RandomAccessibleInterval<?> image) {
		final int n = image.numDimensions();
		if (n <= ChannelScan.CHANNEL_AXIS) throw new IllegalArgumentException(
			"An image with the axes x, y and channel is needed to measure intensities, but this one has " +
				n + " axes; give a grey image a channel axis of length 1");
		for (int d = 0; d < n; d++)
			if (image.dimension(d) < 1) throw new IllegalArgumentException(
				"The image has no pixels: its axis " + d + " has the length " + image
					.dimension(d));
	}

	private static void requireFinite(final Moments moments, final int channel) {
		if (!moments.isFinite()) throw new IllegalArgumentException("Channel " +
			(channel + 1) +
			" of the image holds NaN or infinite values (or values beyond the range of a float);" +
			" replace them first, e.g. with Process > Noise > Remove NaNs...");
		final float span = moments.max() - moments.min();
		if (Float.isInfinite(span)) throw new IllegalArgumentException("Channel " +
			(channel + 1) + " of the image spans " + moments.min() + " to " + moments
				.max() +
			", more than a float can hold; divide the image by a constant first");
	}
}
