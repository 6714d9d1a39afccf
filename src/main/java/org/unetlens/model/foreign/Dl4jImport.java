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

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonParseException;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.LayerOp.Combination;

/**
 * Reads the network of a DL4J {@code ComputationGraph} zip from its
 * configuration, as text, and its coefficients, as numbers. Classes that the
 * configuration names are compared with a list and never loaded.
 */
final class Dl4jImport {

	static final String CONFIGURATION = "configuration.json";
	static final String COEFFICIENTS = "coefficients.bin";

	private static final String ORDER = "topologicalOrderStr";
	private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
	private static final String VERTICES = "org.deeplearning4j.nn.conf.graph.";

	private final Dl4jObject configuration;
	private final Dl4jCoefficients coefficients;
	private final Dl4jLayers kinds;
	private final List<Layer> layers = new ArrayList<>();
	private final Map<String, String> standsFor = new LinkedHashMap<>();

	private Dl4jImport(final Dl4jObject configuration,
		final Dl4jCoefficients coefficients)
	{
		this.configuration = configuration;
		this.coefficients = coefficients;
		kinds = new Dl4jLayers(coefficients);
	}

	static LayerGraph read(final String json, final byte[] coefficients)
		throws IOException
	{
		try {
			return new Dl4jImport(Dl4jObject.parse(json), new Dl4jCoefficients(
				coefficients)).read();
		}
		// NB: Gson tells of other types than expected in four ways.
		catch (final JsonParseException | IllegalStateException
				| UnsupportedOperationException | NumberFormatException exc)
		{
			throw new InvalidContentException("its " + CONFIGURATION +
				" is not what DL4J writes: " + exc.getMessage(), exc);
		}
	}

	private LayerGraph read() throws InvalidContentException {
		final String input = single("networkInputs");
		final String output = single("networkOutputs");
		standsFor.put(input, input);
		final Dl4jObject vertices = configuration.object("vertices");
		for (final String name : order(input)) {
			if (!vertices.has(name)) throw new InvalidContentException(
				"its configuration has no layer '" + name + "'");
			add(name, vertices.object(name));
		}
		coefficients.requireRead();
		return new LayerGraph(layers, input, standsFor.getOrDefault(output, output),
			kinds.channels());
	}

	private String single(final String key) throws InvalidContentException {
		final List<String> list = configuration.texts(key);
		if (list.size() != 1) throw new InvalidContentException("its network has " +
			list.size() + " " + (key.endsWith("Inputs") ? "inputs" : "outputs") +
			"; only networks with one input image and one output can be used");
		return list.get(0);
	}

	/** The layers in the order in which their numbers are stored. */
	private List<String> order(final String input)
		throws InvalidContentException
	{
		final List<String> names = configuration.has(ORDER) ? configuration.texts(
			ORDER) : sorted(input);
		names.remove(input);
		return names;
	}

	/** Each layer when all that it reads have been there. */
	private List<String> sorted(final String input)
		throws InvalidContentException
	{
		final Set<String> left = new LinkedHashSet<>(configuration.object(
			"vertices").keys());
		final List<String> names = new ArrayList<>();
		final Set<String> there = new HashSet<>(List.of(input));
		for (String next = next(left, there); next != null; next = next(left,
			there))
		{
			left.remove(next);
			there.add(next);
			names.add(next);
		}
		if (!left.isEmpty()) throw new InvalidContentException("its layers " + left
			.stream().limit(5).toList() +
			" read one another; the network goes in a circle");
		return names;
	}

	private String next(final Set<String> left, final Set<String> there)
		throws InvalidContentException
	{
		for (final String name : left)
			if (there.containsAll(inputs(name))) return name;
		return null;
	}

	private List<String> inputs(final String vertex)
		throws InvalidContentException
	{
		return configuration.object("vertexInputs").texts(vertex);
	}

	private void add(final String name, final Dl4jObject vertex)
		throws InvalidContentException
	{
		final List<String> inputs = new ArrayList<>();
		for (final String input : inputs(name))
			inputs.add(standsFor.getOrDefault(input, input));
		final String type = vertex.kind(VERTICES);
		if (type.equals("MergeVertex")) put(name, new LayerOp.Merge(), inputs);
		else if (type.equals("ElementWiseVertex")) put(name, combination(vertex),
			inputs);
		else if (!type.equals("LayerVertex")) put(name, new LayerOp.Other(
			"a vertex " + type), inputs);
		else layer(name, vertex.object("layerConf").object("layer"), inputs,
			vertex);
	}

	private static LayerOp combination(final Dl4jObject vertex)
		throws InvalidContentException
	{
		return switch (vertex.text("op")) {
			case "Add" -> new Combination(Combination.Kind.SUM);
			case "Subtract" -> new Combination(Combination.Kind.DIFFERENCE);
			case "Product" -> new Combination(Combination.Kind.PRODUCT);
			case "Max" -> new Combination(Combination.Kind.MAXIMUM);
			default -> new LayerOp.Other("the combination " + vertex.text("op") +
				" of maps");
		};
	}

	private void put(final String name, final LayerOp op,
		final List<String> inputs)
	{
		layers.add(new Layer(name, op, inputs));
		standsFor.put(name, name);
	}

	private void layer(final String name, final Dl4jObject layer,
		final List<String> inputs, final Dl4jObject vertex)
		throws InvalidContentException
	{
		if (vertex.has("preProcessor")) throw new InvalidContentException(
			"its layer '" + name + "' has a pre-processor, which is not read");
		requireChannelsFirst(name, layer);
		final String type = layer.kind(LAYERS);
		switch (type) {
			case "ConvolutionLayer" -> active(name, kinds.convolution(layer), layer,
				inputs);
			case "Deconvolution2D" -> active(name, kinds.upConvolution(layer), layer,
				inputs);
			case "BatchNormalization" -> put(name, kinds.normalization(layer),
				inputs);
			case "SubsamplingLayer" -> put(name, Dl4jLayers.pooling(layer), inputs);
			case "Upsampling2D" -> put(name, LayerOp.UpSampling.nearest(layer.square(
				"size")), inputs);
			case "ActivationLayer", "CnnLossLayer" -> {
				final LayerOp op = Dl4jLayers.activation(layer);
				if (op == null) standsFor.put(name, inputs.get(0));
				else put(name, op, inputs);
			}
			case "DropoutLayer" -> standsFor.put(name, inputs.get(0));
			default -> throw new InvalidContentException("its layer '" + name +
				"' is of the DL4J kind " + type +
				", whose numbers are not read; convolutions, transposed convolutions, poolings, up-sampling, merges, batch normalisation, activations and drop-out are");
		}
	}

	/** A layer and the activation that DL4J keeps inside of it. */
	private void active(final String name, final LayerOp op,
		final Dl4jObject layer, final List<String> inputs)
		throws InvalidContentException
	{
		final LayerOp activation = Dl4jLayers.activation(layer);
		if (activation == null) {
			put(name, op, inputs);
			return;
		}
		final String linear = name + " (linear)";
		put(linear, op, inputs);
		put(name, activation, List.of(linear));
	}

	private static void requireChannelsFirst(final String name,
		final Dl4jObject layer) throws InvalidContentException
	{
		for (final String key : List.of("cnn2dDataFormat", "cnn2DFormat", "format"))
			if (layer.has(key) && layer.text(key).equals("NHWC"))
				throw new InvalidContentException("its layer '" + name +
					"' has the channels last; DL4J models with the channels first can be opened");
	}
}
