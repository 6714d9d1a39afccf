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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeScope;

/**
 * The contracting path prepared for one input shape. Not thread-safe. Close it
 * to free its native memory.
 */
public final class EncoderPlan implements AutoCloseable {

	private final NativeScope scope = new NativeScope();
	private final TileShape shape;
	private final INDArray input;
	private final PreparedGraph graph;

	/**
	 * @param outputs names of layers whose maps are read afterwards
	 */
	EncoderPlan(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape, final Set<String> outputs)
	{
		this.shape = shape;
		try {
			input = scope.own(Nd4j.create(DataType.FLOAT, shape.n(), shape.height(),
				shape.width(), spec.channels()));
			final Map<String, INDArray> bound = new LinkedHashMap<>(weights.arrays());
			bound.put(LayerNames.INPUT, input);
			graph = scope.own(PreparedGraph.of(UNetGraph.encoder(spec, shape,
				UNetGraph.Mode.INFERENCE), bound, weights.kernels(), outputs));
		}
		catch (final RuntimeException | Error e) {
			scope.close();
			throw e;
		}
	}

	/** The layers that the expanding path reads. */
	static Set<String> maps(final UNetSpec spec) {
		final Set<String> names = new LinkedHashSet<>();
		for (final int level : spec.skips().levels())
			names.add(LayerNames.encoder(level, 2));
		names.add(LayerNames.encoder(spec.depth(), 2));
		return names;
	}

	public TileShape shape() {
		return shape;
	}

	/**
	 * Runs the contracting path.
	 *
	 * @param values {@code [n, h, w, channels]} in 'c' order; copied
	 */
	public void run(final float[] values) {
		NativeArrays.write(values, input);
		graph.run();
	}

	/**
	 * The map that the last run gave, {@code [n, h, w, c]} in 'c' order; a copy.
	 *
	 * @param layer a skip's or the bottleneck's second convolution, by its name
	 *          in {@link LayerNames}
	 */
	public float[] map(final String layer) {
		return NativeArrays.toFloats(graph.array(layer));
	}

	/** Bytes of native memory that the plan takes, weights not counted. */
	public long bytes() {
		return graph.bytes() + 4 * input.length();
	}

	@Override
	public void close() {
		scope.close();
	}
}
