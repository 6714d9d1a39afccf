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

package org.unetlens.ui.plot;

import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.unetlens.compare.Curve;
import org.unetlens.compare.Estimate;
import org.unetlens.label.Csv;
import org.unetlens.train.TrainingCourse;
import org.unetlens.train.TrainingCurve;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.review.LearningCurve;
import org.unetlens.train.review.ThresholdCurve;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.plot.LinePlot.Line;
import org.unetlens.ui.plot.LinePlot.Marker;

/** The plots of a training. Stateless and thread-safe. */
public final class TrainingPlots {

	private static final Axis STEPS = new Axis("Step", Axis.Scale.LINEAR,
		Double.NaN, Double.NaN);
	private static final int LINE_POINTS = 60;

	private TrainingPlots() {}

	/** Loss of the training batches. */
	public static LinePlot loss(final TrainingCourse course) {
		return new LinePlot("Loss of the training patches", STEPS, new Axis("Loss",
			Axis.Scale.LINEAR, 0, Double.NaN), List.of(line("loss", course.loss(),
				LensColors.FULL)), List.of(best(course)));
	}

	/** Score of the validation images. */
	public static LinePlot score(final TrainingCourse course) {
		return new LinePlot("Score of the validation images", STEPS, new Axis(
			"Score", Axis.Scale.LINEAR, Double.NaN, Double.NaN), List.of(line("score",
				course.score(), LensColors.TWIN)), List.of(best(course)));
	}

	private static Marker best(final TrainingCourse course) {
		return new Marker(course.bestStep(), "kept: step " + course.bestStep());
	}

	private static Line line(final String name, final TrainingCurve curve,
		final Color color)
	{
		return new Line(new Curve(name, curve.points().stream().map(p -> (double) p
			.step()).toList(), curve.points().stream().map(Point::value).toList()),
			color, false);
	}

	/** The score over the threshold, with the ends of its intervals. */
	public static LinePlot threshold(final ThresholdCurve curve) {
		return new LinePlot("Score by threshold", Axis.linear(
			"Threshold of the probability", 0, 1), new Axis(curve.score(),
				Axis.Scale.LINEAR, 0, Double.NaN), List.of(line(curve, "score",
					ThresholdCurve.Point::value, LensColors.FULL, false), line(curve,
						"95 % interval, low end", p -> p.interval().low(), LensColors.NONE,
						true), line(curve, "high end", p -> p.interval().high(),
							LensColors.NONE, true)), List.of(new Marker(curve.tuned(),
								"the model's: " + Csv.number(curve.tuned()))));
	}

	private static Line line(final ThresholdCurve curve, final String name,
		final ToDoubleFunction<ThresholdCurve.Point> value, final Color color,
		final boolean dashed)
	{
		return new Line(new Curve(name, curve.points().stream().map(
			ThresholdCurve.Point::threshold).toList(), curve.points().stream().map(
				value::applyAsDouble).toList()), color, dashed);
	}

	/**
	 * The score over the number of images, with the power law if there is one.
	 */
	public static IntervalPlot learning(final LearningCurve curve) {
		return new IntervalPlot("Score by number of annotated images",
			"Annotated images trained on", curve.score(), "one training each", curve
				.points().stream().map(p -> (double) p.images()).toList(), curve
					.points().stream().map(p -> new Estimate(p.value(), p.interval()
						.low(), p.interval().high())).toList(), curve.fit().map(law -> {
							final double from = curve.counts().get(0);
							final double to = 2.0 * curve.counts().get(curve.counts().size() -
								1);
							final List<Double> x = IntStream.rangeClosed(0, LINE_POINTS)
								.mapToObj(i -> from * Math.pow(to / from, (double) i /
									LINE_POINTS)).toList();
							return new Curve("power law, up to twice as many", x, x.stream()
								.map(law::at).toList());
						}).orElse(new Curve("", List.of(), List.of())));
	}
}
