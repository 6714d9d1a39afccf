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

import java.util.List;

import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.onednn.ConvolutionShape;

/**
 * What ND4J's {@code conv2d} and {@code conv2d_bp} are told beside arrays:
 * kernel size, stride, padding and dilation, each vertical and horizontal; how
 * to pad (0 as said, 1 so that the size stays); 1 for channels last; 0 for
 * kernels {@code [kH, kW, iC, oC]}.
 */
record ConvolutionOp(long... arguments) {

	private static final int MODE = 8;
	private static final int CHANNELS_LAST = 9;
	private static final int KERNEL_LAYOUT = 10;

	/**
	 * Convolves between rows: the input has a row more above and below than the
	 * output; on the left and right it is padded by 0.
	 */
	static final ConvolutionOp BETWEEN_ROWS = new ConvolutionOp(3, 3, 1, 1, 0, 1,
		1, 1, 0, 1, 0);

	static boolean isConvolution(final SameDiffOp step) {
		return step.getOp().opName().equals("conv2d");
	}

	static boolean isGradient(final SameDiffOp step) {
		return step.getOp().opName().equals("conv2d_bp");
	}

	static ConvolutionOp of(final SameDiffOp step) {
		return new ConvolutionOp(((DynamicCustomOp) step.getOp()).iArgs());
	}

	/** As one ND4J operation. */
	PreparedOp step(final String name, final List<INDArray> inputs,
		final List<INDArray> outputs)
	{
		final OpContext context = Nd4j.getExecutioner().buildContext();
		context.setIArguments(arguments);
		context.setInputArrays(inputs);
		context.setOutputArrays(outputs);
		return PreparedOp.of(name, context, outputs);
	}

	/** Whether arrays are laid out and padded as said above. */
	boolean isPlain() {
		return arguments[MODE] <= 1 && arguments[CHANNELS_LAST] == 1 &&
			(arguments.length <= KERNEL_LAYOUT || arguments[KERNEL_LAYOUT] == 0);
	}

	/**
	 * All sizes, given those of the input, {@code [n, h, w, in]}, the kernel and
	 * the output.
	 */
	ConvolutionShape shape(final long[] input, final long[] kernel,
		final long[] output)
	{
		return new ConvolutionShape(input[0], input[1], input[2], input[3],
			output[1], output[2], output[3], kernel[0], kernel[1], arguments[2],
			arguments[3], arguments[6], arguments[7], before(0, input[1], kernel[0],
				output[1]), before(1, input[2], kernel[1], output[2]));
	}

	/** Zeros before the first value along an axis. */
	private long before(final int axis, final long in, final long kernel,
		final long out)
	{
		if (arguments[MODE] == 0) return arguments[4 + axis];
		return Math.max(0, (out - 1) * arguments[2 + axis] + (kernel - 1) *
			arguments[6 + axis] + 1 - in) / 2;
	}
}
