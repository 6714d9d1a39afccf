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

package org.unetlens.train.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unetlens.metrics.Bootstrap;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.train.review.ReviewScores.Row;

/**
 * How far predicted and true classes of pixels overlap. Counts of several
 * images add up.
 *
 * @param both pixels of each class in both
 * @param either pixels of each class in one or both
 */
record ClassOverlap(long[] both, long[] either) {

	/** @param truth below 0 = not annotated, left out */
	static ClassOverlap of(final int[] truth, final int[] predicted,
		final int classes)
	{
		final long[] both = new long[classes];
		final long[] either = new long[classes];
		for (int i = 0; i < truth.length; i++) {
			if (truth[i] < 0) continue;
			either[truth[i]]++;
			if (truth[i] == predicted[i]) both[truth[i]]++;
			else either[predicted[i]]++;
		}
		return new ClassOverlap(both, either);
	}

	private static ClassOverlap sum(final List<ClassOverlap> all) {
		final int classes = all.get(0).both.length;
		final ClassOverlap sum = new ClassOverlap(new long[classes],
			new long[classes]);
		for (final ClassOverlap o : all)
			for (int c = 0; c < classes; c++) {
				sum.both[c] += o.both[c];
				sum.either[c] += o.either[c];
			}
		return sum;
	}

	/** The mean IoU, then that of each class; NaN where a class is missing. */
	private double[] scores() {
		final double[] scores = new double[both.length + 1];
		for (int c = 0; c < both.length; c++)
			scores[c + 1] = either[c] == 0 ? Double.NaN : (double) both[c] /
				either[c];
		scores[0] = Arrays.stream(scores).skip(1).filter(s -> !Double.isNaN(s))
			.average().orElse(Double.NaN);
		return scores;
	}

	private Row row(final String name) {
		return new Row(name, Arrays.stream(scores()).boxed().toList(), new Interval(
			Double.NaN, Double.NaN));
	}

	/** @param images in the order of their names */
	static ReviewScores scores(final List<String> names,
		final List<ClassOverlap> images, final List<String> classes)
	{
		final List<String> columns = new ArrayList<>(List.of("Mean IoU"));
		classes.forEach(c -> columns.add("IoU of " + c));
		final List<Row> rows = new ArrayList<>();
		for (int i = 0; i < names.size(); i++)
			rows.add(images.get(i).row(names.get(i)));
		return new ReviewScores(columns, rows, sum(images).row("all images"), Arrays
			.asList(Bootstrap.intervals(images.size(), columns.size(), (drawn,
				values) -> System.arraycopy(sum(Arrays.stream(drawn).mapToObj(
					images::get).toList()).scores(), 0, values, 0, values.length),
				ReviewScores.RESAMPLES, ReviewScores.SEED)));
	}
}
