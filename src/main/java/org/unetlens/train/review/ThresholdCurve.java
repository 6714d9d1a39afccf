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
import java.util.stream.IntStream;

import org.unetlens.engine.Progress;
import org.unetlens.label.ObjectRule;
import org.unetlens.metrics.Bootstrap;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.metrics.ObjectScore;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.metrics.ThresholdTuning;
import org.unetlens.metrics.ThresholdTuning.Example;

/**
 * How the score of the validation images depends on the threshold of the
 * model's object rule, all else of the rule left as it is. Immutable.
 *
 * @param score what was measured
 * @param points by ascending threshold
 * @param tuned the model's own threshold
 */
public record ThresholdCurve(String score, List<Point> points, double tuned) {

	private static final int STEPS = 19;
	/** NB: Fewer than elsewhere, for it is drawn only. */
	private static final int RESAMPLES = 200;

	/**
	 * One threshold.
	 *
	 * @param threshold 0 to 1
	 * @param value of all images together
	 * @param interval 95 %, images drawn again; NaN for a single image
	 */
	public record Point(double threshold, double value, Interval interval) {
	}

	/** Copies the list. */
	public ThresholdCurve {
		points = List.copyOf(points);
	}

	static ThresholdCurve of(final List<Example> examples, final ObjectRule rule,
		final String name, final ObjectScore score, final Progress progress)
	{
		final List<Double> thresholds = new ArrayList<>(IntStream.rangeClosed(1,
			STEPS).mapToObj(i -> i / (STEPS + 1.0)).toList());
		if (!thresholds.contains(rule.threshold())) thresholds.add(rule
			.threshold());
		final List<Point> points = new ArrayList<>();
		for (final double t : thresholds.stream().sorted().toList()) {
			progress.checkCanceled();
			points.add(point(t, ThresholdTuning.overlaps(examples, rule.withThreshold(
				t)), score));
		}
		return new ThresholdCurve(name, points, rule.threshold());
	}

	private static Point point(final double threshold,
		final List<OverlapTable> images, final ObjectScore score)
	{
		final Interval interval = Bootstrap.intervals(images.size(), 1, (drawn,
			values) -> values[0] = score.of(Arrays.stream(drawn).mapToObj(images::get)
				.toList()), RESAMPLES, ReviewScores.SEED)[0];
		return new Point(threshold, score.of(images), interval);
	}

	/** The point of the model's own threshold. */
	public Point atTuned() {
		return points.stream().filter(p -> p.threshold() == tuned).findFirst()
			.orElseThrow();
	}

	/** The thresholds at which the score is at most 0.02 below the best. */
	public Interval plateau() {
		final double best = points.stream().mapToDouble(Point::value).max()
			.orElseThrow();
		final double[] good = points.stream().filter(p -> p.value() >= best - 0.02)
			.mapToDouble(Point::threshold).toArray();
		return new Interval(good[0], good[good.length - 1]);
	}
}
