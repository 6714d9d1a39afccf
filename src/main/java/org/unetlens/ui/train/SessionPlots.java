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

package org.unetlens.ui.train;

import java.awt.Color;
import java.util.List;

import org.unetlens.compare.Curve;
import org.unetlens.train.TrainingCurve;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.TrainingSnapshot;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.plot.Axis;
import org.unetlens.ui.plot.LinePlot;
import org.unetlens.ui.plot.LinePlot.Line;
import org.unetlens.ui.plot.LinePlot.Marker;

/** The plots of a training that runs. Stateless. */
final class SessionPlots {

	private static final Color PALE = new Color(0xB9D3E6);
	/** A mean over so much of the curve goes before each point. */
	private static final double SMOOTH = 0.1;

	/** Before there is anything to show. */
	static final LinePlot EMPTY = new LinePlot("", steps(), new Axis("",
		Axis.Scale.LINEAR, 0, 1), List.of(), List.of());

	private SessionPlots() {}

	/** The loss of each batch, and what it comes to on average. */
	static LinePlot loss(final TrainingSnapshot snapshot) {
		return new LinePlot("Loss", steps(), new Axis("Loss", Axis.Scale.LINEAR, 0,
			Double.NaN), List.of(new Line(curve("mean of the last steps", smooth(
				snapshot.loss())), LensColors.FULL, false), new Line(curve(
					"loss of the training patches", snapshot.loss()), PALE, false)), List
						.of());
	}

	/**
	 * The score of each validation.
	 *
	 * @param name of the score
	 */
	static LinePlot score(final TrainingSnapshot snapshot, final String name) {
		final boolean any = snapshot.score().points().stream().anyMatch(p -> p
			.value() > 0);
		return new LinePlot("Score", steps(), new Axis(name, Axis.Scale.LINEAR, 0,
			any ? Double.NaN : 1), List.of(new Line(curve(
				"score on the validation images", snapshot.score()), LensColors.TWIN,
				false)), snapshot.bestScore().isPresent() ? List.of(new Marker(snapshot
					.bestStep(), "best")) : List.of());
	}

	private static Axis steps() {
		return new Axis("Step", Axis.Scale.LINEAR, Double.NaN, Double.NaN);
	}

	private static Curve curve(final String name, final TrainingCurve curve) {
		return new Curve(name, curve.points().stream().map(p -> (double) p.step())
			.toList(), curve.points().stream().map(Point::value).toList());
	}

	/** A running mean over the last tenth of what there is. */
	static TrainingCurve smooth(final TrainingCurve curve) {
		final List<Point> points = curve.points();
		final int window = Math.max(1, (int) Math.round(SMOOTH * points.size()));
		final Point[] smooth = new Point[points.size()];
		double sum = 0;
		for (int i = 0; i < smooth.length; i++) {
			sum += points.get(i).value();
			if (i >= window) sum -= points.get(i - window).value();
			smooth[i] = new Point(points.get(i).step(), sum / Math.min(window, i +
				1));
		}
		return new TrainingCurve(List.of(smooth));
	}
}
