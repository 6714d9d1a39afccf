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

package org.unetlens.metrics;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;

/**
 * Foreground-restricted Rand and information scores of regions
 * (Arganda-Carreras et al. 2015, doi:10.3389/fnana.2015.00142), 0 to 1, larger
 * is better. Pixels on a boundary of the truth (label 0) are left out; a
 * predicted boundary pixel inside a true region counts as a region of its own.
 * With n_ij pixels in true region i and predicted region j:
 * <ul>
 * <li>V_rand = 2 sum n_ij^2 / (sum t_i^2 + sum s_j^2), the harmonic mean of
 * {@link #randSplit} and {@link #randMerge}</li>
 * <li>V_info = 2 I(S; T) / (H(S) + H(T))</li>
 * </ul>
 * Thick predicted membranes cost {@link #randSplit}; pass
 * {@link org.unetlens.label.LabelImages#grown grown} regions to leave that out.
 * Sums of several images add up to the pooled score, in which regions of
 * different images are different.
 *
 * @param pixels counted, N
 * @param joint sum of n_ij^2
 * @param truth sum of t_i^2, t_i = size of a true region
 * @param predicted sum of s_j^2, s_j = size of a predicted region
 * @param jointLog sum of n_ij ln n_ij
 * @param truthLog sum of t_i ln t_i
 * @param predictedLog sum of s_j ln s_j
 */
public record RandScores(long pixels, double joint, double truth,
		double predicted, double jointLog, double truthLog, double predictedLog) {

	public static final RandScores NONE = new RandScores(0, 0, 0, 0, 0, 0, 0);

	/**
	 * Compares regions.
	 *
	 * @param truth region labels (x, y), 0 = boundary
	 * @param predicted region labels (x, y), 0 = boundary, same size
	 */
	public static RandScores of(
		final RandomAccessibleInterval<? extends IntegerType<?>> truth,
		final RandomAccessibleInterval<? extends IntegerType<?>> predicted)
	{
		return of(OverlapTable.of(truth, predicted));
	}

	/** Compares the regions of one image. */
	public static RandScores of(final OverlapTable table) {
		final long[] truth = new long[table.truthLabels()];
		final long[] predicted = new long[table.predictedLabels()];
		long pixels = 0, single = 0;
		double joint = 0, jointLog = 0;
		for (int e = 0; e < table.entries(); e++) {
			if (table.truth(e) == 0) continue;
			final long n = table.count(e);
			pixels += n;
			truth[table.truthPlace(e)] += n;
			if (table.predicted(e) == 0) single += n;
			else {
				predicted[table.predictedPlace(e)] += n;
				joint += (double) n * n;
				jointLog += nLogN(n);
			}
		}
		// NB: A region of one pixel adds 1 to the squares and 0 to the logarithms.
		return new RandScores(pixels, joint + single, squares(truth), squares(
			predicted) + single, jointLog, logs(truth), logs(predicted));
	}

	/**
	 * Labels the regions of a binary image (other than 0 = inside, 0 = membrane),
	 * connected by edges.
	 *
	 * @param inside axes (x, y)
	 * @return a new label image (x, y)
	 */
	public static Img<IntType> enclosedRegions(
		final RandomAccessibleInterval<? extends IntegerType<?>> inside)
	{
		return ConnectedAreas.of(inside, Connectivity.FOUR);
	}

	public RandScores plus(final RandScores o) {
		return new RandScores(pixels + o.pixels, joint + o.joint, truth + o.truth,
			predicted + o.predicted, jointLog + o.jointLog, truthLog + o.truthLog,
			predictedLog + o.predictedLog);
	}

	/** V_rand; 1 without any pixel. */
	public double rand() {
		return ratio(2 * joint, truth + predicted);
	}

	/** Of the pairs of pixels in one true region, those kept together. */
	public double randSplit() {
		return ratio(joint, truth);
	}

	/** Of the pairs of pixels in one predicted region, those rightly together. */
	public double randMerge() {
		return ratio(joint, predicted);
	}

	/** V_info; 1 when truth and prediction are one and the same single region. */
	public double info() {
		final double both = entropy(truthLog) + entropy(predictedLog);
		return ratio(2 * (both - entropy(jointLog)), both);
	}

	/** Entropy in nats of a partition with this sum of n ln n. */
	private double entropy(final double logs) {
		return pixels == 0 ? 0 : Math.max(0, Math.log(pixels) - logs / pixels);
	}

	private static double ratio(final double part, final double all) {
		return all == 0 ? 1 : part / all;
	}

	private static double squares(final long[] sizes) {
		double sum = 0;
		for (final long n : sizes)
			sum += (double) n * n;
		return sum;
	}

	private static double logs(final long[] sizes) {
		double sum = 0;
		for (final long n : sizes)
			sum += nLogN(n);
		return sum;
	}

	private static double nLogN(final long n) {
		return n == 0 ? 0 : n * Math.log(n);
	}
}
