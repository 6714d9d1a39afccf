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

import java.util.Arrays;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;

/**
 * Areas of one or several classes, numbered through.
 *
 * @param labels axes (x, y), 0 = background
 * @param classes of the areas by label; empty when all are of one class
 */
record Areas(Img<IntType> labels, int[] classes) {

	/** Objects of one kind. */
	static Areas of(final Img<IntType> labels) {
		return new Areas(labels, new int[0]);
	}

	/**
	 * Each connected area of each class above 0.
	 *
	 * @param classes row by row; below 0 = not known
	 */
	static Areas of(final int[] classes, final int width) {
		final int[] areas = new int[classes.length];
		int[] ofArea = { 0 };
		final int last = Arrays.stream(classes).max().orElse(0);
		for (int c = 1; c <= last; c++) {
			final int from = ofArea.length - 1;
			final int count = add(classes, c, width, areas, from);
			ofArea = Arrays.copyOf(ofArea, from + count + 1);
			Arrays.fill(ofArea, from + 1, ofArea.length, c);
		}
		return new Areas(ArrayImgs.ints(areas, width, areas.length / width),
			ofArea);
	}

	/** @return how many areas were added */
	private static int add(final int[] classes, final int c, final int width,
		final int[] areas, final int from)
	{
		final int[] mask = Arrays.stream(classes).map(k -> k == c ? 1 : 0)
			.toArray();
		int i = 0;
		int count = 0;
		for (final IntType area : ConnectedAreas.of(ArrayImgs.ints(mask, width,
			mask.length / width), Connectivity.FOUR))
		{
			if (area.get() > 0) areas[i] = from + area.get();
			count = Math.max(count, area.get());
			i++;
		}
		return count;
	}

	int classOf(final int label) {
		return classes.length == 0 ? 1 : classes[label];
	}
}
