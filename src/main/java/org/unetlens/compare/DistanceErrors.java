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

package org.unetlens.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Wrong pixels by their distance to the nearest boundary pixel of the
 * reference, on both sides: distance 0 are the boundary pixels themselves, 1
 * those from 0.5 to below 1.5 pixels away, up to {@link #FARTHEST}. A pixel is
 * wrong when it is foreground in one of reference and output only. Sums of
 * several images add up. Immutable.
 */
final class DistanceErrors {

	/** Largest distance, in pixels. */
	static final int FARTHEST = 10;

	static final DistanceErrors NONE = new DistanceErrors();

	private static final int[] ROUNDED = IntStream.rangeClosed(0, FARTHEST *
		(FARTHEST + 1)).map(square -> (int) Math.round(Math.sqrt(square)))
		.toArray();

	private final long[] wrong = new long[FARTHEST + 1];
	private final long[] all = new long[FARTHEST + 1];

	private DistanceErrors() {}

	/** @param output labels of the reference's size, in raster order */
	static DistanceErrors of(final ReferenceMap reference, final int[] output) {
		final DistanceErrors result = new DistanceErrors();
		for (int i = 0; i < output.length; i++) {
			final float square = reference.boundary().squaredDistance(i);
			if (square >= ROUNDED.length) continue;
			final int distance = ROUNDED[(int) square];
			result.all[distance]++;
			if (reference.isForeground(i) != (output[i] != 0))
				result.wrong[distance]++;
		}
		return result;
	}

	DistanceErrors plus(final DistanceErrors other) {
		final DistanceErrors result = new DistanceErrors();
		for (int d = 0; d <= FARTHEST; d++) {
			result.wrong[d] = wrong[d] + other.wrong[d];
			result.all[d] = all[d] + other.all[d];
		}
		return result;
	}

	/** Wrong pixels at a distance. */
	long wrong(final int distance) {
		return wrong[distance];
	}

	/** All pixels at a distance. */
	long all(final int distance) {
		return all[distance];
	}

	/** Share of wrong pixels against the distance; NaN without pixels. */
	Curve curve(final String name) {
		final List<Double> x = IntStream.rangeClosed(0, FARTHEST).mapToObj(
			d -> (double) d).collect(Collectors.toList());
		final List<Double> y = IntStream.rangeClosed(0, FARTHEST).mapToObj(
			d -> (double) wrong[d] / all[d]).collect(Collectors.toList());
		return new Curve(name, x, y);
	}
}
