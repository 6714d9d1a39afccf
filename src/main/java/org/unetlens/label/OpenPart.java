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

package org.unetlens.label;

import java.util.Arrays;

/**
 * The pixels, within one band of rows, of an area that may go on in the next
 * band: runs of pixels of a row with their heights.
 */
final class OpenPart {

	private static final int RUN = 3;

	/** Row, first column and length of each run, in raster order. */
	private int[] runs = new int[8 * RUN];
	private int used;
	private byte[] heights = new byte[64];
	private int pixels;

	void add(final int y, final int x, final byte[] from, final int at,
		final int length)
	{
		if (used + RUN > runs.length) runs = Arrays.copyOf(runs, grown(runs.length,
			RUN));
		runs[used] = y;
		runs[used + 1] = x;
		runs[used + 2] = length;
		used += RUN;
		if (pixels + length > heights.length) heights = Arrays.copyOf(heights,
			grown(heights.length, length));
		System.arraycopy(from, at, heights, pixels, length);
		pixels += length;
	}

	private static int grown(final int size, final int least) {
		return (int) Math.min(Integer.MAX_VALUE - 8L, size + (long) Math.max(least,
			size / 2));
	}

	long bytes() {
		return 4L * runs.length + heights.length;
	}

	/** What is done with a run of pixels. */
	@FunctionalInterface
	interface Run {

		/**
		 * @param heights those of the run begin at {@code from}
		 */
		void accept(int y, int x, int length, byte[] heights, int from);
	}

	/** Goes over the runs in raster order. */
	void forEach(final Run run) {
		int from = 0;
		for (int r = 0; r < used; r += RUN) {
			run.accept(runs[r], runs[r + 1], runs[r + 2], heights, from);
			from += runs[r + 2];
		}
	}
}
