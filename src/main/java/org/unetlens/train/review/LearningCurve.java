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

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.unetlens.metrics.Bootstrap.Interval;

/**
 * How good a model becomes with how many annotated images. Immutable.
 *
 * @param score what was measured on the validation images, higher is better, 1
 *          at most
 * @param points by ascending number of images, then draw
 */
public record LearningCurve(String score, List<Point> points) {

	/**
	 * One training.
	 *
	 * @param images that were trained on
	 * @param draw number of the choice of images, from 1 on
	 * @param value the score
	 * @param interval 95 %, validation images drawn again and again
	 */
	public record Point(int images, int draw, double value, Interval interval) {
	}

	/** Sorts the points. */
	public LearningCurve {
		points = points.stream().sorted(Comparator.comparingInt(Point::images)
			.thenComparingInt(Point::draw)).toList();
	}

	/** Numbers of images, ascending. */
	public List<Integer> counts() {
		return points.stream().map(Point::images).distinct().toList();
	}

	/** The mean score over the draws of a number of images. */
	public double mean(final int images) {
		return points.stream().filter(p -> p.images() == images).mapToDouble(
			Point::value).average().orElse(Double.NaN);
	}

	/** Half the mean width of the intervals of a number of images. */
	double halfWidth(final int images) {
		return points.stream().filter(p -> p.images() == images).mapToDouble(p -> (p
			.interval().high() - p.interval().low()) / 2).average().orElse(
				Double.NaN);
	}

	/** The power law through the means, when the points follow one. */
	public Optional<PowerLaw> fit() {
		return PowerLaw.of(this);
	}

	/** Whether annotating more is worth it: one or two sentences. */
	public String verdict() {
		return new LearningVerdict(this).sentence();
	}
}
