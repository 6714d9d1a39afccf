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

package org.unetlens.benchmark;

import java.util.Arrays;

/**
 * Times of several ways to do the same, taken in turns so that whatever slows
 * the machine down slows all of them.
 */
final class Rounds {

	/** Something to be timed. */
	interface Work {

		void run() throws Exception;
	}

	private final double[][] seconds;

	/** Runs each once to warm up, then all of them in turns. */
	Rounds(final int rounds, final Work... ways) throws Exception {
		seconds = new double[ways.length][rounds];
		for (final Work way : ways)
			way.run();
		for (int i = 0; i < rounds; i++)
			for (int k = 0; k < ways.length; k++) {
				final long start = System.nanoTime();
				ways[k].run();
				seconds[k][i] = (System.nanoTime() - start) / 1e9;
			}
	}

	/** Median seconds of a way. */
	double median(final int way) {
		return sorted(seconds[way])[seconds[way].length / 2];
	}

	/** Median of the ratios of neighbouring runs. */
	double ratio(final int way, final int to) {
		return sorted(ratios(way, to))[seconds[way].length / 2];
	}

	/** Median, in brackets the fastest and the slowest run. */
	String seconds(final int way) {
		return spread(seconds[way], "%.3f (%.3f to %.3f)");
	}

	/** Median of the ratios of neighbouring runs, in brackets the range. */
	String ratios(final int way, final int to, final String format) {
		return spread(ratios(way, to), format);
	}

	private double[] ratios(final int way, final int to) {
		final double[] ratios = new double[seconds[way].length];
		for (int i = 0; i < ratios.length; i++)
			ratios[i] = seconds[way][i] / seconds[to][i];
		return ratios;
	}

	private static double[] sorted(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted;
	}

	private static String spread(final double[] values, final String format) {
		final double[] s = sorted(values);
		return String.format(java.util.Locale.ROOT, format, s[s.length / 2], s[0],
			s[s.length - 1]);
	}
}
