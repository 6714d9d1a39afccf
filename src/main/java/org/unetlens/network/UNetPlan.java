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

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeScope;

/**
 * A network prepared for one input shape, for small images and batches: all
 * buffers are made once and reused, all is computed by one thread. For anything
 * larger there is {@link UNetStream}. Not thread-safe. Close it to free its
 * native memory.
 */
public final class UNetPlan implements AutoCloseable {

	private final NativeScope scope;
	private final TileShape shape;
	private final INDArray input;
	private final StagedGraph graph;

	UNetPlan(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape)
	{
		this(spec, weights, shape, new NativeScope());
	}

	/**
	 * Takes over the scope, and closes it with the plan or when the plan cannot
	 * be made.
	 */
	private UNetPlan(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape, final NativeScope scope)
	{
		this.shape = shape;
		this.scope = scope;
		try {
			shape.requireLegal(spec);
			input = scope.own(Nd4j.create(DataType.FLOAT, shape.n(), shape.height(),
				shape.width(), spec.channels()));
			final Map<String, INDArray> bound = new LinkedHashMap<>(weights.arrays());
			bound.put(LayerNames.INPUT, input);
			graph = scope.own(PreparedGraph.of(UNetGraph.inference(spec, shape),
				bound, weights.kernels(), Set.of(LayerNames.PROBABILITIES)));
		}
		catch (final RuntimeException | Error e) {
			scope.close();
			throw e;
		}
	}

	/**
	 * A plan with weights of its own, for inputs {@code [n, h, w, channels]}; h
	 * and w must be multiples of 2^depth.
	 */
	public static UNetPlan of(final UNetSpec spec, final Weights weights,
		final int n, final int h, final int w)
	{
		final TileShape shape = new TileShape(n, h, w);
		final NativeScope scope = new NativeScope();
		final UNet net = scope.own(new UNet(spec, weights));
		return new UNetPlan(net.spec(), net.weights(), shape, scope);
	}

	public TileShape shape() {
		return shape;
	}

	/**
	 * Runs the network.
	 *
	 * @param values {@code [n, h, w, channels]} in 'c' order; copied
	 * @param probabilities {@code [n, h, w, classes]} in 'c' order; written
	 */
	public void run(final float[] values, final float[] probabilities) {
		NativeArrays.write(values, input);
		graph.runFirstStage();
		NativeArrays.read(graph.output(LayerNames.PROBABILITIES, 0), probabilities);
	}

	StagedGraph graph() {
		return graph;
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
