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
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.unetlens.network.Weights.Weight;

/**
 * Batch normalisation (Ioffe and Szegedy, ICML 2015, arXiv:1502.03167) built
 * from means, so that SameDiff can differentiate it.
 */
final class BatchNorm {

	static final double EPSILON = 1e-5;

	private BatchNorm() {}

	/** Names of the statistics of the present batch, [1, 1, 1, C]. */
	static String batchMean(final String layer) {
		return layer + ".batchMean";
	}

	static String batchVariance(final String layer) {
		return layer + ".batchVariance";
	}

	static SDVariable normalize(final SameDiff graph, final SDVariable x,
		final SDVariable gamma, final SDVariable beta, final String layer)
	{
		final SDVariable mean = graph.mean(batchMean(layer), x, true, 0, 1, 2);
		final SDVariable centred = x.sub(mean);
		final SDVariable variance = graph.mean(batchVariance(layer), centred.mul(
			centred), true, 0, 1, 2);
		return centred.mul(gamma.div(graph.math().sqrt(variance.add(EPSILON)))).add(
			beta);
	}

	/**
	 * Weights of the same function without batch normalisation: kernels and
	 * biases scaled by the running statistics.
	 */
	static Weights fold(final UNetSpec spec, final Weights weights) {
		final List<Weight> folded = new ArrayList<>();
		for (final String name : WeightShapes.of(spec.withBatchNorm(false))
			.keySet())
			folded.add(weights.get(name));
		for (final String layer : LayerNames.convolutions(spec.depth()))
			fold(weights, layer, folded);
		return new Weights(folded);
	}

	private static void fold(final Weights weights, final String layer,
		final List<Weight> folded)
	{
		final float[] gamma = weights.get(layer + ".gamma").values();
		final float[] beta = weights.get(layer + ".beta").values();
		final float[] mean = weights.get(layer + ".mean").values();
		final float[] variance = weights.get(layer + ".variance").values();
		final Weight kernel = weights.get(LayerNames.weight(layer));
		final Weight bias = weights.get(LayerNames.bias(layer));
		final float[] k = kernel.values().clone();
		final float[] b = bias.values().clone();
		for (int i = 0; i < k.length; i++)
			k[i] *= scale(gamma, variance, i % b.length);
		for (int c = 0; c < b.length; c++)
			b[c] = beta[c] + (b[c] - mean[c]) * scale(gamma, variance, c);
		folded.replaceAll(w -> w == kernel ? new Weight(w.name(), w.shape(), k)
			: w == bias ? new Weight(w.name(), w.shape(), b) : w);
	}

	private static float scale(final float[] gamma, final float[] variance,
		final int channel)
	{
		return (float) (gamma[channel] / Math.sqrt(variance[channel] + EPSILON));
	}
}
