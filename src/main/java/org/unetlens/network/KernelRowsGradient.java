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

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unetlens.engine.NativeArrays;

/**
 * The gradient of a 3x3 convolution of one image, row by row of its kernel. NB:
 * For 3x3 kernels oneDNN may choose Winograd's method, whose time hardly
 * depends on the number of pixels, and which takes up to 85 MB from the system
 * each time; for the deepest levels it is three times slower than three kernels
 * of 1x3, for which there is no such method.
 */
final class KernelRowsGradient implements PreparedStep {

	private static final int ROWS = 3;

	/**
	 * Channels in times channels out per pixel, from which on this is faster:
	 * measured at 1.3 times as fast at 256, 0.65 times at 128.
	 */
	private static final long WORTH = 192;

	private final DynamicCustomOp gradient = DynamicCustomOp.builder("conv2d_bp")
		.build();
	private final DynamicCustomOp sum = DynamicCustomOp.builder("add").build();
	private final List<OpContext> gradients = new ArrayList<>();
	private final List<OpContext> sums = new ArrayList<>();
	private final INDArray ofInput;

	/**
	 * @param inputs input {@code [1, h, w, in]} (h + 2 rows where it has a row
	 *          above and below that the output has not), kernel, bias, gradient
	 *          of the output {@code [1, h, w, out]}
	 * @param outputs gradients of input, kernel and bias; written
	 * @param scratch as long as {@code [1, h, w, in]}; of use during a run only
	 */
	KernelRowsGradient(final List<INDArray> inputs, final List<INDArray> outputs,
		final INDArray scratch)
	{
		final long height = inputs.get(3).size(1);
		final long above = (height + ROWS - 1 - inputs.get(0).size(1)) / 2;
		ofInput = outputs.get(0);
		for (int k = 0; k < ROWS; k++) {
			// NB: Output row y reads input row y + k - above.
			final long first = Math.max(0, above - k);
			final long end = Math.min(height, inputs.get(0).size(1) + above - k);
			final INDArray part = scratch.reshape('c', 1, height, inputs.get(0).size(
				2), inputs.get(0).size(3));
			add(inputs, outputs, rows(part, 0, end - first), k, first, end, first +
				k - above);
		}
	}

	/**
	 * Whether it is faster than in one piece.
	 *
	 * @param output shape of it, {@code [n, h, w, out]}; all 3x3 convolutions
	 *          give maps as wide as they read
	 */
	static boolean isFaster(final INDArray kernel, final long[] output) {
		return kernel.size(0) == ROWS && output[0] == 1 && output[1] > 1 && kernel
			.size(2) * kernel.size(3) > WORTH * output[1] * output[2];
	}

	private void add(final List<INDArray> inputs, final List<INDArray> outputs,
		final INDArray part, final int k, final long first, final long end,
		final long start)
	{
		final long rows = end - first;
		final List<INDArray> in = new ArrayList<>(List.of(rows(inputs.get(0), start,
			rows), kernelRow(inputs.get(1), k)));
		final List<INDArray> out = new ArrayList<>(List.of(part, kernelRow(outputs
			.get(1), k)));
		// NB: The middle row reads all rows of the output.
		if (k == 1) {
			in.add(inputs.get(2));
			out.add(outputs.get(2));
		}
		in.add(rows(inputs.get(3), first, rows));
		final OpContext context = Nd4j.getExecutioner().buildContext();
		// NB: kernel, stride, padding (vertical, horizontal), dilation, explicit
		// padding, channels last, kernel [kH, kW, iC, oC]
		context.setIArguments(1, ROWS, 1, 1, 0, 1, 1, 1, 0, 1, 0);
		context.setInputArrays(in);
		context.setOutputArrays(out);
		gradients.add(context);
		final INDArray into = rows(ofInput, start, rows);
		final OpContext adding = Nd4j.getExecutioner().buildContext();
		adding.setInputArrays(List.of(into, part));
		adding.setOutputArrays(List.of(into));
		sums.add(adding);
	}

	private static INDArray rows(final INDArray map, final long first,
		final long count)
	{
		return map.get(NDArrayIndex.all(), NDArrayIndex.interval(first, first +
			count), NDArrayIndex.all(), NDArrayIndex.all());
	}

	private static INDArray kernelRow(final INDArray kernel, final int row) {
		return kernel.get(NDArrayIndex.interval(row, row + 1), NDArrayIndex.all(),
			NDArrayIndex.all(), NDArrayIndex.all());
	}

	@Override
	public String name() {
		return "conv2d_bp";
	}

	@Override
	public void run() {
		NativeArrays.clear(ofInput);
		for (int k = 0; k < ROWS; k++) {
			Nd4j.exec(gradient, gradients.get(k));
			Nd4j.exec(sum, sums.get(k));
		}
	}

	@Override
	public String toString() {
		return name() + " by rows of the kernel " + gradients.get(1)
			.getInputArrays().stream().map(a -> java.util.Arrays.toString(a.shape()))
			.toList();
	}

	@Override
	public void close() {
		gradients.forEach(OpContext::purge);
		sums.forEach(OpContext::purge);
	}
}
