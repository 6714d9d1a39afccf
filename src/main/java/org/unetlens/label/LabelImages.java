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
 * pixels; the memory beyond input and result is that of {@link ObjectBands}.
 * The result depends on input and rule alone, not on the number of threads.
 * Stateless, so safe to call from several threads; one call reads its input
 * with several threads.
 */
public final class LabelImages {

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
		final ObjectBands bands = new ObjectBands(rows.width(), rows.height(), rule,
			new LabelArray(labels), Long.MAX_VALUE);
		bands.add(rows.height(), (y, n, heights) -> rows.read(y, n, bands.classes(),
			(start, count, planes) -> bands.heights(planes, count, heights, start)));
		bands.count();
		bands.finish((y, n, done) -> {});
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
}
