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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

/**
 * How far boundaries lie apart: the distances of each boundary pixel to the
 * boundary of the other image, of which a percentile is taken; the larger one
 * of the two directions.
 */
public final class HausdorffDistance {

	private HausdorffDistance() {}

	/**
	 * Compares the boundaries of two label images.
	 *
	 * @param truth axes (x, y), 0 = background
	 * @param predicted axes (x, y), same size
	 * @param percentile 0 to 100; usually 95, 100 is the Hausdorff distance
	 *          proper. The smallest distance that so many per cent do not exceed.
	 * @return pixels; 0 when neither image has a boundary, infinite when one has
	 */
	public static double of(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted,
		final double percentile)
	{
		return of(Boundary.of(truth), Boundary.of(predicted), percentile);
	}

	/** Compares two boundaries, as label images. */
	public static double of(final Boundary truth, final Boundary predicted,
		final double percentile)
	{
		return Math.max(truth.distance(predicted, percentile), predicted.distance(
			truth, percentile));
	}
}
