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

import org.unetlens.data.Sample;

/** Finds by how much labels are shifted against what they label. Stateless. */
final class ShiftSearch {

	private static final int FARTHEST = 24;
	private static final int COARSE = 4;

	private ShiftSearch() {}

	/**
	 * The shift of the labels, px to the right and down, with the largest
	 * correlation with the foreground.
	 */
	static int[] best(final List<Look> looks, final Agreement agreement) {
		final int[] coarse = best(looks, agreement, new int[] { 0, 0 }, FARTHEST,
			COARSE);
		return best(looks, agreement, coarse, COARSE - 1, 1);
	}

	private static int[] best(final List<Look> looks, final Agreement agreement,
		final int[] around, final int reach, final int step)
	{
		int[] best = around;
		double largest = Double.NEGATIVE_INFINITY;
		for (int dy = -reach; dy <= reach; dy += step)
			for (int dx = -reach; dx <= reach; dx += step) {
				final int x = around[0] + dx, y = around[1] + dy;
				double sum = 0;
				for (final Look look : looks)
					sum += correlation(look, agreement, x, y);
				// NB: Among equals the shortest shift.
				if (sum < largest || sum == largest && Math.hypot(x, y) >= Math.hypot(
					best[0], best[1])) continue;
				largest = sum;
				best = new int[] { x, y };
			}
		return best;
	}

	/** Pearson's correlation over the pixels that both have. */
	private static double correlation(final Look look, final Agreement agreement,
		final int dx, final int dy)
	{
		final Sample sample = look.sample();
		final int w = sample.width(), h = sample.height();
		final int[] labels = sample.labelArray();
		double n = 0, p = 0, pp = 0, t = 0, pt = 0;
		for (int y = Math.max(0, dy); y < Math.min(h, h + dy); y++)
			for (int x = Math.max(0, dx); x < Math.min(w, w + dx); x++) {
				final int label = labels[(y - dy) * w + x - dx];
				if (label == Sample.IGNORE) continue;
				final double q = look.foreground()[y * w + x];
				n++;
				p += q;
				pp += q * q;
				if (!agreement.isForeground().test(label)) continue;
				t++;
				pt += q;
			}
		final double spread = (pp - p * p / n) * (t - t * t / n);
		return spread > 0 ? (pt - p * t / n) / Math.sqrt(spread) : 0;
	}
}
