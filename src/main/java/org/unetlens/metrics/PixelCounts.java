
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
