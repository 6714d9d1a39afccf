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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.unetlens.graph.LayerOp.Affine;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Merge;
import org.unetlens.network.SkipSet;

/**
 * The skip connections of a graph: where a map to which no step up leads is
 * merged with one to which some do. They are named by the level at which they
 * lie, 0 at full resolution; where a level has several, they are one. Sums
 * count only in graphs that have no merges of that kind, since elsewhere they
 * are parts of gates.
 */
final class GraphSkips {

	private final LayerGraph graph;
	private final GraphTrace trace;
	/** For each level, the maps that enter a layer through a skip. */
	private final Map<Integer, Map<Layer, Set<String>>> skips = new TreeMap<>();

	GraphSkips(final LayerGraph graph, final GraphTrace trace) {
		this.graph = graph;
		this.trace = trace;
		graph.layers().stream().filter(l -> l.op() instanceof Merge).forEach(
			this::look);
		if (skips.isEmpty()) graph.layers().stream().filter(l -> l
			.op() instanceof Combination c && c.kind() == Combination.Kind.SUM)
			.forEach(this::look);
	}

	private void look(final Layer layer) {
		final boolean expands = layer.inputs().stream().anyMatch(i -> trace.map(i)
			.expanding());
		if (!expands) return;
		for (final String input : layer.inputs())
			if (!trace.map(input).expanding()) skips.computeIfAbsent(level(input),
				k -> new LinkedHashMap<>()).computeIfAbsent(layer, l -> new HashSet<>())
				.add(input);
	}

	private int level(final String map) {
		return 31 - Integer.numberOfLeadingZeros(trace.map(map).y().scale());
	}

	/** The levels that have skips. */
	SkipSet levels() {
		SkipSet levels = SkipSet.none();
		for (final int level : skips.keySet())
			levels = levels.with(level);
		return levels;
	}

	/** The same graph where the skips of some levels carry zeros. */
	LayerGraph without(final SkipSet silenced) throws InvalidContentException {
		if (silenced.bits() == 0) return graph;
		final List<Layer> layers = new ArrayList<>();
		for (final Layer layer : graph.layers()) {
			final Set<String> silent = new HashSet<>();
			skips.forEach((level, readers) -> {
				if (silenced.contains(level)) silent.addAll(readers.getOrDefault(layer,
					Set.of()));
			});
			final List<String> inputs = new ArrayList<>();
			for (final String input : layer.inputs()) {
				if (!silent.contains(input)) {
					inputs.add(input);
					continue;
				}
				final String zero = input + " silenced for " + layer.name();
				layers.add(new Layer(zero, new Affine(new float[1], new float[1]), List
					.of(input)));
				inputs.add(zero);
			}
			layers.add(new Layer(layer.name(), layer.op(), inputs));
		}
		return graph.withLayers(layers, graph.output());
	}
}
