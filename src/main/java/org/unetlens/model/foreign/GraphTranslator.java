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
import java.util.List;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Kernel;
import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Probability;
import org.unetlens.graph.OutputKind;
import org.unetlens.graph.TrainedGraph;
import org.unetlens.graph.UnsupportedNetworkException;

/**
 * Makes of a network from elsewhere one that can be computed here: a U-Net of
 * this project where it is one, otherwise a graph of layers that is computed as
 * it is. Either gives classes that exclude each other.
 */
final class GraphTranslator {

	private final LayerGraph logits;
	private final OutputKind kind;
	private final int channel;

	private GraphTranslator(final LayerGraph logits, final OutputKind kind,
		final int channel)
	{
		this.logits = logits;
		this.kind = kind;
		this.channel = channel;
	}

	/**
	 * @param output how the values of the network are to be read, when it does
	 *          not give probabilities itself
	 * @param channel which channel is the foreground, when each channel is a
	 *          probability by itself
	 */
	static Translation translate(final LayerGraph graph, final OutputKind output,
		final int channel) throws UnsupportedNetworkException,
		InvalidContentException
	{
		final LayerGraph folded = AffineFolding.fold(graph);
		final Layer last = folded.layer(folded.output());
		final boolean own = last.op() instanceof Probability;
		final OutputKind kind = own ? ((Probability) last.op()).kind() : output;
		if (kind == OutputKind.AS_IS) throw new UnsupportedNetworkException(
			"gives values of which nothing says how they become probabilities; say whether they are logits of classes (softmax) or of single channels (sigmoid)");
		final GraphTranslator translator = new GraphTranslator(own ? without(folded,
			last) : folded, kind, channel);
		try {
			return UNetTranslator.translate(translator.logits, kind, channel);
		}
		catch (final UnsupportedNetworkException exc) {
			return translator.asItIs(exc.getMessage());
		}
	}

	private static LayerGraph without(final LayerGraph graph, final Layer last)
		throws InvalidContentException
	{
		final List<Layer> others = new ArrayList<>(graph.layers());
		others.remove(last);
		return graph.withLayers(others, last.inputs().get(0));
	}

	private Translation asItIs(final String obstacle)
		throws UnsupportedNetworkException, InvalidContentException
	{
		final int outputs = TrainedGraph.channels(logits);
		final boolean single = kind == OutputKind.SIGMOID;
		requireOutputs(kind, outputs, channel);
		final List<Layer> layers = new ArrayList<>(logits.layers());
		String end = logits.output();
		if (single) {
			layers.add(new Layer("two logits", twoLogits(outputs), List.of(end)));
			end = "two logits";
		}
		layers.add(new Layer("probabilities", new Probability(OutputKind.SOFTMAX),
			List.of(end)));
		return new Translation(TrainedGraph.of(logits.withLayers(layers,
			"probabilities")), Optional.of(obstacle), kind, single ? channel : -1,
			outputs);
	}

	static void requireOutputs(final OutputKind kind, final int outputs,
		final int channel) throws UnsupportedNetworkException
	{
		if (kind == OutputKind.SOFTMAX && outputs < 2)
			throw new UnsupportedNetworkException(
				"has a softmax over one channel, which is always 1");
		if (kind == OutputKind.SIGMOID && channel >= outputs)
			throw new UnsupportedNetworkException("gives " + outputs +
				" channels, and there is no channel " + (channel + 1));
	}

	/** NB: softmax(0, v) is 1 - sigmoid(v) and sigmoid(v). */
	private Convolution twoLogits(final int inputs) {
		final float[] values = new float[2 * inputs];
		values[2 * channel + 1] = 1;
		return new Convolution(new Kernel(1, 1, inputs, 2, values), new float[2], 1,
			Pads.NONE);
	}
}
