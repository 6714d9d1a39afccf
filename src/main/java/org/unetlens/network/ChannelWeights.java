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

import org.unetlens.network.Weights.Weight;

/**
 * How strongly the layers that read a map weigh each of its channels. Immutable
 * and thread-safe.
 */
final class ChannelWeights {

	/**
	 * A layer that reads a map.
	 *
	 * @param map name of the layer that made it
	 * @param layer that reads it
	 * @param first input channel of the reader that is the map's channel 0
	 */
	private record Reader(String map, String layer, int first) {
	}

	private final Weights weights;
	private final List<Reader> readers = new ArrayList<>();

	/** @param weights of the network; shared */
	ChannelWeights(final UNetSpec spec, final Weights weights) {
		this.weights = weights;
		for (int k = 0; k <= spec.depth(); k++) {
			add(LayerNames.encoder(k, 1), LayerNames.encoder(k, 2), 0);
			if (k == spec.depth()) break;
			add(LayerNames.encoder(k, 2), LayerNames.encoder(k + 1, 1), 0);
			add(LayerNames.pool(k), LayerNames.encoder(k + 1, 1), 0);
		}
		for (int k = spec.depth() - 1; k >= 0; k--) {
			final boolean skip = spec.skips().contains(k);
			add(LayerNames.below(k, spec.depth()), LayerNames.up(k), 0);
			add(LayerNames.up(k), LayerNames.decoder(k, 1), skip ? spec.width(k) : 0);
			if (skip) {
				add(LayerNames.encoder(k, 2), LayerNames.decoder(k, 1), 0);
				add(LayerNames.merge(k), LayerNames.decoder(k, 1), 0);
			}
			add(LayerNames.decoder(k, 1), LayerNames.decoder(k, 2), 0);
		}
		final boolean third = spec.form().headWidth() > 0;
		if (third) add(LayerNames.decoder(0, 2), LayerNames.THIRD, 0);
		add(third ? LayerNames.THIRD : LayerNames.decoder(0, 2), LayerNames.HEAD,
			0);
	}

	private void add(final String map, final String layer, final int first) {
		readers.add(new Reader(map, layer, first));
	}

	/**
	 * For each channel of a layer's map, the sum of |weight| over the kernels and
	 * output channels of all layers that read it. The head, which nobody reads,
	 * has 1 everywhere.
	 */
	double[] of(final String layer, final int channels) {
		final double[] sums = new double[channels];
		if (layer.equals(LayerNames.HEAD)) java.util.Arrays.fill(sums, 1);
		for (final Reader reader : readers)
			if (reader.map().equals(layer)) add(weights.get(LayerNames.weight(reader
				.layer())), reader.first(), sums);
		return sums;
	}

	private static void add(final Weight kernel, final int first,
		final double[] sums)
	{
		final int inputs = (int) kernel.shape()[2];
		final int outputs = (int) kernel.shape()[3];
		for (int i = 0; i < kernel.values().length; i++) {
			final int c = i / outputs % inputs - first;
			if (c >= 0 && c < sums.length) sums[c] += Math.abs(kernel.values()[i]);
		}
	}
}
