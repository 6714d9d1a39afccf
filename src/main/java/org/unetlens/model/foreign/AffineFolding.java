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

package org.unetlens.model.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Kernel;
import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.LayerOp;

/**
 * Takes the factors and offsets of batch normalisations into the convolutions
 * before them, which is exact. Those that stand elsewhere stay.
 */
final class AffineFolding {

	private final List<Layer> folded = new ArrayList<>();
	private final Map<String, String> renamed = new HashMap<>();

	private AffineFolding() {}

	static LayerGraph fold(final LayerGraph graph)
		throws InvalidContentException
	{
		final AffineFolding folding = new AffineFolding();
		for (final Layer layer : graph.layers())
			folding.add(graph, layer);
		return graph.withLayers(folding.folded, folding.renamed.getOrDefault(graph
			.output(), graph.output()));
	}

	private void add(final LayerGraph graph, final Layer layer) {
		final List<String> inputs = layer.inputs().stream().map(i -> renamed
			.getOrDefault(i, i)).toList();
		if (layer.op() instanceof LayerOp.Affine affine && graph.readers(layer
			.inputs().get(0)).size() == 1 && fold(inputs.get(0), affine)) renamed.put(
				layer.name(), inputs.get(0));
		else folded.add(new Layer(layer.name(), layer.op(), inputs));
	}

	/** Whether the layer could take it. */
	private boolean fold(final String into, final LayerOp.Affine affine) {
		for (int i = folded.size() - 1; i >= 0; i--) {
			final Layer layer = folded.get(i);
			if (!layer.name().equals(into)) continue;
			final LayerOp op = folded(layer.op(), affine);
			if (op == null) return false;
			folded.set(i, new Layer(layer.name(), op, layer.inputs()));
			return true;
		}
		return false;
	}

	private static LayerOp folded(final LayerOp op, final LayerOp.Affine affine) {
		if (op instanceof LayerOp.Convolution c && fits(c.kernel(), affine))
			return new LayerOp.Convolution(c.kernel().scaled(affine.factor()), bias(c
				.bias(), affine), c.stride(), c.dilation(), c.pads());
		if (op instanceof LayerOp.UpConvolution c && fits(c.kernel(), affine))
			return new LayerOp.UpConvolution(c.kernel().scaled(affine.factor()), bias(
				c.bias(), affine), c.stride(), c.crop());
		return null;
	}

	private static boolean fits(final Kernel kernel,
		final LayerOp.Affine affine)
	{
		return affine.factor().length == kernel.outputs();
	}

	private static float[] bias(final float[] bias, final LayerOp.Affine affine) {
		final float[] result = affine.offset().clone();
		if (bias != null) for (int c = 0; c < result.length; c++)
			result[c] += bias[c] * affine.factor()[c];
		return result;
	}
}
