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

package org.unetlens.metrics;

/**
 * The mean Hausdorff distance of several images, which add up. Images where
 * only one of truth and prediction has objects have none; they are counted and
 * left out of the mean.
 *
 * @param sum of the finite distances, in pixels
 * @param finite images with such a distance
 * @param infinite images where only one of truth and prediction has objects
 */
public record HausdorffMean(double sum, long finite, long infinite) {

	public static final HausdorffMean NONE = new HausdorffMean(0, 0, 0);

	/** That of one image, see {@link HausdorffDistance}. */
	public static HausdorffMean of(final Boundary truth, final Boundary predicted,
		final double percentile)
	{
		final double pixels = HausdorffDistance.of(truth, predicted, percentile);
		return Double.isInfinite(pixels) ? new HausdorffMean(0, 0, 1)
			: new HausdorffMean(pixels, 1, 0);
	}

	public HausdorffMean plus(final HausdorffMean o) {
		return new HausdorffMean(sum + o.sum, finite + o.finite, infinite +
			o.infinite);
	}

	/**
	 * Pixels; infinite when there are only images without one, NaN when there are
	 * no images.
	 */
	public double value() {
		if (finite > 0) return sum / finite;
		return infinite > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
	}
}
