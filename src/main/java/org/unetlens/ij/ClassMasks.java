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

package org.unetlens.ij;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unetlens.infer.ClassPlanes;

/** Where which class is the most probable one. */
final class ClassMasks {

	private ClassMasks() {}

	/**
	 * One mask per class.
	 *
	 * @param probabilities axes (x, y, class)
	 * @return 255 where the class is the most probable one, of equal ones the
	 *         first, else 0; row by row
	 */
	static List<byte[]> of(final ClassPlanes probabilities) {
		final int classes = (int) probabilities.dimension(2);
		final List<float[]> planes = IntStream.range(0, classes).mapToObj(
			probabilities::plane).toList();
		final int pixels = planes.get(0).length;
		final List<byte[]> masks = Stream.generate(() -> new byte[pixels]).limit(
			classes).toList();
		for (int i = 0; i < pixels; i++)
			masks.get(largest(planes, i))[i] = (byte) 255;
		return masks;
	}

	private static int largest(final List<float[]> planes, final int i) {
		int largest = 0;
		for (int c = 1; c < planes.size(); c++)
			if (planes.get(c)[i] > planes.get(largest)[i]) largest = c;
		return largest;
	}
}
