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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.Engine;

/**
 * Any SameDiff graph made ready for fixed shapes: one native context per
 * operation with its arrays set once, intermediate arrays laid into a pool of
 * buffers by their life spans, ReLU in place, reshapes without copies. Running
 * it allocates nothing. Not thread-safe: one prepared graph serves one thread;
 * the bound arrays (weights) may be shared. Close it to free its buffers.
 */
public final class PreparedGraph implements StagedGraph {

	private final List<PreparedStep> ops = new ArrayList<>();
	private final Map<String, INDArray> arrays = new HashMap<>();
	private final BufferPool pool;
	private final Convolutions convolutions;
	private int secondStage;

	private PreparedGraph(final Convolutions convolutions,
		final BufferSource source)
	{
		this.convolutions = convolutions;
		pool = new BufferPool(source);
	}

	/**
	 * Prepares the part of the graph that the outputs need.
	 *
	 * @param graph as drawn; not changed
	 * @param bound arrays that the caller owns and keeps open, by variable name:
	 *          inputs, and weights, which stay as they are
	 * @param kernels copies of these weights; shared
	 * @param outputs variables whose values are read afterwards
	 */
	public static PreparedGraph of(final SameDiff graph,
		final Map<String, INDArray> bound, final ArrangedKernels kernels,
		final Set<String> outputs)
	{
		return of(new GraphSlice(graph, bound.keySet(), Set.of(), outputs), bound,
			Convolutions.of(kernels), BufferSource.MEMORY);
	}

	/**
	 * The same for a graph that computes gradients, of weights that may change
	 * between runs.
	 */
	static PreparedGraph ofGradients(final GraphSlice slice,
		final Map<String, INDArray> bound, final BufferSource source)
	{
		return of(slice, bound, Convolutions.ofChanging(source), source);
	}

	private static PreparedGraph of(final GraphSlice slice,
		final Map<String, INDArray> bound, final Convolutions convolutions,
		final BufferSource source)
	{
		final PreparedGraph prepared = new PreparedGraph(convolutions, source);
		try {
			prepared.prepare(slice, bound);
			return prepared;
		}
		catch (final RuntimeException | Error e) {
			prepared.close();
			throw e;
		}
	}

	/**
	 * The array behind a bound or output variable; shared, valid until the graph
	 * is closed or run again.
	 */
	public INDArray array(final String variable) {
		final INDArray array = arrays.get(variable);
		if (array == null) throw new IllegalArgumentException(
			"The prepared graph keeps no variable named " + variable);
		return array;
	}

	/** Runs everything that does not need a late input. */
	@Override
	public void runFirstStage() {
		run(convolutions.arrangements());
		run(ops.subList(0, secondStage));
	}

	/** Runs the rest; the first stage must have run before. */
	@Override
	public void runSecondStage() {
		run(ops.subList(secondStage, ops.size()));
	}

	public void run() {
		runFirstStage();
		runSecondStage();
	}

	private static void run(final List<PreparedStep> steps) {
		Engine.useThisThreadOnly();
		steps.forEach(PreparedStep::run);
	}

	/** Bytes of native memory that the intermediate arrays take. */
	@Override
	public long bytes() {
		return pool.bytes() + convolutions.bytes();
	}

	@Override
	public INDArray output(final String variable, final int part) {
		return array(variable);
	}

	@Override
	public List<PreparedStep> steps() {
		return ops;
	}

	@Override
	public void close() {
		ops.forEach(PreparedStep::close);
		convolutions.close();
		pool.close();
		arrays.clear();
	}

	private void prepare(final GraphSlice slice,
		final Map<String, INDArray> bound)
	{
		arrays.putAll(bound);
		final Set<String> kept = new HashSet<>(slice.outputs());
		secondStage = -1;
		for (int i = 0; i < slice.steps().size(); i++) {
			if (i == slice.secondStage()) secondStage = ops.size();
			prepare(slice, slice.steps().get(i), i);
		}
		if (secondStage < 0) secondStage = ops.size();
		kept.addAll(bound.keySet());
		arrays.keySet().retainAll(kept);
	}

	private void prepare(final GraphSlice slice, final SameDiffOp step,
		final int time)
	{
		final List<INDArray> inputs = new ArrayList<>();
		for (final String name : slice.inputs(step))
			inputs.add(arrays.computeIfAbsent(name, slice::constant));
		final PreparedOp.Kind kind = PreparedOp.Kind.of(step.getOp());
		switch (kind) {
			case RESHAPE -> alias(step, inputs);
			case SHAPE -> arrays.put(step.getOutputsOfOp().get(0), PreparedOp.shapeOf(
				inputs.get(0).shape()));
			case RELU -> relu(slice, step, inputs, time);
			case RELU_GRADIENT -> ops.add(new ReluGradient(inputs.get(0), inputs.get(
				1), overwrite(slice, step, inputs, 1, time)));
			case OTHER -> compute(slice, step, inputs, time);
		}
		release(slice, time);
	}

	private void alias(final SameDiffOp step, final List<INDArray> inputs) {
		final String name = step.getOutputsOfOp().get(0);
		final INDArray in = inputs.get(0);
		final INDArray out = pool.alias(in, PreparedOp.reshapeTarget(step.getOp(),
			inputs.size() > 1 ? inputs.get(1) : null, in.length()));
		arrays.put(name, out);
	}

	/**
	 * The output array of an element-wise step: the input itself when nobody
	 * reads it afterwards.
	 */
	private INDArray overwrite(final GraphSlice slice, final SameDiffOp step,
		final List<INDArray> inputs, final int input, final int time)
	{
		final INDArray in = inputs.get(input);
		final boolean dies = slice.lastUse(slice.inputs(step).get(input)) == time;
		final INDArray out = dies && pool.owns(in) && pool.users(in) == 1 ? pool
			.alias(in, in.shape()) : pool.take(DataType.FLOAT, in.shape());
		arrays.put(step.getOutputsOfOp().get(0), out);
		return out;
	}

	private void relu(final GraphSlice slice, final SameDiffOp step,
		final List<INDArray> inputs, final int time)
	{
		final INDArray out = overwrite(slice, step, inputs, 0, time);
		if (!slice.isAbsorbed(step)) ops.add(PreparedOp.relu(inputs.get(0), out));
	}

	private void compute(final GraphSlice slice, final SameDiffOp step,
		final List<INDArray> inputs, final int time)
	{
		if (ConvolutionOp.isConvolution(step)) convolution(slice, step, inputs);
		else if (ConvolutionOp.isGradient(step)) convolutionGradient(slice, step,
			inputs, time);
		else {
			final PreparedOp op = PreparedOp.of(step, inputs, pool);
			for (int i = 0; i < op.outputs().size(); i++)
				arrays.put(step.getOutputsOfOp().get(i), op.outputs().get(i));
			ops.add(op);
		}
	}

	private void convolution(final GraphSlice slice, final SameDiffOp step,
		final List<INDArray> inputs)
	{
		final INDArray out = pool.take(DataType.FLOAT, PreparedOp.shapes(step,
			inputs).get(0));
		arrays.put(step.getOutputsOfOp().get(0), out);
		ops.add(convolutions.forward(ConvolutionOp.of(step), inputs, out, slice
			.absorbsRelu(step)));
	}

	private void convolutionGradient(final GraphSlice slice,
		final SameDiffOp step, final List<INDArray> inputs, final int time)
	{
		final ConvolutionOp op = ConvolutionOp.of(step);
		final List<INDArray> outputs = new ArrayList<>();
		for (int i = 0; i < step.getOutputsOfOp().size(); i++) {
			final String name = step.getOutputsOfOp().get(i);
			if (i == 0 && slice.lastUse(name) == time && convolutions
				.allowsWeightsOnly(op))
			{
				outputs.add(null);
				continue;
			}
			outputs.add(pool.take(DataType.FLOAT, inputs.get(i).shape()));
			arrays.put(name, outputs.get(i));
		}
		final INDArray scratch = pool.take(DataType.FLOAT, convolutions.scratch(op,
			inputs.get(0).shape(), inputs.get(1), inputs.size() > 3, inputs.get(inputs
				.size() - 1).shape()));
		pool.release(scratch);
		ops.add(convolutions.gradient(op, inputs, outputs, scratch));
	}

	/** Gives back the arrays that no later step reads. */
	private void release(final GraphSlice slice, final int time) {
		for (final String name : slice.lastUsedAt(time)) {
			final INDArray array = arrays.get(name);
			if (array != null) pool.release(array);
		}
	}
}
