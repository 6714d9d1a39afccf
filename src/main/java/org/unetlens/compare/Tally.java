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

import org.unetlens.metrics.BoundaryMatches;
import org.unetlens.metrics.ObjectMatches;
import org.unetlens.metrics.PixelCounts;

/**
 * What was counted of one output in one unit: the surroundings of a reference
 * object, or a whole image. Tallies add up; the scores of a sum over all units
 * of an image equal those of {@link org.unetlens.metrics} on that image.
 * Immutable.
 */
final class Tally {

	/** The scores that a tally has, and that can be resampled. */
	static final List<Score> SCORES = List.of(Score.DICE, Score.IOU,
		Score.BOUNDARY_F1, Score.BOUNDARY_F2, Score.BOUNDARY_F3, Score.AP50,
		Score.AP60, Score.AP70, Score.AP80, Score.AP90);

	/** Distances that count as near, in pixels. */
	static final double[] RADII = { 1, 2, 3 };

	/** IoU that a match exceeds. */
	static final double[] THRESHOLDS = { 0.5, 0.6, 0.7, 0.8, 0.9 };

	/** Foreground pixels: of both, of the reference, of the output. */
	static final int BOTH = 0, REFERENCE = 1, OUTPUT = 2;

	/** Boundary pixels, and those near the other one, per radius. */
	static final int REFERENCE_BOUNDARY = 3, OUTPUT_BOUNDARY = 4, REFERENCE_NEAR =
		5, OUTPUT_NEAR = REFERENCE_NEAR + RADII.length;

	/** Objects, and those matched, per threshold. */
	static final int REFERENCE_OBJECTS = OUTPUT_NEAR + RADII.length,
			OUTPUT_OBJECTS = REFERENCE_OBJECTS + 1, FOUND = OUTPUT_OBJECTS + 1;

	/** How many counts there are. */
	static final int SIZE = FOUND + THRESHOLDS.length;

	static final Tally NONE = new Tally(new double[SIZE]);

	// NB: Counts up to 2^53 are exact, and sums of doubles are fast to resample.
	private final double[] counts;

	private Tally(final double[] counts) {
		this.counts = counts;
	}

	/** Takes over the counts, {@link #SIZE} of them, ordered as named above. */
	static Tally wrap(final double[] counts) {
		return new Tally(counts);
	}

	/** One of the counts named above. */
	long count(final int which) {
		return (long) counts[which];
	}

	Tally plus(final Tally other) {
		final double[] sum = counts.clone();
		for (int i = 0; i < SIZE; i++)
			sum[i] += other.counts[i];
		return new Tally(sum);
	}

	static Tally sum(final List<Tally> tallies) {
		return tallies.stream().reduce(NONE, Tally::plus);
	}

	/** One of {@link #SCORES}. */
	double score(final Score score) {
		return score(score, counts, 0);
	}

	void copyTo(final double[] row, final int at) {
		System.arraycopy(counts, 0, row, at, SIZE);
	}

	/** One of {@link #SCORES} of summed counts that start at an index. */
	static double score(final Score score, final double[] sums, final int at) {
		return switch (score) {
			case DICE -> pixels(sums, at).dice();
			case IOU -> pixels(sums, at).iou();
			case BOUNDARY_F1 -> boundary(sums, at, 0);
			case BOUNDARY_F2 -> boundary(sums, at, 1);
			case BOUNDARY_F3 -> boundary(sums, at, 2);
			case AP50 -> ap(sums, at, 0);
			case AP60 -> ap(sums, at, 1);
			case AP70 -> ap(sums, at, 2);
			case AP80 -> ap(sums, at, 3);
			case AP90 -> ap(sums, at, 4);
			default -> throw new IllegalArgumentException("The score '" + score
				.label() + "' is none of counts; one of " + SCORES + " was expected");
		};
	}

	private static PixelCounts pixels(final double[] sums, final int at) {
		final long both = (long) sums[at + BOTH];
		return new PixelCounts(both, (long) sums[at + OUTPUT] - both,
			(long) sums[at + REFERENCE] - both, 0);
	}

	private static double boundary(final double[] sums, final int at,
		final int radius)
	{
		return new BoundaryMatches(RADII[radius], (long) sums[at + REFERENCE_NEAR +
			radius], (long) sums[at + REFERENCE_BOUNDARY], (long) sums[at +
				OUTPUT_NEAR + radius], (long) sums[at + OUTPUT_BOUNDARY]).f();
	}

	private static double ap(final double[] sums, final int at,
		final int threshold)
	{
		final long found = (long) sums[at + FOUND + threshold];
		return new ObjectMatches(THRESHOLDS[threshold], found, (long) sums[at +
			OUTPUT_OBJECTS] - found, (long) sums[at + REFERENCE_OBJECTS] - found)
			.ap();
	}
}
