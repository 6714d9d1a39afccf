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

package org.unetlens.label;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Makes label images from class probabilities. Time is linear in the number of
 * pixels; the memory beyond input and result is one byte per pixel and up to
 * four per foreground pixel (none for {@link ObjectRule.Kind#FOREGROUND}). The
 * result depends on input and rule alone, not on the number of threads.
 * Stateless, so safe to call from several threads; one call reads its input
 * with several threads.
 */
public final class LabelImages {

	/** Steps of the landscape. */
	private static final int LEVELS = 254;

	private LabelImages() {}

	/**
	 * Finds the objects.
	 * <ul>
	 * <li>{@code INTERIOR_BORDER}: foreground is where 1 - p(background) reaches
	 * {@code threshold}. It is shared out among the peaks of p(interior) by a
	 * watershed in 254 steps, in which two touching objects stay apart when both
	 * peaks reach {@code seedThreshold}, stand out by {@code prominence} above
	 * the pass between them, and have a quarter of {@code minSize} in pixels
	 * above it. Connected foreground without a high peak is an object too, so
	 * that small dim objects are not lost.</li>
	 * <li>{@code FOREGROUND}: connected areas where 1 - p(background) reaches
	 * {@code threshold}.</li>
	 * <li>{@code ENCLOSED}: regions where p(membrane) is below {@code threshold},
	 * by a watershed from seeds: the connected areas with 1 - p(membrane) of at
	 * least {@code seedThreshold}, so that a weak membrane still parts two
	 * regions. The pixels of the membranes belong to no region: 0.</li>
	 * </ul>
	 * Connected means sharing edges. Then objects of fewer than {@code minSize}
	 * pixels go; holes inside one object are filled, if asked for; objects at the
	 * image border go, if asked for.
	 *
	 * @param probabilities axes (x, y, class), 0 to 1, any minimum; only read
	 * @return new label image (x, y) with minimum (0, 0): 0 = background, objects
	 *         1..n in raster order of their first pixel
	 * @throws IllegalArgumentException if the image lacks a class that the rule
	 *           needs, or has 2^31 pixels and more
	 */
	public static Img<IntType> from(
		final RandomAccessibleInterval<FloatType> probabilities,
		final ObjectRule rule)
	{
		final ProbabilityRows rows = new ProbabilityRows(probabilities, 2);
		final int[] labels = new int[rows.width() * rows.height()];
		final int objects = switch (rule.kind()) {
			case INTERIOR_BORDER -> peaks(rows, rule, labels);
			case FOREGROUND -> areas(rows, rule, labels);
			case ENCLOSED -> regions(rows, rule, labels);
		};
		ObjectCleaning.run(labels, rows.width(), objects, rule);
		return ArrayImgs.ints(labels, rows.width(), rows.height());
	}

	/**
	 * Grows all objects into the background, one step over edges at a time, until
	 * they meet. For regions between membranes: the membranes shrink to nothing,
	 * which makes results with thick and thin membranes comparable, as scores
	 * "after thinning" do.
	 *
	 * @param labels axes (x, y), 0 = background; only read
	 * @return a new label image (x, y) without background, unless there are no
	 *         objects; where two objects are equally near, either may get the
	 *         pixel
	 */
	public static Img<IntType> grown(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		final LabelPlane plane = LabelPlane.of(labels);
		final int[] grown = plane.pixels().clone();
		final byte[] level = new byte[grown.length];
		for (int i = 0; i < grown.length; i++)
			level[i] = grown[i] == 0 ? 1 : SeededFlood.SEED;
		SeededFlood.run(level, grown, plane.width());
		return ArrayImgs.ints(grown, plane.width(), plane.height());
	}

	private static int areas(final ProbabilityRows rows, final ObjectRule rule,
		final int[] labels)
	{
		final float threshold = (float) rule.threshold();
		rows.read((start, count, planes) -> {
			for (int k = 0; k < count; k++)
				if (1 - planes[0][k] >= threshold) ConnectedAreas.mark(labels, start +
					k);
		}, 0);
		return ConnectedAreas.connect(labels, rows.width(), Connectivity.FOUR, 0);
	}

	private static int peaks(final ProbabilityRows rows, final ObjectRule rule,
		final int[] labels)
	{
		final float threshold = (float) rule.threshold();
		final byte[] level = new byte[labels.length];
		rows.read((start, count, planes) -> {
			for (int k = 0; k < count; k++)
				if (1 - planes[0][k] >= threshold) level[start + k] = levelOf(
					planes[1][k]);
		}, 0, 1);
		return Basins.run(level, labels, rows.width(), (int) Math.round(rule
			.prominence() * (LEVELS - 1)), levelOf((float) rule.seedThreshold()) &
				0xff, rule.minSize() / 4);
	}

	private static int regions(final ProbabilityRows rows, final ObjectRule rule,
		final int[] labels)
	{
		final float threshold = (float) rule.threshold();
		final float seedThreshold = (float) rule.seedThreshold();
		final byte[] level = new byte[labels.length];
		rows.read((start, count, planes) -> {
			for (int k = 0; k < count; k++) {
				if (!(planes[0][k] < threshold)) continue;
				final float inside = 1 - planes[0][k];
				final boolean seed = inside >= seedThreshold;
				level[start + k] = seed ? SeededFlood.SEED : levelOf(inside);
				if (seed) ConnectedAreas.mark(labels, start + k);
			}
		}, 1);
		final int seeds = ConnectedAreas.connect(labels, rows.width(),
			Connectivity.FOUR, 0);
		dropSmallSeeds(labels, level, seeds, rule.minSize());
		SeededFlood.run(level, labels, rows.width());
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == 0 && level[i] != 0) ConnectedAreas.mark(labels, i);
		return ConnectedAreas.connect(labels, rows.width(), Connectivity.FOUR,
			seeds);
	}

	/**
	 * Small seeds become foreground like any other: they would cut a region in
	 * two.
	 */
	private static void dropSmallSeeds(final int[] labels, final byte[] level,
		final int seeds, final int smallest)
	{
		final int[] size = new int[seeds + 1];
		for (final int label : labels)
			size[label]++;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0 || size[labels[i]] >= smallest) continue;
			labels[i] = 0;
			level[i] = (byte) LEVELS;
		}
	}

	private static byte levelOf(final float interior) {
		final float inRange = Math.max(0, Math.min(1, interior));
		return (byte) (1 + (int) (inRange * (LEVELS - 1)));
	}
}
