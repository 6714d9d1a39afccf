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

package org.unetlens.onednn;

/**
 * Sizes of a convolution of channels-last maps: {@code [n, height, width, in]}
 * to {@code [n, outHeight, outWidth, out]} with a kernel
 * {@code [kernelHeight, kernelWidth, in, out]}. Immutable.
 *
 * @param stride between the places of the kernel, vertical and horizontal
 * @param dilation between the values that a kernel reads, 1 for neighbours
 * @param top rows of zeros above
 * @param left columns of zeros on the left; as many as needed are on the right
 */
public record ConvolutionShape(long n, long height, long width, long in,
		long outHeight, long outWidth, long out, long kernelHeight,
		long kernelWidth, long strideHeight, long strideWidth, long dilationHeight,
		long dilationWidth, long top, long left) {

	long[] source() {
		return new long[] { n, in, height, width };
	}

	long[] kernel() {
		return new long[] { out, in, kernelHeight, kernelWidth };
	}

	long[] destination() {
		return new long[] { n, out, outHeight, outWidth };
	}

	long[] stride() {
		return new long[] { strideHeight, strideWidth };
	}

	/** As oneDNN counts: 0 for neighbours. */
	long[] dilation() {
		return new long[] { dilationHeight - 1, dilationWidth - 1 };
	}

	long[] before() {
		return new long[] { top, left };
	}

	long[] after() {
		return new long[] { after(height, outHeight, kernelHeight, strideHeight,
			dilationHeight, top), after(width, outWidth, kernelWidth, strideWidth,
				dilationWidth, left) };
	}

	private static long after(final long size, final long outSize,
		final long kernel, final long stride, final long dilation,
		final long before)
	{
		return (outSize - 1) * stride + (kernel - 1) * dilation + 1 - size - before;
	}
}
