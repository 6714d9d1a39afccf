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

import org.unetlens.metrics.Bootstrap.Interval;

/**
 * Scores of the validation images, one by one and of all together. Immutable.
 *
 * @param names of the scores
 * @param images one row each
 * @param all the same of all images together, their counts added up
 * @param intervals of those, 95 %, images drawn again and again; NaN for a
 *          single image
 */
public record ReviewScores(List<String> names, List<Row> images, Row all,
		List<Interval> intervals) {

	/** How often images are drawn for an interval. */
	public static final int RESAMPLES = 1000;

	static final long SEED = 1;

	/**
	 * The scores of one image.
	 *
	 * @param values NaN where it cannot be had
	 * @param ap 95 % interval of AP@0.5 over objects; NaN where there are none
	 */
	public record Row(String name, List<Double> values, Interval ap) {

		/** Copies the list. */
		public Row {
			values = List.copyOf(values);
		}
	}

	/** Copies the lists. */
	public ReviewScores {
		names = List.copyOf(names);
		images = List.copyOf(images);
		intervals = List.copyOf(intervals);
	}
}
