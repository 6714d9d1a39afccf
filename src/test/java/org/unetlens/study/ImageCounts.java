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

package org.unetlens.study;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.compare.Output;
import org.unetlens.metrics.BoundaryMatches;
import org.unetlens.metrics.HausdorffDistance;
import org.unetlens.metrics.ObjectMatches;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.metrics.PixelCounts;
import org.unetlens.metrics.RandScores;

/**
 * What was counted on one test image; a line of the study's table. Counts add
 * up to pooled scores.
 *
 * @param set image set
 * @param seed of the training
 * @param variant {@code full}, {@code twin none}, {@code knock-out none} ...
 * @param image its name
 * @param counts {@link #NAMES}
 */
record ImageCounts(String set, int seed, String variant, String image,
		List<Double> counts) {

	static final List<String> NAMES = List.of("both", "onlyOutput", "onlyTruth",
		"found", "invented", "missed", "truthNear1", "truth1", "outputNear1",
		"output1", "truthNear2", "truth2", "outputNear2", "output2", "truthNear3",
		"truth3", "outputNear3", "output3", "hausdorff95", "vRand");

	static final String HEADER = "set,seed,variant,image," + String.join(",",
		NAMES);

	/** Counts of objects on one image, e.g. nuclei. */
	static List<Double> ofObjects(final Img<IntType> truth, final Output output) {
		return count(truth, output.labels(), PixelCounts.of(truth, output.labels()),
			Double.NaN);
	}

	/**
	 * Counts of regions between membranes on one image; the pixels are those of
	 * the membranes, where their probability is at least 0.5.
	 *
	 * @param regions true regions, 0 = membrane
	 */
	static List<Double> ofMembranes(final Img<IntType> regions,
		final Output output)
	{
		final Img<IntType> found = ArrayImgs.ints(regions.dimensionsAsLongArray());
		LoopBuilder.setImages(output.foreground(), found).forEachPixel((p, f) -> f
			.set(p.get() >= 0.5f ? 0 : 1));
		return count(regions, output.labels(), PixelCounts.ofClass(regions, found,
			0), RandScores.of(OverlapTable.of(regions, output.labels())).rand());
	}

	private static List<Double> count(final Img<IntType> truth,
		final Img<IntType> output, final PixelCounts pixels, final double vRand)
	{
		final List<Double> counts = new ArrayList<>();
		add(counts, pixels.both(), pixels.predictedOnly(), pixels.truthOnly());
		final ObjectMatches objects = ObjectMatches.of(truth, output, 0.5);
		add(counts, objects.found(), objects.invented(), objects.missed());
		for (final BoundaryMatches b : BoundaryMatches.of(truth, output, 1, 2, 3))
			add(counts, b.truthNear(), b.truth(), b.predictedNear(), b.predicted());
		counts.add(HausdorffDistance.of(truth, output, 95));
		counts.add(vRand);
		return counts;
	}

	private static void add(final List<Double> counts, final long... values) {
		for (final long value : values)
			counts.add((double) value);
	}

	String line() {
		return set + "," + seed + "," + variant + "," + image + "," + String.join(
			",", counts.stream().map(c -> c == Math.rint(c) && !c.isInfinite() ? Long
				.toString(c.longValue()) : Double.toString(c)).toList());
	}

	static ImageCounts of(final String line) {
		final String[] cells = line.split(",");
		return new ImageCounts(cells[0], Integer.parseInt(cells[1]), cells[2],
			cells[3], java.util.Arrays.stream(cells).skip(4).map(Double::valueOf)
				.toList());
	}
}
