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

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.NativeArrays;

/**
 * A U-Net through which images of one size run from top to bottom. Each row of
 * each map is computed once, as in the whole image, but only the rows that are
 * needed next are kept: memory grows with the width of the image, not with its
 * height. All buffers are made once and reused. Not thread-safe. Close it to
 * free its native memory.
 */
public final class UNetStream implements NetworkStream {

	private final StreamLayout layout;
	private final StreamedGraph graph;
	private final TileShape shape;
	private final float[] values;
	private final float[] probabilities;

	UNetStream(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape, final int rows, final int threads)
	{
		this.shape = shape;
		final GraphSlice slice = slice(spec, shapes(weights), shape);
		layout = layout(spec, shapes(weights), slice, shape, rows);
		long most = 0, mostOut = 0;
		for (int p = 0; p < passes(); p++) {
			most = Math.max(most, layout.inputEnd(p) - inputStart(p));
			mostOut = Math.max(mostOut, layout.outputEnd(p) - outputStart(p));
		}
		values = new float[Math.toIntExact(most * shape.width() * spec.channels())];
		probabilities = new float[Math.toIntExact(mostOut * shape.width() * spec
			.classes())];
		graph = new StreamedGraph(slice, weights, layout, threads);
	}

	/** Bytes of native memory that such a stream takes, weights not counted. */
	static long bytes(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape, final int rows)
	{
		final Map<String, long[]> shapes = shapes(weights);
		return StreamedGraph.bytes(layout(spec, shapes, slice(spec, shapes, shape),
			shape, rows));
	}

	/**
	 * Bytes that each column of pixels takes in a stream of several passes; no
	 * height takes more.
	 */
	static long columnBytes(final UNetSpec spec, final EngineWeights weights,
		final int rows)
	{
		final int step = spec.tileStep();
		final Map<String, long[]> shapes = shapes(weights);
		final TileShape some = new TileShape(1, 4 * rows + 16 * step, 8 * step);
		final long lag = layout(spec, shapes, slice(spec, shapes, some), some, rows)
			.lag();
		// NB: Of whole passes only, for the last one takes most.
		return bytes(spec, weights, new TileShape(1, (int) lag + 4 * rows, some
			.width()), rows) / some.width();
	}

	private static GraphSlice slice(final UNetSpec spec,
		final Map<String, long[]> weights, final TileShape shape)
	{
		shape.requireLegal(spec);
		final Set<String> fed = new LinkedHashSet<>(weights.keySet());
		fed.add(LayerNames.INPUT);
		return new GraphSlice(UNetGraph.inference(spec, shape), fed, Set.of(), Set
			.of(LayerNames.PROBABILITIES));
	}

	private static StreamLayout layout(final UNetSpec spec,
		final Map<String, long[]> weights, final GraphSlice slice,
		final TileShape shape, final int rows)
	{
		return new StreamLayout(slice, weights, LayerNames.INPUT, new long[] { 1,
			shape.height(), shape.width(), spec.channels() },
			LayerNames.PROBABILITIES, rows, spec.tileStep());
	}

	private static Map<String, long[]> shapes(final EngineWeights weights) {
		final Map<String, long[]> shapes = new HashMap<>();
		weights.arrays().forEach((name, array) -> shapes.put(name, array.shape()));
		return shapes;
	}

	@Override
	public TileShape shape() {
		return shape;
	}

	@Override
	public int passes() {
		return layout.passes().size();
	}

	@Override
	public void run(final RowSource source, final RowSink sink,
		final Runnable before)
	{
		for (int p = 0; p < passes(); p++) {
			before.run();
			final int in = inputStart(p);
			final int newRows = (int) layout.inputEnd(p) - in;
			source.read(in, newRows, values);
			final INDArray input = graph.rows(LayerNames.INPUT, p, in, newRows);
			NativeArrays.write(values, 0, (int) input.length(), input);
			graph.run(p);
			final int out = outputStart(p);
			final int finished = (int) layout.outputEnd(p) - out;
			if (finished == 0) continue;
			final INDArray output = graph.rows(LayerNames.PROBABILITIES, p, out,
				finished);
			NativeArrays.read(output, probabilities, 0, (int) output.length());
			sink.accept(out, finished, probabilities);
		}
	}

	private int inputStart(final int pass) {
		return pass == 0 ? 0 : (int) layout.inputEnd(pass - 1);
	}

	private int outputStart(final int pass) {
		return pass == 0 ? 0 : (int) layout.outputEnd(pass - 1);
	}

	/** Bytes of native memory that it takes, weights not counted. */
	@Override
	public long bytes() {
		return graph.bytes();
	}

	@Override
	public void close() {
		graph.close();
	}
}
