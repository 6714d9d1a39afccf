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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeScope;
import org.unetlens.network.PreparedGraph;
import org.unetlens.network.TileShape;

/**
 * A graph of layers prepared for one input shape, computed by one thread. Not
 * thread-safe. Close it to free its native memory.
 */
final class GraphPlan implements AutoCloseable {

	private final NativeScope scope = new NativeScope();
	private final INDArray input;
	private final PreparedGraph prepared;
	private final String output;

	GraphPlan(final LayerGraph graph, final GraphTrace trace,
		final GraphWeights weights, final TileShape shape)
	{
		try {
			input = scope.own(Nd4j.create(DataType.FLOAT, shape.n(), shape.height(),
				shape.width(), graph.channels()));
			final Map<String, INDArray> bound = new LinkedHashMap<>(weights.arrays());
			bound.put(GraphDrawing.INPUT, input);
			final GraphDrawing.Result drawing = GraphDrawing.of(graph, trace, weights
				.arrays(), shape);
			output = drawing.output();
			prepared = scope.own(PreparedGraph.of(drawing.drawing(), bound, weights
				.kernels(), Set.of(output)));
		}
		catch (final RuntimeException | Error e) {
			scope.close();
			throw e;
		}
	}

	/**
	 * Computes the rows from {@code start} of {@code values} on, as many as the
	 * shape has.
	 *
	 * @param start index of the first value, {@code [h, w, channels]} in 'c'
	 *          order
	 */
	void run(final float[] values, final int start) {
		NativeArrays.write(values, start, (int) input.length(), input);
		prepared.run();
	}

	/** Reads rows of the result, {@code [rows, w, classes]} in 'c' order. */
	void read(final int first, final int rows, final float[] into,
		final int start)
	{
		final INDArray result = prepared.array(output);
		final long row = result.size(2) * result.size(3);
		NativeArrays.read(result, first * row, into, start, (int) (rows * row));
	}

	/** Bytes of native memory that it takes, weights not counted. */
	long bytes() {
		return prepared.bytes() + Float.BYTES * input.length();
	}

	@Override
	public void close() {
		scope.close();
	}
}
