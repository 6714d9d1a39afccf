
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
