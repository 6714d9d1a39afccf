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

import java.util.List;

/**
 * A quantity over the steps of a training, thinned so that it stays small: at
 * most {@link #MOST} points, each the mean over as many steps as the others.
 * Immutable.
 *
 * @param points in the order of their steps
 */
public record TrainingCurve(List<Point> points) {

	/** So many points at most. */
	public static final int MOST = 400;

	/**
	 * One point.
	 *
	 * @param step updates done, the last one of those that the value is of
	 * @param value mean over these steps
	 */
	public record Point(long step, double value) {
	}

	/** Copies the list. */
	public TrainingCurve {
		points = List.copyOf(points);
	}

	/** This curve as what follows another one; both thinned if need be. */
	TrainingCurve after(final TrainingCurve earlier) {
		if (earlier.points.isEmpty()) return this;
		final CurveRecorder recorder = new CurveRecorder();
		for (final Point p : earlier.points)
			recorder.add(p.step(), p.value());
		final long last = earlier.points.get(earlier.points.size() - 1).step();
		for (final Point p : points)
			if (p.step() > last) recorder.add(p.step(), p.value());
		return recorder.curve();
	}
}
