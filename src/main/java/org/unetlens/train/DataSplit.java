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

package org.unetlens.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.Split;

/**
 * How annotated images become training and validation images. Immutable.
 *
 * @param validation share of the images of each folder that is not trained on
 *          but used to choose weights and thresholds; above 0, below 1
 * @param seed the same seed takes the same images
 * @param generated fields of crowded fluorescent nuclei added to the training
 *          images, 0 or more
 * @param broken the same of nuclei that are broken into fragments, 0 or more
 * @param folds parts of a cross-validation before the training, 2 or more; 0 =
 *          none
 */
public record DataSplit(double validation, long seed, int generated, int broken,
		int folds) {

	public DataSplit {
		if (!(validation > 0 && validation < 1)) throw new IllegalArgumentException(
			"The share of validation images is " + validation +
				"; allowed: above 0 and below 1");
		if (generated < 0 || broken < 0) throw new IllegalArgumentException(
			"The number of generated images is " + Math.min(generated, broken) +
				"; allowed: 0 or more");
		if (folds < 0 || folds == 1) throw new IllegalArgumentException(
			"The number of folds is " + folds + "; allowed: 0, or 2 or more");
	}

	/** Without broken nuclei and cross-validation. */
	public DataSplit(final double validation, final long seed,
		final int generated)
	{
		this(validation, seed, generated, 0, 0);
	}

	public DataSplit withFolds(final int n) {
		return new DataSplit(validation, seed, generated, broken, n);
	}

	public DataSplit withBroken(final int images) {
		return new DataSplit(validation, seed, generated, images, folds);
	}

	/** 15 % for validation, seed 1, nothing generated. */
	public static DataSplit defaults() {
		return new DataSplit(0.15, 1, 0);
	}

	/** Shares out the samples of each folder by itself. */
	public Split of(final List<List<Sample>> folders) {
		final List<Split> splits = new ArrayList<>();
		for (final List<Sample> folder : folders)
			splits.add(Split.of(folder, validation, seed));
		splits.add(generatedImages());
		return Split.union(splits);
	}

	/** Each image validates in one of the folds; none without folds. */
	public List<Split> folds(final List<List<Sample>> folders) {
		return folds == 0 ? List.of() : Split.folds(folders.stream().flatMap(
			List::stream).toList(), folds, seed).stream().map(s -> Split.union(List
				.of(s, generatedImages()))).toList();
	}

	private Split generatedImages() {
		return new Split(Stream.concat(IntStream.range(0, generated).mapToObj(
			i -> NucleiField.crowd(i).generate().sample("generated " + i)), IntStream
				.range(0, broken).mapToObj(i -> NucleiField.broken(i).generate().sample(
					"generated broken " + i))).toList(), List.of());
	}
}
