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

package org.unetlens.train.doctor;

import java.util.List;
import java.util.function.IntPredicate;

import org.unetlens.data.Sample;

/**
 * How well foreground agrees with labels, whatever the threshold: the highest
 * correlation of pixels (Matthews 1975, doi:10.1016/0005-2795(75)90109-9) over
 * several thresholds, pooled over images: 1 = the same pixels, 0 = as by
 * chance, below 0 = the opposite. Unlike overlap it does not depend on how much
 * of an image is foreground. Immutable.
 *
 * @param isForeground of label values
 */
record Agreement(IntPredicate isForeground) {

	private static final int THRESHOLDS = 9;

	double of(final List<Look> looks) {
		final long[] both = new long[THRESHOLDS];
		final long[] predicted = new long[THRESHOLDS];
		long truth = 0;
		long pixels = 0;
		for (final Look look : looks) {
			final int[] labels = look.sample().labelArray();
			for (int i = 0; i < labels.length; i++) {
				if (labels[i] == Sample.IGNORE) continue;
				pixels++;
				final boolean inside = isForeground.test(labels[i]);
				if (inside) truth++;
				// NB: Reached are the thresholds 0.1, 0.2 ... up to the value.
				final int reached = Math.min(THRESHOLDS, (int) (10 * look
					.foreground()[i]));
				if (reached == 0) continue;
				predicted[reached - 1]++;
				if (inside) both[reached - 1]++;
			}
		}
		return best(both, predicted, truth, pixels);
	}

	private static double best(final long[] both, final long[] predicted,
		final double truth, final double pixels)
	{
		double best = -1;
		double b = 0, p = 0;
		for (int k = THRESHOLDS - 1; k >= 0; k--) {
			b += both[k];
			p += predicted[k];
			final double spread = p * (pixels - p) * truth * (pixels - truth);
			if (spread > 0) best = Math.max(best, (b * pixels - p * truth) / Math
				.sqrt(spread));
		}
		return best == -1 ? 0 : best;
	}
}
