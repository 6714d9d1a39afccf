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

package org.unetlens.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers of a foreign network in the order in which they run, from one
 * input to one output. Immutable.
 */
public final class LayerGraph {

	private static final int MAX_LAYERS = 10_000;

	private final List<Layer> layers;
	private final Map<String, Layer> byName = new HashMap<>();
	private final Map<String, List<Layer>> readers = new HashMap<>();
	private final String input;
	private final String output;
	private final int channels;

	/**
	 * @param layers every one after those that it reads
	 * @param input name of the map that enters
	 * @param output name of the map that is the result
	 * @param channels of the input
	 * @throws InvalidContentException when a layer reads a map that is not there
	 *           before it, as in a graph with a cycle
	 */
	public LayerGraph(final List<Layer> layers, final String input,
		final String output, final int channels) throws InvalidContentException
	{
		if (layers.size() > MAX_LAYERS) throw new InvalidContentException(
			"its network has " + layers.size() + " layers, more than " + MAX_LAYERS);
		this.layers = List.copyOf(layers);
		this.input = input;
		this.output = output;
		this.channels = channels;
		for (final Layer layer : layers)
			add(layer);
		if (!byName.containsKey(output)) throw new InvalidContentException(
			"its network has no layer named '" + output +
				"', which is to be its output");
	}

	private void add(final Layer layer) throws InvalidContentException {
		for (final String name : layer.inputs()) {
			if (!name.equals(input) && !byName.containsKey(name))
				throw new InvalidContentException("its layer '" + layer.name() +
					"' reads '" + name +
					"', which no layer before it gives; the network is not whole, or goes in a circle");
			final List<Layer> list = readers.computeIfAbsent(name,
				n -> new ArrayList<>());
			if (!list.contains(layer)) list.add(layer);
		}
		if (layer.name().equals(input) || byName.put(layer.name(), layer) != null)
			throw new InvalidContentException("two of its layers are named '" + layer
				.name() + "'");
	}

	public List<Layer> layers() {
		return layers;
	}

	public String input() {
		return input;
	}

	public String output() {
		return output;
	}

	/** Channels of the input. */
	public int channels() {
		return channels;
	}

	/** The layer that gives a map; null for the input. */
	public Layer layer(final String map) {
		return byName.get(map);
	}

	/** The layers that read a map. */
	public List<Layer> readers(final String map) {
		return readers.getOrDefault(map, List.of());
	}

	/** The same with layers between the image and what reads it. */
	public LayerGraph behind(final List<LayerOp> first)
		throws InvalidContentException
	{
		final List<Layer> all = new ArrayList<>();
		String last = input;
		for (final LayerOp op : first) {
			final String name = "prepared " + (all.size() + 1);
			all.add(new Layer(name, op, List.of(last)));
			last = name;
		}
		final String prepared = last;
		for (final Layer layer : layers)
			all.add(new Layer(layer.name(), layer.op(), layer.inputs().stream().map(
				i -> i.equals(input) ? prepared : i).toList()));
		return withLayers(all, output);
	}

	/** The same with other layers. */
	public LayerGraph withLayers(final List<Layer> others, final String newOutput)
		throws InvalidContentException
	{
		return new LayerGraph(others, input, newOutput, channels);
	}
}
