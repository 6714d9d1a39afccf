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
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unetlens.metrics.Bootstrap.Interval;

/**
 * The evaluations of a set of images. Immutable.
 *
 * @param images at least one
 */
public record EvaluatedImages(List<Item> images) {

	/** Copies the list. */
	public EvaluatedImages {
		images = List.copyOf(images);
		if (images.isEmpty()) throw new IllegalArgumentException(
			"There are no images to evaluate; give at least one");
	}

	/** An image. */
	public record Item(String name, Evaluation evaluation) {
	}

	/** Of all images, their counts added up. */
	public Evaluation pooled() {
		return pooled(IntStream.range(0, images.size()).toArray());
	}

	/**
	 * 95 % intervals of the pooled scores, by drawing images again and again.
	 *
	 * @param resamples how often; 1000 is usual
	 * @param seed the same gives the same intervals
	 * @return of every score; NaN for a single image
	 */
	public Map<EvaluationScore, Interval> intervals(final int resamples,
		final long seed)
	{
		final EvaluationScore[] scores = EvaluationScore.values();
		final Interval[] found = Bootstrap.intervals(images.size(), scores.length, (
			drawn, values) -> {
			final Evaluation pooled = pooled(drawn);
			for (final EvaluationScore score : scores)
				values[score.ordinal()] = score.of(pooled);
		}, resamples, seed);
		final Map<EvaluationScore, Interval> byScore = new EnumMap<>(
			EvaluationScore.class);
		for (final EvaluationScore score : scores)
			byScore.put(score, found[score.ordinal()]);
		return Collections.unmodifiableMap(byScore);
	}

	private Evaluation pooled(final int[] which) {
		return Arrays.stream(which).mapToObj(i -> images.get(i).evaluation).reduce(
			Evaluation::plus).orElseThrow();
	}
}
