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

package org.unetlens.model;

import java.util.Map;

import org.unetlens.graph.OnnxGraph;
import org.unetlens.network.LayerNames;
import org.unetlens.network.Padding;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights;

/**
 * Writes a U-Net as an ONNX model: input {@code [N, channels, H, W]}, output
 * {@code [N, classes, H, W]}, any N, H and W that the network takes. The
 * initialisers carry the names of our weights.
 */
final class OnnxWriter {

	private final UNetSpec spec;
	private final OnnxGraph graph = new OnnxGraph("unet");

	private OnnxWriter(final UNetSpec spec) {
		this.spec = spec;
	}

	/** @return the bytes of the .onnx file */
	static byte[] write(final UNetSpec spec, final Weights weights) {
		final OnnxWriter writer = new OnnxWriter(spec);
		writer.addWeights(weights);
		writer.addLayers();
		return writer.graph.toModel();
	}

	private void addWeights(final Weights weights) {
		for (final Map.Entry<String, long[]> e : WeightShapes.of(spec).entrySet())
			graph.floats(e.getKey(), OnnxLayout.shape(e.getKey(), e.getValue()),
				OnnxLayout.toOnnx(e.getKey(), e.getValue(), weights.get(e.getKey())
					.values()));
	}

	private void addLayers() {
		graph.input(LayerNames.INPUT, spec.channels());
		final String[] skips = new String[spec.depth()];
		String x = LayerNames.INPUT;
		for (int k = 0; k < spec.depth(); k++) {
			skips[k] = block(LayerNames.encoder(k, 1), LayerNames.encoder(k, 2), x);
			x = graph.pool(LayerNames.pool(k), skips[k]);
		}
		x = block(LayerNames.encoder(spec.depth(), 1), LayerNames.encoder(spec
			.depth(), 2), x);
		for (int k = spec.depth() - 1; k >= 0; k--)
			x = block(LayerNames.decoder(k, 1), LayerNames.decoder(k, 2), merged(k,
				skips[k], up(LayerNames.up(k), x)));
		if (spec.form().headWidth() > 0) x = convolution(LayerNames.THIRD, x);
		x = graph.convolution(LayerNames.HEAD, x, LayerNames.LOGITS, 1, 0);
		graph.softmax(x, LayerNames.PROBABILITIES);
		graph.output(LayerNames.PROBABILITIES, spec.classes());
	}

	private String merged(final int level, final String skip, final String up) {
		if (!spec.skips().contains(level)) return up;
		final String merge = LayerNames.merge(level);
		if (spec.padding() == Padding.SAME) return graph.concat(merge, skip, up);
		final int border = SizeRule.lossBelow(spec.depth(), level + 1);
		return graph.concat(merge, graph.crop(merge + ".crop", skip, border), up);
	}

	private String block(final String first, final String second,
		final String x)
	{
		return convolution(second, convolution(first, x));
	}

	private String convolution(final String layer, final String x) {
		final int pad = spec.padding() == Padding.SAME ? 1 : 0;
		final String y = graph.convolution(layer, x, layer + ".sum", 3, pad);
		return activation(layer, spec.batchNorm() && !layer.equals(LayerNames.THIRD)
			? graph.batchNormalization(layer, y) : y);
	}

	private String up(final String layer, final String x) {
		final boolean active = spec.form().upActivation();
		final String y = graph.up(layer, x, active ? layer + ".sum" : layer, spec
			.form());
		return active ? activation(layer, y) : y;
	}

	private String activation(final String layer, final String x) {
		return graph.activation(layer, x, spec.form().activation());
	}
}
