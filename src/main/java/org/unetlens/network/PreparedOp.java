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
import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/** One operation with its arrays and arguments set once. */
final class PreparedOp implements PreparedStep {

	/** How an operation is prepared. */
	enum Kind {

			RESHAPE, SHAPE, RELU, RELU_GRADIENT, OTHER;

		static Kind of(final DifferentialFunction op) {
			return switch (op.opName()) {
				case "reshape" -> RESHAPE;
				case "shape_of", "shape" -> SHAPE;
				case "relu" -> RELU;
				case "thresholdedrelu_bp", "relu_bp" -> RELU_GRADIENT;
				default -> OTHER;
			};
		}
	}

	private final DifferentialFunction op;
	private final OpContext context;
	private final List<INDArray> outputs;

	private PreparedOp(final DifferentialFunction op, final OpContext context,
		final List<INDArray> outputs)
	{
		this.op = op;
		this.context = context;
		this.outputs = outputs;
	}

	static PreparedOp of(final SameDiffOp step, final List<INDArray> inputs,
		final BufferPool pool)
	{
		final DifferentialFunction op = step.getOp();
		final OpContext context = context(step, inputs);
		final List<INDArray> outputs = new ArrayList<>();
		for (final LongShapeDescriptor shape : op.calculateOutputShape(context))
			outputs.add(pool.take(shape.dataType(), shape.getShape()));
		context.setOutputArrays(outputs);
		return new PreparedOp(op, context, outputs);
	}

	/** The shapes of what a step gives. */
	static List<long[]> shapes(final SameDiffOp step,
		final List<INDArray> inputs)
	{
		try (OpContext context = context(step, inputs)) {
			return step.getOp().calculateOutputShape(context).stream().map(
				LongShapeDescriptor::getShape).toList();
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}

	/** As drawn in the graph, but into given arrays. */
	static PreparedOp of(final SameDiffOp step, final List<INDArray> inputs,
		final List<INDArray> outputs)
	{
		final OpContext context = context(step, inputs);
		context.setOutputArrays(outputs);
		return new PreparedOp(step.getOp(), context, outputs);
	}

	private static OpContext context(final SameDiffOp step,
		final List<INDArray> inputs)
	{
		final DifferentialFunction op = step.getOp();
		final OpContext context = Nd4j.getExecutioner().buildContext();
		if (op instanceof DynamicCustomOp custom) {
			context.setIArguments(custom.iArgs());
			context.setTArguments(custom.tArgs());
			context.setBArguments(custom.bArgs());
			if (custom.numDArguments() > 0) context.setDArguments(custom.dArgs());
		}
		else if (!(op instanceof Op)) throw new UnsupportedOperationException(
			"The operation " + step.getName() + " (" + op.opName() + ", " + op
				.getClass().getSimpleName() + ") cannot be prepared");
		context.setInputArrays(inputs);
		return context;
	}

	/** An operation by its name, all set. */
	static PreparedOp of(final String name, final OpContext context,
		final List<INDArray> outputs)
	{
		return new PreparedOp(DynamicCustomOp.builder(name).build(), context,
			outputs);
	}

	static PreparedOp relu(final INDArray in, final INDArray out) {
		final OpContext context = Nd4j.getExecutioner().buildContext();
		context.setTArguments(0);
		context.setInputArray(0, in);
		context.setOutputArray(0, out);
		return new PreparedOp(DynamicCustomOp.builder("relu").build(), context, List
			.of(out));
	}

	/**
	 * A shape as the array that the graph's shape operation gives.
	 */
	static INDArray shapeOf(final long[] shape) {
		return Nd4j.createFromArray(shape);
	}

	/**
	 * The shape asked for by a reshape, -1 resolved.
	 *
	 * @param asked an array that says so; null when the operation does
	 */
	static long[] reshapeTarget(final DifferentialFunction op,
		final INDArray asked, final long length)
	{
		final long[] target;
		if (asked != null) target = asked.toLongVector();
		else {
			final long[] args = ((DynamicCustomOp) op).iArgs();
			// NB: A negative first argument is the order ('c' = -99), not a size.
			final int skip = args.length > 0 && args[0] < -1 ? 1 : 0;
			target = Arrays.copyOfRange(args, skip, args.length);
		}
		long known = 1;
		for (final long size : target)
			if (size >= 0) known *= size;
		for (int i = 0; i < target.length; i++)
			if (target[i] < 0) target[i] = length / known;
		return target;
	}

	@Override
	public String name() {
		return op.opName();
	}

	List<INDArray> outputs() {
		return outputs;
	}

	@Override
	public void run() {
		if (op instanceof DynamicCustomOp custom) Nd4j.exec(custom, context);
		else Nd4j.getExecutioner().exec((Op) op, context);
	}

	/** Name and shapes, for measurements. */
	@Override
	public String toString() {
		return name() + " " + context.getInputArrays().stream().map(a -> Arrays
			.toString(a.shape())).toList() + " to " + outputs.stream().map(a -> Arrays
				.toString(a.shape())).toList();
	}

	@Override
	public void close() {
		context.purge();
	}
}
