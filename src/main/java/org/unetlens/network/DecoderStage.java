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
import java.util.function.Supplier;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeScope;

/**
 * One level of the expanding path prepared for one input shape. It remembers
 * what it was run with, and runs again only for something else. Not
 * thread-safe.
 */
final class DecoderStage implements AutoCloseable {

	/** Values mixed at once: small enough for the processor's cache. */
	private static final int BAND = 1 << 14;

	/**
	 * What enters through the skip.
	 *
	 * @param fill null when nothing of it enters
	 */
	private record Entry(SkipMap map, double gain, SkipFill fill) {
	}

	private final NativeScope scope = new NativeScope();
	private final Supplier<SameDiff> source;
	private final Map<String, INDArray> bound;
	private final ArrangedKernels kernels;
	private final INDArray skip;
	private final String output;
	private final PreparedGraph graph;
	private Entry last;

	/**
	 * @param below the map from the level below; shared, read at each run
	 */
	DecoderStage(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape, final int level, final INDArray below)
	{
		source = () -> UNetGraph.stage(spec, shape, level);
		bound = new LinkedHashMap<>(weights.arrays());
		kernels = weights.kernels();
		bound.put(LayerNames.below(level, spec.depth()), below);
		output = level == 0 ? LayerNames.PROBABILITIES : LayerNames.decoder(level,
			2);
		try {
			skip = spec.skips().contains(level) ? scope.own(Nd4j.create(
				DataType.FLOAT, shape.n(), shape.height() >> level, shape
					.width() >> level, spec.width(level))) : null;
			if (skip != null) bound.put(LayerNames.encoder(level, 2), skip);
			graph = scope.own(PreparedGraph.of(source.get(), bound, kernels, Set.of(
				output)));
		}
		catch (final RuntimeException | Error e) {
			scope.close();
			throw e;
		}
	}

	/** The decoder's map, at level 0 the probabilities; valid until it runs. */
	INDArray output() {
		return graph.array(output);
	}

	/** Whether the level has room for just this map; null for none. */
	boolean takes(final SkipMap map) {
		return (map == null ? 0 : map.values().length) == (skip == null ? 0 : skip
			.length());
	}

	/**
	 * Runs the level unless it has just done the same.
	 *
	 * @param map of the skip, null when the network has none at this level
	 * @param belowChanged whether the map from below is a new one
	 * @return whether it ran
	 */
	boolean run(final SkipMap map, final double gain, final SkipFill fill,
		final boolean belowChanged)
	{
		final Entry entry = entry(map, gain, fill);
		if (entry.equals(last) && !belowChanged) return false;
		enter(entry);
		// NB: Whatever fails, the next run starts afresh.
		last = null;
		graph.run();
		last = entry;
		return true;
	}

	/**
	 * Computes the map of one layer of this level; a copy.
	 *
	 * @param layer name of a variable of the graph
	 */
	float[] map(final SkipMap map, final double gain, final SkipFill fill,
		final String layer)
	{
		enter(entry(map, gain, fill));
		try (PreparedGraph part = PreparedGraph.of(source.get(), bound, kernels, Set
			.of(layer)))
		{
			part.run();
			return NativeArrays.toFloats(part.array(layer));
		}
	}

	private static Entry entry(final SkipMap map, final double gain,
		final SkipFill fill)
	{
		return map == null || gain == 1 ? new Entry(map, 1, null) : new Entry(map,
			gain, fill);
	}

	/** What the level read before is no longer there. */
	void forget() {
		last = null;
	}

	/** Writes what enters through the skip, unless it is there. */
	private void enter(final Entry entry) {
		if (entry.equals(last)) return;
		last = null;
		if (skip == null) return;
		if (entry.gain() == 1) NativeArrays.write(entry.map().values(), skip);
		else mix(entry);
	}

	private void mix(final Entry entry) {
		final int total = entry.map().values().length;
		final int channels = entry.map().channels();
		final float[] band = new float[Math.max(1, BAND / channels) * channels];
		for (int i = 0; i < total; i += band.length) {
			final int n = Math.min(band.length, total - i);
			entry.map().mix(entry.gain(), entry.fill(), i, n, band);
			NativeArrays.write(band, 0, n, skip, i);
		}
	}

	long bytes() {
		return graph.bytes() + (skip == null ? 0 : 4 * skip.length());
	}

	@Override
	public void close() {
		scope.close();
	}
}
