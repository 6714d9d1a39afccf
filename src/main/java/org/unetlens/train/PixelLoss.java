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

import java.util.Arrays;

import org.unetlens.data.Patch;

/**
 * Weighted cross entropy, soft Dice, or their sum over the pixels of a patch.
 * Pixels without a class count for nothing.
 * <p>
 * Cross entropy: sum w(x) * -log p_t(x) / sum w(x), with t the class and w the
 * weight of pixel x. Dice (Milletari et al., 3DV 2016, arXiv:1606.04797): 1 -
 * mean over classes of (2 sum p t + 1) / (sum p + sum t + 1). Immutable and
 * thread-safe.
 *
 * @param entropyShare weight of the cross entropy, 0 or more
 * @param diceShare weight of the Dice term, 0 or more
 */
record PixelLoss(double entropyShare, double diceShare) {

	private static final double SMOOTH = 1;

	/**
	 * What the Dice derivative needs: d dice / d p of a class where it is the
	 * truth, and where it is not.
	 */
	private record DiceSlope(double[] hit, double[] miss) {
	}

	static PixelLoss of(final TrainingConfig config) {
		return switch (config.loss()) {
			case CROSS_ENTROPY -> new PixelLoss(1, 0);
			case DICE -> new PixelLoss(0, 1);
			case SUM -> new PixelLoss(1, config.diceShare());
		};
	}

	/**
	 * Computes the loss of one patch and its derivative.
	 *
	 * @param patch the truth
	 * @param p probabilities {@code [height, width, classes]}, softmax of the
	 *          logits; overwritten by the derivative of the loss with respect to
	 *          the logits
	 * @return the loss
	 */
	double differentiate(final Patch patch, final float[] p) {
		final byte[] truth = patch.classes();
		final int classes = p.length / truth.length;
		double weightSum = 0;
		double entropy = 0;
		for (int i = 0; i < truth.length; i++) {
			if (truth[i] < 0) continue;
			weightSum += patch.weights()[i];
			entropy -= patch.weights()[i] * Math.log(Math.max(1e-7f, p[i * classes +
				truth[i]]));
		}
		if (weightSum == 0) {
			Arrays.fill(p, 0);
			return 0;
		}
		final DiceSlope slope = new DiceSlope(new double[classes],
			new double[classes]);
		final double dice = dice(truth, p, slope);
		derivative(patch, p, slope, weightSum);
		return entropyShare * entropy / weightSum + diceShare * (1 - dice);
	}

	/**
	 * The mean Dice of the classes; writes the slopes of
	 * {@code diceShare * (1 - dice)}.
	 */
	private double dice(final byte[] truth, final float[] p,
		final DiceSlope slope)
	{
		final int classes = slope.hit.length;
		final double[] product = new double[classes];
		final double[] total = new double[classes];
		for (int i = 0; i < truth.length; i++) {
			final int t = truth[i];
			if (t < 0) continue;
			product[t] += p[i * classes + t];
			total[t]++;
			for (int c = 0; c < classes; c++)
				total[c] += p[i * classes + c];
		}
		double dice = 0;
		for (int c = 0; c < classes; c++) {
			final double size = total[c] + SMOOTH;
			final double overlap = 2 * product[c] + SMOOTH;
			dice += overlap / size / classes;
			slope.hit[c] = -diceShare / classes * (2 * size - overlap) / (size *
				size);
			slope.miss[c] = diceShare / classes * overlap / (size * size);
		}
		return dice;
	}

	/**
	 * Cross entropy gives w / W * (p - t) at the logits; the Dice derivative g at
	 * the probabilities goes through softmax as p * (g - sum p g).
	 */
	private void derivative(final Patch patch, final float[] p,
		final DiceSlope slope, final double weightSum)
	{
		final byte[] truth = patch.classes();
		final int classes = slope.hit.length;
		for (int i = 0; i < truth.length; i++) {
			final int t = truth[i];
			final int at = i * classes;
			if (t < 0) {
				Arrays.fill(p, at, at + classes, 0);
				continue;
			}
			final float share = (float) (entropyShare * patch.weights()[i] /
				weightSum);
			double mean = 0;
			for (int c = 0; c < classes; c++)
				mean += p[at + c] * (c == t ? slope.hit[c] : slope.miss[c]);
			for (int c = 0; c < classes; c++) {
				final double g = c == t ? slope.hit[c] : slope.miss[c];
				p[at + c] = (float) (share * (p[at + c] - (c == t ? 1 : 0)) + p[at +
					c] * (g - mean));
			}
		}
	}
}
