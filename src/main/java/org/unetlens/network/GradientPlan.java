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
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeScope;

/**
 * A forward and backward pass with all buffers made once; by one thread, or in
 * bands of rows by several. Not thread-safe. Close it to free its native
 * memory.
 */
public final class GradientPlan implements AutoCloseable {

	private final NativeScope scope = new NativeScope();
	private final GradientGraph source;
	private final INDArray input;
	private final INDArray upstream;
	private final StagedGraph graph;

	GradientPlan(final GradientGraph source, final EngineWeights weights,
		final Set<String> variables, final int bands, final BufferSource memory)
	{
		this.source = source;
		final String end = source.gradientName(LayerNames.LOGITS);
		try {
			if (bands > 1) {
				graph = scope.own(source.prepareBands(weights.arrays(), variables,
					bands, memory));
				input = graph.output(LayerNames.INPUT, 0);
				upstream = graph.output(end, 0);
				return;
			}
			input = array(memory, source.inputShape());
			upstream = array(memory, source.outputShape());
			final Map<String, INDArray> bound = new LinkedHashMap<>(weights.arrays());
			bound.put(LayerNames.INPUT, input);
			bound.put(end, upstream);
			graph = scope.own(source.prepare(bound, variables, statistics(source
				.spec()), memory));
		}
		catch (final RuntimeException | Error e) {
			scope.close();
			throw e;
		}
	}

	private INDArray array(final BufferSource memory, final long[] shape) {
		return scope.own(memory.take(DataType.FLOAT, WeightShapes.size(shape)))
			.array().reshape('c', shape);
	}

	/**
	 * Runs the network forward.
	 *
	 * @param values {@code [n, h, w, channels]}; copied
	 * @param probabilities {@code [n, h, w, classes]}; written
	 */
	public void forward(final float[] values, final float[] probabilities) {
		NativeArrays.write(values, input);
		graph.runFirstStage();
		NativeArrays.read(graph.output(LayerNames.PROBABILITIES, 0), probabilities);
	}

	/**
	 * Runs the network backward; {@link #forward} must have run just before.
	 *
	 * @param logitsGradient derivative of the loss with respect to the logits,
	 *          {@code [n, h, w, classes]}; copied
	 */
	public void backward(final float[] logitsGradient) {
		NativeArrays.write(logitsGradient, upstream);
		graph.runSecondStage();
	}

	/**
	 * The derivative of the loss with respect to a variable, in its shape;
	 * shared, valid until the next run.
	 */
	public INDArray gradient(final String variable) {
		return gradient(variable, 0);
	}

	/** A part of it; the sum of all {@link #parts()} is the derivative. */
	public INDArray gradient(final String variable, final int part) {
		return graph.output(source.gradientName(variable), part);
	}

	/** How many arrays make up the derivative with respect to a weight. */
	public int parts() {
		return graph.parts();
	}

	/**
	 * Mean of the batch before normalisation in a layer with batch norm, [C];
	 * copied.
	 */
	public float[] batchMean(final String layer) {
		return NativeArrays.toFloats(graph.output(BatchNorm.batchMean(layer), 0));
	}

	/**
	 * Variance of the batch before normalisation in a layer with batch norm, [C];
	 * copied.
	 */
	public float[] batchVariance(final String layer) {
		return NativeArrays.toFloats(graph.output(BatchNorm.batchVariance(layer),
			0));
	}

	StagedGraph graph() {
		return graph;
	}

	/** Bytes of native memory that the plan takes, weights not counted. */
	public long bytes() {
		return graph.bytes() + 4 * (input.length() + upstream.length());
	}

	@Override
	public void close() {
		scope.close();
	}

	private static Set<String> statistics(final UNetSpec spec) {
		final Set<String> names = new LinkedHashSet<>();
		if (spec.batchNorm()) for (final String layer : LayerNames.convolutions(spec
			.depth()))
		{
			names.add(BatchNorm.batchMean(layer));
			names.add(BatchNorm.batchVariance(layer));
		}
		return names;
	}
}
