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

package org.unetlens.study;

import java.util.List;

/** A score of summed {@link ImageCounts}. */
enum StudyScore {

		DICE("Dice"), AP50("AP@0.5"), BOUNDARY1("Boundary F 1 px"), BOUNDARY2(
			"Boundary F 2 px"), BOUNDARY3("Boundary F 3 px"), HAUSDORFF95(
				"Hausdorff-95 (px)"), RAND("V_rand");

	private final String label;

	StudyScore(final String label) {
		this.label = label;
	}

	String label() {
		return label;
	}

	/**
	 * Pooled over images; Hausdorff-95 and V_rand are means over the images where
	 * there is one (no Hausdorff-95 where nothing was found, no V_rand of
	 * objects); NaN when there is none.
	 *
	 * @param images each with the counts of {@link ImageCounts#NAMES}
	 */
	double of(final List<List<Double>> images) {
		return switch (this) {
			case DICE -> ratio(2 * sum(images, 0), 2 * sum(images, 0) + sum(images,
				1) + sum(images, 2));
			case AP50 -> ratio(sum(images, 3), sum(images, 3) + sum(images, 4) + sum(
				images, 5));
			case BOUNDARY1 -> boundary(images, 6);
			case BOUNDARY2 -> boundary(images, 10);
			case BOUNDARY3 -> boundary(images, 14);
			case HAUSDORFF95 -> mean(images, 18);
			case RAND -> mean(images, 19);
		};
	}

	private static double boundary(final List<List<Double>> images,
		final int first)
	{
		final double recall = ratio(sum(images, first), sum(images, first + 1));
		final double precision = ratio(sum(images, first + 2), sum(images, first +
			3));
		return recall + precision == 0 ? 0 : 2 * recall * precision / (recall +
			precision);
	}

	private static double mean(final List<List<Double>> images, final int index) {
		return images.stream().mapToDouble(i -> i.get(index)).filter(
			Double::isFinite).average().orElse(Double.NaN);
	}

	private static double ratio(final double part, final double all) {
		return all == 0 ? 1 : part / all;
	}

	private static double sum(final List<List<Double>> images, final int index) {
		return images.stream().mapToDouble(i -> i.get(index)).sum();
	}
}
