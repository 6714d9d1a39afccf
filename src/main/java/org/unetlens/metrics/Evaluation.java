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

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

/**
 * How a segmentation compares with its truth: all scores of one image, or of
 * several, whose counts add up. Immutable.
 *
 * @param pixels of foreground
 * @param boundaries within 1, 2 and 3 pixels
 * @param hausdorff 95th percentile
 * @param matches of objects at IoU 0.5, 0.55 ... 0.95
 * @param errors ways in which objects are wrong
 * @param areas of objects that match
 * @param regions pairs of pixels, for membranes and tissues
 */
public record Evaluation(PixelCounts pixels, List<BoundaryMatches> boundaries,
		HausdorffMean hausdorff, List<ObjectMatches> matches, ObjectErrors errors,
		MatchedAreas areas, RandScores regions) {

	private static final double[] RADII = { 1, 2, 3 };

	/** Copies the lists. */
	public Evaluation {
		boundaries = List.copyOf(boundaries);
		matches = List.copyOf(matches);
	}

	/**
	 * Compares two label images.
	 *
	 * @param truth axes (x, y), 0 = background, i = object i
	 * @param predicted axes (x, y), of the same size
	 * @throws IllegalArgumentException if the sizes differ or a label is below 0
	 */
	public static Evaluation of(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted)
	{
		final OverlapTable table = OverlapTable.of(truth, predicted);
		final Boundary ofTruth = Boundary.of(truth), ofPredicted = Boundary.of(
			predicted);
		return new Evaluation(PixelCounts.of(table), BoundaryMatches.of(ofTruth,
			ofPredicted, RADII), HausdorffMean.of(ofTruth, ofPredicted, 95), IntStream
				.range(0, 10).mapToObj(i -> ObjectMatches.of(table, (50 + 5 * i) /
					100.)).toList(), ObjectErrors.of(table), MatchedAreas.of(table),
			RandScores.of(table));
	}

	/** The counts of both together. */
	public Evaluation plus(final Evaluation o) {
		return new Evaluation(pixels.plus(o.pixels), IntStream.range(0, boundaries
			.size()).mapToObj(i -> boundaries.get(i).plus(o.boundaries.get(i)))
			.toList(), hausdorff.plus(o.hausdorff), IntStream.range(0, matches.size())
				.mapToObj(i -> matches.get(i).plus(o.matches.get(i))).toList(), errors
					.plus(o.errors), areas.plus(o.areas), regions.plus(o.regions));
	}

	/** Number of true objects. */
	public long truthObjects() {
		return matches.get(0).found() + matches.get(0).missed();
	}

	/** Number of predicted objects. */
	public long predictedObjects() {
		return matches.get(0).found() + matches.get(0).invented();
	}

	/** The mean of AP over the IoU thresholds. */
	public double meanAp() {
		return matches.stream().collect(Collectors.averagingDouble(
			ObjectMatches::ap));
	}

	/**
	 * Predicted foreground relative to the true one, minus 1; NaN without true
	 * foreground.
	 */
	public double areaBias() {
		final double truth = pixels.both() + pixels.truthOnly();
		return (pixels.predictedOnly() - pixels.truthOnly()) / truth;
	}

	/**
	 * Predicted objects relative to true ones, minus 1; NaN without true objects.
	 */
	public double countBias() {
		return (double) (predictedObjects() - truthObjects()) / truthObjects();
	}
}
