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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeScope;

/**
 * The gradient of one logit with respect to the input, taken apart by the path
 * through which the input reaches it: each skip connection, and the bottleneck.
 * The logit's gradient is carried back to the maps where the paths enter the
 * expanding path, and from each of them alone on to the input; so the parts sum
 * to the whole (the effective receptive field of Luo et al., NeurIPS 2016,
 * arXiv:1701.04128, path by path). Holds no native memory between runs.
 */
public final class PathGradients {

	private final UNetSpec spec;
	private final EngineWeights weights;
	private final TileShape shape;
	private final Differentiated encoder;
	private final Differentiated decoder;
	/** Name of each path's map, by level; the bottleneck's is the depth. */
	private final Map<Integer, String> paths = new TreeMap<>();

	/**
	 * @param spec without batch normalisation
	 * @param weights shared
	 * @param shape of the input, n = 1
	 */
	PathGradients(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape, final UNetGraph.Mode mode)
	{
		this.spec = spec;
		this.weights = weights;
		this.shape = shape;
		for (final int level : spec.skips().levels())
			paths.put(level, LayerNames.encoder(level, 2));
		final int d = spec.depth();
		paths.put(d, LayerNames.encoder(d, 2));
		encoder = new Differentiated(UNetGraph.encoder(spec, shape, mode), paths
			.get(d), new long[] { 1, shape.height() >> d, shape.width() >> d, spec
				.width(d) }, LayerNames.INPUT);
		decoder = new Differentiated(UNetGraph.decoder(spec, shape, mode),
			LayerNames.LOGITS, new long[] { 1, shape.height(), shape.width(), spec
				.classes() }, paths.values().toArray(new String[0]));
	}

	public TileShape shape() {
		return shape;
	}

	/**
	 * Differentiates the logit of a class at one pixel.
	 *
	 * @param values the input, {@code [1, h, w, channels]} in 'c' order; copied
	 * @param y row of the pixel
	 * @param x column of the pixel
	 * @return by level, the depth for the bottleneck: d logit / d input through
	 *         that path alone, {@code [1, h, w, channels]}
	 */
	public Map<Integer, float[]> of(final float[] values, final int y,
		final int x, final int classIndex)
	{
		try (NativeScope scope = new NativeScope()) {
			final Map<String, INDArray> bound = new LinkedHashMap<>(weights.arrays());
			final INDArray input = scope.own(Nd4j.create(DataType.FLOAT, 1, shape
				.height(), shape.width(), spec.channels()));
			NativeArrays.write(values, input);
			bound.put(LayerNames.INPUT, input);
			final PreparedGraph maps = scope.own(encoder.prepare(bound, Set.of(), Set
				.copyOf(paths.values())));
			maps.run();
			final PreparedGraph back = scope.own(back(maps, scope.own(upstream(y, x,
				classIndex))));
			back.run();
			final Map<Integer, float[]> parts = new LinkedHashMap<>();
			paths.forEach((level, map) -> parts.put(level, toInput(bound, map, back
				.array(decoder.gradientName(map)))));
			return parts;
		}
	}

	private INDArray upstream(final int y, final int x, final int classIndex) {
		final float[] one = new float[Math.toIntExact(shape.pixels() * spec
			.classes())];
		one[(y * shape.width() + x) * spec.classes() + classIndex] = 1;
		return Nd4j.create(one, new long[] { 1, shape.height(), shape.width(), spec
			.classes() }, 'c');
	}

	/** The expanding path backward, to the maps that enter it. */
	private PreparedGraph back(final PreparedGraph maps,
		final INDArray upstream)
	{
		final Map<String, INDArray> bound = new LinkedHashMap<>(weights.arrays());
		bound.put(decoder.gradientName(LayerNames.LOGITS), upstream);
		paths.values().forEach(map -> bound.put(map, maps.array(map)));
		return decoder.prepare(bound, Set.of(), paths.values().stream().map(
			decoder::gradientName).collect(java.util.stream.Collectors.toSet()));
	}

	/**
	 * The contracting path backward, from one map to the input. NB: Gradients are
	 * bound at that map only, so what would come from deeper levels is left out.
	 */
	private float[] toInput(final Map<String, INDArray> bound, final String map,
		final INDArray gradient)
	{
		final Map<String, INDArray> all = new LinkedHashMap<>(bound);
		all.put(encoder.gradientName(map), gradient);
		final String result = encoder.gradientName(LayerNames.INPUT);
		try (PreparedGraph graph = encoder.prepare(all, Set.of(), Set.of(result))) {
			graph.run();
			return NativeArrays.toFloats(graph.array(result));
		}
	}
}
