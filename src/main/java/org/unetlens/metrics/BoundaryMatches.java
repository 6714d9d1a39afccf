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

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

/**
 * How many boundary pixels lie near a boundary of the other image. Boundary are
 * the pixels of an object with a neighbour (sharing an edge) of another label.
 * Counts of several images add up to the pooled score.
 *
 * @param radius largest distance that counts as near, in pixels
 * @param truthNear true boundary pixels near a predicted one
 * @param truth true boundary pixels
 * @param predictedNear predicted boundary pixels near a true one
 * @param predicted predicted boundary pixels
 */
public record BoundaryMatches(double radius, long truthNear, long truth,
		long predictedNear, long predicted) {

	/**
	 * Compares the boundaries of two label images at one or more radii.
	 *
	 * @param truth axes (x, y), 0 = background
	 * @param predicted axes (x, y), same size
	 * @param radii in pixels, 0 or more
	 * @return one result per radius
	 */
	public static List<BoundaryMatches> of(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted,
		final double... radii)
	{
		return of(Boundary.of(truth), Boundary.of(predicted), radii);
	}

	/** Compares two boundaries at one or more radii, in pixels. */
	public static List<BoundaryMatches> of(final Boundary truth,
		final Boundary predicted, final double... radii)
	{
		return Arrays.stream(radii).mapToObj(r -> new BoundaryMatches(r, truth.near(
			predicted, r), truth.size(), predicted.near(truth, r), predicted.size()))
			.collect(Collectors.toUnmodifiableList());
	}

	/** @throws IllegalArgumentException if the radii differ */
	public BoundaryMatches plus(final BoundaryMatches o) {
		if (radius != o.radius) throw new IllegalArgumentException(
			"Boundaries compared at " + o.radius +
				" pixels cannot be added to those at " + radius);
		return new BoundaryMatches(radius, truthNear + o.truthNear, truth + o.truth,
			predictedNear + o.predictedNear, predicted + o.predicted);
	}

	/** Part of the predicted boundary near a true one; 1 without boundary. */
	public double precision() {
		return predicted == 0 ? 1 : (double) predictedNear / predicted;
	}

	/** Part of the true boundary near a predicted one; 1 without boundary. */
	public double recall() {
		return truth == 0 ? 1 : (double) truthNear / truth;
	}

	/** Harmonic mean of precision and recall (boundary F); 0 when both are 0. */
	public double f() {
		final double sum = precision() + recall();
		return sum == 0 ? 0 : 2 * precision() * recall() / sum;
	}
}
