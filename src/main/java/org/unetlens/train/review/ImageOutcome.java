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

import java.util.HashSet;
import java.util.Set;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.Sample;
import org.unetlens.metrics.OverlapTable;

/**
 * What a model made of one annotated image, object by object. Immutable; images
 * are shared, not to change.
 *
 * @param sample image and annotation
 * @param truth areas that were drawn, axes (x, y), 0 = background
 * @param predicted areas found, axes (x, y), 0 = background
 * @param found labels of true areas that a predicted one matches (IoU above
 *          0.5)
 * @param right labels of predicted areas that match a true one
 */
public record ImageOutcome(Sample sample, Img<IntType> truth,
		Img<IntType> predicted, Set<Integer> found, Set<Integer> right) {

	private static final double MATCH = 0.5;

	/** Copies the sets. */
	public ImageOutcome {
		found = Set.copyOf(found);
		right = Set.copyOf(right);
	}

	static ImageOutcome of(final Sample sample, final Areas truth,
		final Areas predicted)
	{
		final OverlapTable table = OverlapTable.of(truth.labels(), predicted
			.labels());
		final Set<Integer> found = new HashSet<>();
		final Set<Integer> right = new HashSet<>();
		for (int e = 0; e < table.entries(); e++) {
			final int t = table.truth(e), p = table.predicted(e);
			if (t == 0 || p == 0 || table.iou(e) <= MATCH || truth.classOf(
				t) != predicted.classOf(p)) continue;
			found.add(t);
			right.add(p);
		}
		return new ImageOutcome(sample, truth.labels(), predicted.labels(), found,
			right);
	}
}
