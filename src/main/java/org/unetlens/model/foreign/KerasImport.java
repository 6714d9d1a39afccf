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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.LayerOp;

/**
 * Reads a network that Keras saved as HDF5, its configuration (attribute
 * {@code model_config}) and its weights. Layers that hold program code are
 * named, never run.
 */
final class KerasImport {

	private final JsonObject configuration;
	private final KerasLayers ops;
	private final List<Layer> layers = new ArrayList<>();
	private final Map<String, String> standsFor = new HashMap<>();
	private String input;
	private int channels;

	private KerasImport(final JsonObject configuration,
		final KerasWeights weights)
	{
		this.configuration = configuration;
		ops = new KerasLayers(weights);
	}

	static LayerGraph read(final byte[] hdf5) throws InvalidContentException {
		try (KerasWeights weights = new KerasWeights(hdf5)) {
			final JsonObject model = JsonParser.parseString(weights.configuration())
				.getAsJsonObject();
			final String type = model.get("class_name").getAsString();
			if (!List.of("Functional", "Model").contains(type))
				throw new InvalidContentException("its network is of the Keras kind " +
					type.substring(0, Math.min(60, type.length())) +
					"; networks of the functional kind, as U-Nets are, can be opened");
			return new KerasImport(model.getAsJsonObject("config"), weights).read();
		}
		// NB: Gson tells of other types than expected in these ways.
		catch (final JsonParseException | IllegalStateException
				| UnsupportedOperationException | NullPointerException
				| ClassCastException | NumberFormatException
				| IndexOutOfBoundsException exc)
		{
			throw new InvalidContentException(
				"its configuration is not what Keras writes (" + exc.getMessage() + ")",
				exc);
		}
	}

	private LayerGraph read() throws InvalidContentException {
		final String output = single("output_layers");
		input = single("input_layers");
		for (final JsonElement e : configuration.getAsJsonArray("layers"))
			add(e.getAsJsonObject());
		return new LayerGraph(sorted(), input, standsFor(output), channels);
	}

	/** The name of the one layer under that key. */
	private String single(final String key) throws InvalidContentException {
		final JsonArray list = configuration.getAsJsonArray(key);
		// NB: Keras 3 writes one as [name, 0, 0], others as [[name, 0, 0]].
		if (!list.isEmpty() && list.get(0).isJsonPrimitive()) return list.get(0)
			.getAsString();
		if (list.size() != 1) throw new InvalidContentException("its network has " +
			list.size() + " " + key.replace('_', ' ') +
			"; only networks with one input image and one output can be used");
		return list.get(0).getAsJsonArray().get(0).getAsString();
	}

	private void add(final JsonObject layer) throws InvalidContentException {
		final JsonObject config = layer.getAsJsonObject("config");
		final String name = config.get("name").getAsString();
		final String type = layer.get("class_name").getAsString();
		if (name.equals(input)) {
			channels = channels(config);
			return;
		}
		final List<String> inputs = inputs(layer);
		if (KerasLayers.changesNothing(type) && inputs.size() == 1) {
			standsFor.put(name, inputs.get(0));
			return;
		}
		final LayerOp op = ops.of(name, type, config);
		final LayerOp activation = KerasLayers.activation(type, config);
		final String linear = name + " (linear)";
		layers.add(new Layer(activation == null ? name : linear, op, inputs));
		if (activation != null) layers.add(new Layer(name, activation, List.of(
			linear)));
	}

	private static int channels(final JsonObject config)
		throws InvalidContentException
	{
		final JsonElement shape = config.has("batch_shape") ? config.get(
			"batch_shape") : config.get("batch_input_shape");
		final JsonArray sizes = shape.getAsJsonArray();
		if (sizes.size() != 4) throw new InvalidContentException("its input has " +
			sizes.size() +
			" axes; needed are batch, y, x and channel: only networks for 2D images can be used");
		if (sizes.get(3).isJsonNull()) throw new InvalidContentException(
			"its input does not say how many channels it has");
		return sizes.get(3).getAsInt();
	}

	/** The layers that it reads, in both ways in which Keras writes them. */
	private static List<String> inputs(final JsonObject layer)
		throws InvalidContentException
	{
		final JsonArray nodes = layer.getAsJsonArray("inbound_nodes");
		if (nodes.size() != 1) throw new InvalidContentException("its layer '" +
			layer.getAsJsonObject("config").get("name").getAsString() + "' is used " +
			nodes.size() + " times; layers that are used once can be translated");
		final List<String> names = new ArrayList<>();
		if (nodes.get(0).isJsonArray()) for (final JsonElement in : nodes.get(0)
			.getAsJsonArray())
			names.add(in.getAsJsonArray().get(0).getAsString());
		else for (final JsonElement arg : nodes.get(0).getAsJsonObject()
			.getAsJsonArray("args"))
			tensors(arg, names);
		return names;
	}

	/** NB: The arguments of a merge are a list of their own. */
	private static void tensors(final JsonElement arg, final List<String> names) {
		if (arg.isJsonArray()) for (final JsonElement e : arg.getAsJsonArray())
			names.add(history(e));
		else names.add(history(arg));
	}

	private static String history(final JsonElement tensor) {
		return tensor.getAsJsonObject().getAsJsonObject("config").getAsJsonArray(
			"keras_history").get(0).getAsString();
	}

	private String standsFor(final String name) {
		String n = name;
		for (int i = 0; standsFor.containsKey(n) && i <= standsFor.size(); i++)
			n = standsFor.get(n);
		return n;
	}

	/** Each layer after those that it reads. */
	private List<Layer> sorted() throws InvalidContentException {
		final List<Layer> left = new ArrayList<>();
		for (final Layer l : layers)
			left.add(new Layer(l.name(), l.op(), l.inputs().stream().map(
				this::standsFor).toList()));
		final List<Layer> sorted = new ArrayList<>();
		final List<String> there = new ArrayList<>(List.of(input));
		while (!left.isEmpty()) {
			final Layer next = left.stream().filter(l -> there.containsAll(l
				.inputs())).findFirst().orElseThrow(() -> new InvalidContentException(
					"its layers " + left.stream().limit(5).map(Layer::name).toList() +
						" read one another; the network goes in a circle"));
			left.remove(next);
			there.add(next.name());
			sorted.add(next);
		}
		return sorted;
	}
}
