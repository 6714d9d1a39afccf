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

import java.util.Set;

import org.unetlens.engine.Engine;

/**
 * A trained network in native memory, ready to give plans. Thread-safe; the
 * weights are shared by all its plans, so close those first.
 */
public final class UNet implements Network {

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

	@Override
	public NetworkSignature signature() {
		return NetworkSignature.of(spec);
	}

	EngineWeights weights() {
		return weights;
	}

	/** A plan for one input shape, run by one thread. */
	public UNetPlan plan(final TileShape shape) {
		return new UNetPlan(spec, weights, shape);
	}

	@Override
	public UNetStream stream(final TileShape shape, final int rows,
		final int threads)
	{
		return new UNetStream(spec, weights, shape, rows, threads);
	}

	/** Bytes of native memory that a stream takes, weights not counted. */
	@Override
	public long streamBytes(final TileShape shape, final int rows,
		final int threads)
	{
		return UNetStream.bytes(spec, weights, shape, rows);
	}

	@Override
	public long columnBytes(final int rows, final int threads) {
		return UNetStream.columnBytes(spec, weights, rows);
	}

	/** NB: Without the channels of a skip, which takes less time than zeros. */
	@Override
	public UNet without(final SkipSet silenced) {
		signature().requireSkips(silenced);
		return new UNet(spec.withSkips(new SkipSet(spec.skips().bits() & ~silenced
			.bits())), SkipCut.of(spec, weights.toWeights(), silenced));
	}

	/** The contracting path by itself, for one input shape. */
	public EncoderPlan encoderPlan(final TileShape shape) {
		return new EncoderPlan(spec, weights, shape, EncoderPlan.maps(spec));
	}

	/**
	 * The contracting path as far as one of its layers, for that layer's map.
	 *
	 * @param layer a convolution or pooling of the contracting path
	 */
	public EncoderPlan encoderPlan(final TileShape shape, final String layer) {
		return new EncoderPlan(spec, weights, shape, Set.of(layer));
	}

	/** Gradients of single logits path by path, for one input shape. */
	public PathGradients pathGradients(final TileShape shape) {
		return new PathGradients(spec, weights, shape, UNetGraph.Mode.INFERENCE);
	}

	/**
	 * For each channel of a layer's map, the sum of |weight| over all layers that
	 * read it; batch normalisation is part of the weights.
	 */
	public double[] channelWeights(final LayerGeometry layer) {
		return new ChannelWeights(spec, weights.toWeights()).of(layer.layer(), layer
			.channels());
	}

	/** The expanding path by itself, for one input shape. */
	public DecoderPlan decoderPlan(final TileShape shape) {
		return new DecoderPlan(spec, weights, shape);
	}

	@Override
	public void close() {
		weights.close();
	}
}
