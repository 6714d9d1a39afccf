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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.unetlens.metrics.ThresholdTuning.Example;

class ClassScoresTest {

	private static Example example(final int[] truth, final int[] found) {
		final int n = truth.length;
		final Img<FloatType> p = ArrayImgs.floats(n, 1, 3);
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				p.getAt(i, 0, c).set(c == found[i] ? 0.4f : 0.3f);
		return new Example(p, ArrayImgs.ints(truth, n, 1));
	}

	/** Counted by hand; pixels without a class are left out. */
	@Test
	void pooledIntersectionOverUnion() {
		// NB: Class 1 is right in 3 of 5 pixels that are or are found to be it.
		assertArrayEquals(new double[] { 1 / 3.0, 3 / 5.0, 1 }, ClassScores.iou(List
			.of(example(new int[] { 0, 0, 1, 1, -1 }, new int[] { 0, 1, 1, 0, 2 }),
				example(new int[] { 1, 1, -1 }, new int[] { 1, 1, 0 })), 3), 1e-12);
	}
}
