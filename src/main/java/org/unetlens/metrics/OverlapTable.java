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
import java.util.HashMap;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

import org.unetlens.label.LabelPlane;

/**
 * How many pixels each pair of a true and a predicted label shares, background
 * (0) included: the sparse table that all scores of objects and regions are
 * taken from. One entry per pair that occurs, ordered by true, then predicted
 * label. Made in one pass; immutable.
 */
public final class OverlapTable {

	/** truth * 2^32 + predicted, ascending. */
	private final long[] keys;
	private final long[] counts;
	private final Labels truth;
	private final Labels predicted;

	private OverlapTable(final PairCounts pairs) {
		keys = pairs.sortedKeys();
		counts = new long[keys.length];
		final int[] truths = new int[keys.length];
		final int[] predictions = new int[keys.length];
		for (int e = 0; e < keys.length; e++) {
			counts[e] = pairs.count(keys[e]);
			truths[e] = (int) (keys[e] >>> 32);
			predictions[e] = (int) keys[e];
		}
		truth = new Labels(truths, counts);
		predicted = new Labels(predictions, counts);
	}

	/**
	 * Counts the pairs of two label images.
	 *
	 * @param truth axes (x, y), 0 = background; only read
	 * @param predicted axes (x, y), same size; only read
	 * @throws IllegalArgumentException if the sizes differ or a label is below 0
	 */
	public static OverlapTable of(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted)
	{
		return of(LabelPlane.of(truth), LabelPlane.of(predicted));
	}

	/** Counts the pairs of two label images, as images. */
	public static OverlapTable of(final LabelPlane t, final LabelPlane p) {
		t.checkSameSize(p);
		final PairCounts pairs = new PairCounts();
		final int n = t.pixels().length;
		int i = 0;
		while (i < n) {
			final int start = i, a = t.pixels()[i], b = p.pixels()[i];
			while (i < n && t.pixels()[i] == a && p.pixels()[i] == b)
				i++;
			if (a < 0 || b < 0) throw new IllegalArgumentException(
				"The label images hold the label " + Math.min(a, b) +
					"; labels are 1 and above, background is 0");
			pairs.add((long) a << 32 | b, i - start);
		}
		return new OverlapTable(pairs);
	}

	/**
	 * Counts the pairs where the truth is known. Predicted objects more than half
	 * of which lie where it is not are left out.
	 *
	 * @param truth axes (x, y), 0 = background, below 0 = not known
	 * @param predicted axes (x, y), same size, 0 = background
	 */
	public static OverlapTable ofKnown(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted)
	{
		final LabelPlane t = LabelPlane.of(truth);
		final LabelPlane p = LabelPlane.of(predicted);
		t.checkSameSize(p);
		final Map<Integer, long[]> objects = new HashMap<>();
		for (int i = 0; i < t.pixels().length; i++)
			objects.computeIfAbsent(p.pixels()[i], k -> new long[2])[t.pixels()[i] < 0
				? 1 : 0]++;
		final PairCounts pairs = new PairCounts();
		for (int i = 0; i < t.pixels().length; i++) {
			if (t.pixels()[i] < 0) continue;
			final long[] sizes = objects.get(p.pixels()[i]);
			pairs.add((long) t.pixels()[i] << 32 | (sizes[1] > sizes[0] ? 0 : p
				.pixels()[i]), 1);
		}
		return new OverlapTable(pairs);
	}

	/** Number of pairs that occur. */
	public int entries() {
		return keys.length;
	}

	/** True label of an entry, 0 = background. */
	public int truth(final int entry) {
		return truth.labels[truth.places[entry]];
	}

	/** Predicted label of an entry, 0 = background. */
	public int predicted(final int entry) {
		return predicted.labels[predicted.places[entry]];
	}

	/** Pixels that have both labels of an entry. */
	public long count(final int entry) {
		return counts[entry];
	}

	/** Pixels that have the true label of an entry. */
	public long truthSize(final int entry) {
		return truth.sizes[truth.places[entry]];
	}

	/** Pixels that have the predicted label of an entry. */
	public long predictedSize(final int entry) {
		return predicted.sizes[predicted.places[entry]];
	}

	/** Intersection over union of the two labels of an entry. */
	public double iou(final int entry) {
		return (double) counts[entry] / (truthSize(entry) + predictedSize(entry) -
			counts[entry]);
	}

	/** Number of true objects. */
	public int truthObjects() {
		return truth.objects();
	}

	/** Number of predicted objects. */
	public int predictedObjects() {
		return predicted.objects();
	}

	/** Consecutive number of the true label of an entry, for tables per label. */
	int truthPlace(final int entry) {
		return truth.places[entry];
	}

	/** Consecutive number of the predicted label of an entry. */
	int predictedPlace(final int entry) {
		return predicted.places[entry];
	}

	/** Number of true labels, background included if it occurs. */
	int truthLabels() {
		return truth.labels.length;
	}

	/** Number of predicted labels, background included if it occurs. */
	int predictedLabels() {
		return predicted.labels.length;
	}

	/** The labels of one image, ascending, with their sizes in pixels. */
	private static final class Labels {

		private final int[] labels;
		private final int[] places;
		private final long[] sizes;

		Labels(final int[] labelOfEntry, final long[] counts) {
			labels = Arrays.stream(labelOfEntry).sorted().distinct().toArray();
			places = new int[labelOfEntry.length];
			sizes = new long[labels.length];
			for (int e = 0; e < places.length; e++) {
				places[e] = Arrays.binarySearch(labels, labelOfEntry[e]);
				sizes[places[e]] += counts[e];
			}
		}

		int objects() {
			return labels.length > 0 && labels[0] == 0 ? labels.length - 1
				: labels.length;
		}
	}
}
