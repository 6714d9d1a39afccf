
package org.unetlens.network;

import org.unetlens.engine.Engine;

/**
 * A trained network in native memory, ready to give plans. Thread-safe; the
 * weights are shared by all its plans, so close those first.
 */
public final class UNet implements AutoCloseable {

	private final UNetSpec spec;
	private final EngineWeights weights;

	/**
	 * Copies the weights to native memory, with batch normalisation folded into
	 * the convolutions.
	 */
	public UNet(final UNetSpec spec, final Weights weights) {
		Engine.start();
		this.spec = spec.withBatchNorm(false);
		this.weights = new EngineWeights(this.spec, spec.batchNorm() ? BatchNorm
			.fold(spec, weights) : weights);
	}

	public UNetSpec spec() {
		return spec;
	}

	EngineWeights weights() {
		return weights;
	}

	/** A plan for one input shape. */
	public UNetPlan plan(final TileShape shape) {
		return new UNetPlan(spec, weights, shape);
	}

	/**
	 * Bytes of native memory that a plan takes per pixel of its tile, found by
	 * preparing a small one.
	 */
	public long bytesPerPixel() {
		final TileShape small = new TileShape(1, 2 * spec.tileStep(), 2 * spec
			.tileStep());
		try (UNetPlan plan = plan(small)) {
			return Math.max(1, plan.bytes() / small.pixels());
		}
	}

	@Override
	public void close() {
		weights.close();
	}
}
