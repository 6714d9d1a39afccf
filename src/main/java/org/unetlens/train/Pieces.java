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

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Work on long arrays piece by piece, several pieces at a time. The pieces do
 * not depend on the number of threads, so neither do sums over them.
 */
final class Pieces {

	private static final int LENGTH = 1 << 16;

	/** Work on the elements from {@code start} to below {@code end}. */
	interface Work {

		void run(int start, int end);
	}

	/** A sum over the elements from {@code start} to below {@code end}. */
	interface Sum {

		double of(int start, int end);
	}

	private Pieces() {}

	/** Does the work for all elements of an array of that length. */
	static void forEach(final int length, final Work work) {
		Parallelization.getTaskExecutor().forEach(starts(length), start -> work.run(
			start, Math.min(length, start + LENGTH)));
	}

	/** Adds the sums of all pieces, in their order. */
	static double sum(final int length, final Sum sum) {
		double total = 0;
		for (final double part : Parallelization.getTaskExecutor().forEachApply(
			starts(length), start -> sum.of(start, Math.min(length, start + LENGTH))))
			total += part;
		return total;
	}

	private static List<Integer> starts(final int length) {
		return IntStream.iterate(0, i -> i < length, i -> i + LENGTH).boxed()
			.toList();
	}
}
