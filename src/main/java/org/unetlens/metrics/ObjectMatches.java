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

import org.unetlens.metrics.Bootstrap.Interval;

/**
 * How many objects were found, at one IoU threshold. A true and a predicted
 * object match when their intersection over union exceeds the threshold; from
 * 0.5 on, an object can match one other at most. Counts of several images add
 * up to the pooled score.
 *
 * @param threshold IoU, 0.5 to below 1
 * @param found matched pairs (true positives)
 * @param invented predicted objects without match (false positives)
 * @param missed true objects without match (false negatives)
 */
public record ObjectMatches(double threshold, long found, long invented,
		long missed) {

	public ObjectMatches {
		if (!(threshold >= 0.5 && threshold < 1))
			throw new IllegalArgumentException("The IoU threshold is " + threshold +
				"; matches are unique from 0.5 to below 1 only");
	}

	/** Nothing counted yet. */
	public static ObjectMatches none(final double threshold) {
		return new ObjectMatches(threshold, 0, 0, 0);
	}

	/**
	 * Matches the objects of two label images.
	 *
	 * @param truth axes (x, y), 0 = background
	 * @param predicted axes (x, y), same size
	 */
	public static ObjectMatches of(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted,
		final double threshold)
	{
		return of(OverlapTable.of(truth, predicted), threshold);
	}

	/** Matches the objects of one image; one table serves many thresholds. */
	public static ObjectMatches of(final OverlapTable table,
		final double threshold)
	{
		long found = 0;
		for (int e = 0; e < table.entries(); e++)
			if (table.truth(e) > 0 && table.predicted(e) > 0 && table.iou(
				e) > threshold) found++;
		return new ObjectMatches(threshold, found, table.predictedObjects() - found,
			table.truthObjects() - found);
	}

	/** @throws IllegalArgumentException if the thresholds differ */
	public ObjectMatches plus(final ObjectMatches other) {
		if (threshold != other.threshold) throw new IllegalArgumentException(
			"Matches at IoU " + other.threshold + " cannot be added to those at " +
				threshold);
		return new ObjectMatches(threshold, found + other.found, invented +
			other.invented, missed + other.missed);
	}

	/** AP = found / (found + invented + missed); 1 without any object. */
	public double ap() {
		return ratio(found, found + invented + missed);
	}

	/**
	 * 95 % interval of {@link #ap()} as a share of objects (Wilson 1927,
	 * doi:10.1080/01621459.1927.10502953): what other objects of the same kind of
	 * image might give; NaN without any object.
	 */
	public Interval apInterval() {
		final double n = found + invented + missed, z = 1.959964;
		if (n == 0) return new Interval(Double.NaN, Double.NaN);
		final double middle = (ap() + z * z / (2 * n)) / (1 + z * z / n);
		final double half = z / (1 + z * z / n) * Math.sqrt(ap() * (1 - ap()) / n +
			z * z / (4 * n * n));
		return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
	}

	/** Part of the predicted objects that is right; 1 if none was predicted. */
	public double precision() {
		return ratio(found, found + invented);
	}

	/** Part of the true objects that was found; 1 if there are none. */
	public double recall() {
		return ratio(found, found + missed);
	}

	/** Harmonic mean of precision and recall; 1 without any object. */
	public double f1() {
		return ratio(2 * found, 2 * found + invented + missed);
	}

	private static double ratio(final long part, final long all) {
		return all == 0 ? 1 : (double) part / all;
	}
}
