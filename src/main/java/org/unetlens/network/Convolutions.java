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
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeArrays;
import org.unetlens.onednn.Convolution;
import org.unetlens.onednn.ConvolutionShape;
import org.unetlens.onednn.KernelGradient;
import org.unetlens.onednn.OneDnn;
import org.unetlens.onednn.Primitive;

/**
 * Prepares the convolutions of a graph: by oneDNN where it is there, else by
 * ND4J. Not thread-safe. Close it after the steps.
 */
final class Convolutions implements AutoCloseable {

	private final boolean direct = OneDnn.isAvailable();
	private final ArrangedKernels kernels;

	private Convolutions(final ArrangedKernels kernels) {
		this.kernels = kernels;
	}

	/** @param kernels of weights that stay as they are; shared */
	static Convolutions of(final ArrangedKernels kernels) {
		return new Convolutions(kernels);
	}

	/** Of weights whose {@link #arrangements} run whenever they have changed. */
	static Convolutions ofChanging(final BufferSource source) {
		return new Convolutions(ArrangedKernels.ofChanging(source));
	}

	/** Whether gradients of weights can be had without that of the map. */
	boolean allowsWeightsOnly(final ConvolutionOp op) {
		return direct && op.isPlain();
	}

	/** What brings changed weights into their layouts; in any order. */
	List<PreparedStep> arrangements() {
		return kernels.arrangements();
	}

	/** Bytes of native memory that copies of changing weights take. */
	long bytes() {
		return kernels.isFixed() ? 0 : kernels.bytes();
	}

	/**
	 * A convolution.
	 *
	 * @param inputs map, kernel and, where there is one, bias
	 * @param relu whether negative results become 0
	 */
	PreparedStep forward(final ConvolutionOp op, final List<INDArray> inputs,
		final INDArray out, final boolean relu)
	{
		if (!direct || !op.isPlain()) return relu ? new Sequence(op.step("conv2d",
			inputs, List.of(out)), PreparedOp.relu(out, out)) : op.step("conv2d",
				inputs, List.of(out));
		final ConvolutionShape shape = op.shape(inputs.get(0).shape(), inputs.get(1)
			.shape(), out.shape());
		final boolean biased = inputs.size() > 2;
		try (Convolution convolution = convolution(shape, biased, relu)) {
			final INDArray kernel = kernels.get(convolution, inputs.get(1),
				convolution.forwardLayout());
			return new OneDnnStep("conv2d", List.of(convolution.forward(pointer(inputs
				.get(0)), pointer(kernel), biased ? pointer(inputs.get(2)) : null,
				pointer(out))));
		}
	}

	/**
	 * How many values the gradient needs for a moment, given the shapes of the
	 * map that is convolved and of the result.
	 */
	long scratch(final ConvolutionOp op, final long[] map, final INDArray kernel,
		final boolean biased, final long[] result)
	{
		if (!direct || !op.isPlain()) return isByRows(kernel, biased, result)
			? WeightShapes.size(result) / result[3] * map[3] : 1;
		try (Convolution convolution = convolution(op.shape(map, kernel.shape(),
			result), biased, false);
				KernelGradient ofKernel = convolution.kernelGradient())
		{
			return ofKernel.scratch();
		}
	}

	/**
	 * The gradients of a convolution.
	 *
	 * @param inputs map, kernel, bias where there is one, gradient of the result
	 * @param outputs gradients of map, kernel and bias; written; the first may be
	 *          null where {@link #allowsWeightsOnly}
	 * @param scratch of the length that {@link #scratch} says, of use during a
	 *          run only
	 */
	PreparedStep gradient(final ConvolutionOp op, final List<INDArray> inputs,
		final List<INDArray> outputs, final INDArray scratch)
	{
		final INDArray map = inputs.get(0), plain = inputs.get(1);
		final INDArray gradient = inputs.get(inputs.size() - 1);
		final boolean biased = inputs.size() > 3;
		if (!direct || !op.isPlain()) return isByRows(plain, biased, gradient
			.shape()) ? new KernelRowsGradient(inputs, outputs, scratch) : op.step(
				"conv2d_bp", inputs, outputs);
		try (Convolution convolution = convolution(op.shape(map.shape(), plain
			.shape(), gradient.shape()), biased, false);
				KernelGradient ofKernel = convolution.kernelGradient())
		{
			final OneDnnStep step = new OneDnnStep("conv2d_bp", new ArrayList<>());
			try {
				if (outputs.get(0) != null) step.work().add(convolution.inputGradient(
					pointer(gradient), pointer(kernels.get(convolution, plain, convolution
						.inputGradientLayout())), pointer(outputs.get(0))));
				ofKernel.prepare(pointer(map), pointer(gradient), pointer(scratch),
					pointer(outputs.get(1)), biased ? pointer(outputs.get(2)) : null, step
						.work());
				return step;
			}
			catch (final RuntimeException | Error e) {
				step.close();
				throw e;
			}
		}
	}

	private static boolean isByRows(final INDArray kernel, final boolean biased,
		final long[] result)
	{
		return biased && KernelRowsGradient.isFaster(kernel, result);
	}

	private static Convolution convolution(final ConvolutionShape shape,
		final boolean biased, final boolean relu)
	{
		// NB: It remembers how many threads it was prepared for.
		Engine.useThisThreadOnly();
		return new Convolution(shape, biased, relu);
	}

	private static BytePointer pointer(final INDArray array) {
		return NativeArrays.bytes(array);
	}

	@Override
	public void close() {
		if (!kernels.isFixed()) kernels.close();
	}

	/** Steps one after the other. */
	private record Sequence(PreparedStep first, PreparedStep second)
			implements
				PreparedStep {

		@Override
		public String name() {
			return first.name();
		}

		@Override
		public void run() {
			first.run();
			second.run();
		}

		@Override
		public void close() {
			first.close();
			second.close();
		}
	}

	private record OneDnnStep(String name, List<Primitive> work)
			implements
				PreparedStep {

		@Override
		public void run() {
			work.forEach(Primitive::run);
		}

		@Override
		public void close() {
			work.forEach(Primitive::close);
		}
	}
}
