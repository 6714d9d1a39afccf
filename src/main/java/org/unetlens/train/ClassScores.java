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

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.metrics.ThresholdTuning.Example;

/** How well pixels are given their classes. */
final class ClassScores {

	private ClassScores() {}

	/**
	 * Intersection over union of each class, pooled over the images: the most
	 * probable class against the true one. 1 for a class that is in neither.
	 */
	static double[] iou(final List<Example> examples, final int classes) {
		final long[] both = new long[classes];
		final long[] either = new long[classes];
		for (final Example example : examples)
			count(example, both, either);
		final double[] iou = new double[classes];
		for (int c = 0; c < classes; c++)
			iou[c] = either[c] == 0 ? 1 : (double) both[c] / either[c];
		return iou;
	}

	private static void count(final Example example, final long[] both,
		final long[] either)
	{
		final RandomAccess<FloatType> p = example.probabilities().randomAccess();
		final Cursor<? extends IntegerType<?>> truth = Views.iterable(example
			.truth()).localizingCursor();
		while (truth.hasNext()) {
			final int t = truth.next().getInteger();
			if (t < 0) continue;
			p.setPosition(truth.getLongPosition(0), 0);
			p.setPosition(truth.getLongPosition(1), 1);
			final int found = mostProbable(p, both.length);
			either[t]++;
			if (found == t) both[t]++;
			else either[found]++;
		}
	}

	private static int mostProbable(final RandomAccess<FloatType> p,
		final int classes)
	{
		int best = 0;
		float most = -1;
		for (int c = 0; c < classes; c++) {
			p.setPosition(c, 2);
			if (p.get().get() <= most) continue;
			most = p.get().get();
			best = c;
		}
		return best;
	}
}
