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

package org.unetlens.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.engine.Engine;

/** Times of the operations of a prepared graph, by kind; for benchmarks. */
public final class OpTimes {

	private final Map<String, Double> seconds = new LinkedHashMap<>();
	private final Map<String, Integer> counts = new LinkedHashMap<>();
	private final List<String> single = new ArrayList<>();

	/** Runs all operations of a plan, several times; the medians count. */
	public static OpTimes of(final GradientPlan plan, final int rounds) {
		return new OpTimes(plan.graph().steps(), rounds);
	}

	/** Runs all operations of a plan, several times; the medians count. */
	public static OpTimes of(final UNetPlan plan, final int rounds) {
		return new OpTimes(plan.graph().steps(), rounds);
	}

	private OpTimes(final List<? extends PreparedStep> ops, final int rounds) {
		final double[][] times = new double[ops.size()][rounds];
		Engine.useThisThreadOnly();
		for (int round = -1; round < rounds; round++)
			for (int i = 0; i < times.length; i++) {
				final long start = System.nanoTime();
				ops.get(i).run();
				if (round >= 0) times[i][round] = (System.nanoTime() - start) / 1e9;
			}
		for (int i = 0; i < times.length; i++) {
			java.util.Arrays.sort(times[i]);
			final double median = times[i][rounds / 2];
			seconds.merge(ops.get(i).name(), median, Double::sum);
			counts.merge(ops.get(i).name(), 1, Integer::sum);
			single.add(String.format("%8.2f ms %s", 1e3 * median, ops.get(i)));
		}
	}

	public double total() {
		return seconds.values().stream().mapToDouble(s -> s).sum();
	}

	/** Seconds by name of operation. */
	public Map<String, Double> seconds() {
		return seconds;
	}

	/** Every operation on a line of its own. */
	public String all() {
		return String.join(System.lineSeparator(), single);
	}

	/** One line per kind of operation, the dearest first. */
	@Override
	public String toString() {
		final StringBuilder text = new StringBuilder();
		seconds.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator
			.reverseOrder())).forEach(e -> text.append(String.format(
				"  %-20s x %2d  %7.1f ms  %3.0f %%%n", e.getKey(), counts.get(e
					.getKey()), 1e3 * e.getValue(), 100 * e.getValue() / total())));
		return text.toString();
	}
}
