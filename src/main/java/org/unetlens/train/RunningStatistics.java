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

import java.util.LinkedHashMap;
import java.util.Map;

import org.unetlens.engine.NativeArrays;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientPlan;
import org.unetlens.network.LayerNames;

/** Mean and variance that batch norm saw, by weight name, {@code [C]} each. */
final class RunningStatistics {

	private static final float MOMENTUM = 0.99f;

	private final Map<String, float[]> values = new LinkedHashMap<>();

	/** What a plan saw in its last forward pass; copied. */
	static RunningStatistics of(final GradientPlan plan, final int depth) {
		final RunningStatistics statistics = new RunningStatistics();
		for (final String layer : LayerNames.convolutions(depth)) {
			statistics.values.put(layer + ".mean", plan.batchMean(layer));
			statistics.values.put(layer + ".variance", plan.batchVariance(layer));
		}
		return statistics;
	}

	/** Moves the running statistics of the network 1 % towards these. */
	void mergeInto(final EngineWeights weights) {
		values.forEach((name, seen) -> {
			final float[] running = NativeArrays.toFloats(weights.arrays().get(name));
			for (int c = 0; c < running.length; c++)
				running[c] = MOMENTUM * running[c] + (1 - MOMENTUM) * seen[c];
			NativeArrays.write(running, weights.arrays().get(name));
		});
	}
}
