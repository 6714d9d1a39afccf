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

import org.unetlens.label.LabelPlane;

/**
 * How many pixels are foreground in truth and prediction. Counts of several
 * images add up to the pooled score.
 *
 * @param both true positives
 * @param predictedOnly false positives
 * @param truthOnly false negatives
 * @param neither true negatives
 */
public record PixelCounts(long both, long predictedOnly, long truthOnly,
		long neither) {

	public static final PixelCounts NONE = new PixelCounts(0, 0, 0, 0);

	/**
	 * Counts with all labels above 0 as foreground.
	 *
	 * @param truth axes (x, y)
	 * @param predicted axes (x, y), same size
	 */
	public static PixelCounts of(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted)
	{
		return of(OverlapTable.of(truth, predicted));
	}

	/** Counts with all labels above 0 as foreground. */
	public static PixelCounts of(final OverlapTable table) {
		final long[] n = new long[4];
		for (int e = 0; e < table.entries(); e++)
			n[(table.truth(e) > 0 ? 2 : 0) + (table.predicted(e) > 0 ? 1 : 0)] +=
				table.count(e);
		return new PixelCounts(n[3], n[1], n[2], n[0]);
	}

	/** Counts with one class as foreground, all others as background. */
	public static PixelCounts ofClass(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted,
		final int classIndex)
	{
		final LabelPlane t = LabelPlane.of(truth), p = LabelPlane.of(predicted);
		t.checkSameSize(p);
		final long[] n = new long[4];
		for (int i = 0; i < t.pixels().length; i++)
			n[(t.pixels()[i] == classIndex ? 2 : 0) + (p.pixels()[i] == classIndex ? 1
				: 0)]++;
		return new PixelCounts(n[3], n[1], n[2], n[0]);
	}

	public PixelCounts plus(final PixelCounts other) {
		return new PixelCounts(both + other.both, predictedOnly +
			other.predictedOnly, truthOnly + other.truthOnly, neither +
				other.neither);
	}

	/** 2 both / (truth + predicted); 1 when both are empty. */
	public double dice() {
		final long all = 2 * both + predictedOnly + truthOnly;
		return all == 0 ? 1 : 2. * both / all;
	}

	/** Intersection over union (Jaccard); 1 when both are empty. */
	public double iou() {
		final long all = both + predictedOnly + truthOnly;
		return all == 0 ? 1 : (double) both / all;
	}
}
