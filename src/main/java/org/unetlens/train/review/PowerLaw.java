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

import java.util.List;
import java.util.Optional;

/**
 * The score with n images as {@code best - loss * n^-exponent}: errors fall as
 * a power of the number of images (Hestness et al. 2017, arXiv:1712.00409), to
 * a rest that more images do not mend. Immutable.
 *
 * @param best score with any number of images, 1 at most
 * @param loss what is missing to it with one image, above 0
 * @param exponent above 0
 * @param residual root of the mean squared distance of the points
 */
public record PowerLaw(double best, double loss, double exponent,
		double residual) {

	/** NB: With fewer numbers of images than that, any curve fits. */
	private static final int LEAST = 4;
	private static final int STEPS = 200;

	/** The score expected with so many images. */
	public double at(final double images) {
		return best - loss * Math.pow(images, -exponent);
	}

	/**
	 * Least squares in the scores; the exponents from 0.05 to 3 are tried, the
	 * other two follow from each.
	 *
	 * @return empty for fewer than four numbers of images, or when the scores do
	 *         not rise along such a curve
	 */
	static Optional<PowerLaw> of(final LearningCurve curve) {
		final List<Integer> counts = curve.counts();
		if (counts.size() < LEAST) return Optional.empty();
		final double[] y = counts.stream().mapToDouble(curve::mean).toArray();
		PowerLaw found = null;
		for (int k = 0; k <= STEPS; k++) {
			final double exponent = 0.05 * Math.pow(60, (double) k / STEPS);
			final PowerLaw law = line(counts, y, exponent);
			if (found == null || law.residual < found.residual) found = law;
		}
		return found.loss > 0 && found.residual <= spread(y) / 4 ? Optional.of(
			found) : Optional.empty();
	}

	/** A straight line over n^-exponent, its end at 1 at most. */
	private static PowerLaw line(final List<Integer> counts, final double[] y,
		final double exponent)
	{
		final double[] x = counts.stream().mapToDouble(n -> Math.pow(n, -exponent))
			.toArray();
		double mx = 0, my = 0, xx = 0, xy = 0;
		for (int i = 0; i < x.length; i++) {
			mx += x[i] / x.length;
			my += y[i] / x.length;
		}
		double ones = 0, square = 0;
		for (int i = 0; i < x.length; i++) {
			xx += (x[i] - mx) * (x[i] - mx);
			xy += (x[i] - mx) * (y[i] - my);
			ones += x[i] * (1 - y[i]);
			square += x[i] * x[i];
		}
		final double slope = -xy / xx, end = my + slope * mx;
		final PowerLaw law = end <= 1 ? new PowerLaw(end, slope, exponent, 0)
			: new PowerLaw(1, ones / square, exponent, 0);
		double sum = 0;
		for (int i = 0; i < x.length; i++)
			sum += Math.pow(law.at(counts.get(i)) - y[i], 2);
		return new PowerLaw(law.best, law.loss, exponent, Math.sqrt(sum /
			x.length));
	}

	private static double spread(final double[] y) {
		double low = y[0], high = y[0];
		for (final double v : y) {
			low = Math.min(low, v);
			high = Math.max(high, v);
		}
		return high - low;
	}
}
