
package org.unetlens.infer;

import org.unetlens.network.TileShape;
import org.unetlens.network.UNetPlan;
import org.unetlens.network.UNetSpec;

/**
 * A plan with the Java arrays that feed it, made once and reused from tile to
 * tile. Not thread-safe.
 */
final class TileWorker implements AutoCloseable {

	private final UNetPlan plan;
	private final float[] input;
	private final float[] probabilities;

	TileWorker(final UNetPlan plan, final UNetSpec spec) {
		this.plan = plan;
		input = new float[Math.toIntExact(plan.shape().pixels() * spec.channels())];
		probabilities = new float[Math.toIntExact(plan.shape().pixels() * spec
			.classes())];
	}

	TileShape shape() {
		return plan.shape();
	}

	/**
	 * Normalised values, {@code [1, h, w, channels]}; to be filled before
	 * {@link #run()}.
	 */
	float[] input() {
		return input;
	}

	/**
	 * Runs the network; the result, {@code [1, h, w, classes]}, is valid until
	 * the next run.
	 */
	float[] run() {
		plan.run(input, probabilities);
		return probabilities;
	}

	@Override
	public void close() {
		plan.close();
	}
}
