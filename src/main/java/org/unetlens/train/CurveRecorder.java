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

import org.unetlens.train.TrainingCurve.Point;

/**
 * Collects a {@link TrainingCurve}: when it has become too long, each two
 * points become their mean. Not thread-safe.
 */
final class CurveRecorder {

	private final List<Point> points = new ArrayList<>();
	private int perPoint = 1;
	private double sum;
	private int count;

	void add(final long step, final double value) {
		sum += value;
		if (++count < perPoint) return;
		points.add(new Point(step, sum / count));
		sum = 0;
		count = 0;
		if (points.size() == TrainingCurve.MOST) thin();
	}

	private void thin() {
		for (int i = 0; i < TrainingCurve.MOST / 2; i++) {
			final Point second = points.get(2 * i + 1);
			points.set(i, new Point(second.step(), (points.get(2 * i).value() + second
				.value()) / 2));
		}
		points.subList(TrainingCurve.MOST / 2, TrainingCurve.MOST).clear();
		perPoint *= 2;
	}

	/** What was collected so far; steps of an unfinished point are left out. */
	TrainingCurve curve() {
		return new TrainingCurve(points);
	}
}
