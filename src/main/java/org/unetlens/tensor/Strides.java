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

package org.unetlens.tensor;

import java.util.Arrays;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How the elements of a tensor lie in memory: as a part of a box whose axes are
 * those of the tensor in some order. Immutable.
 *
 * @param axes axes of the tensor longer than 1, the fastest first
 * @param step elements of the box that one step along the first of them skips
 * @param box sizes of the box along these axes
 * @param span elements from the first to the last one, both counted
 */
record Strides(int[] axes, long step, long[] box, long span) {

	/** Whether a tensor lies in 'c' order without gaps. */
	static boolean isDense(final INDArray tensor) {
		long expected = 1;
		for (int d = tensor.rank() - 1; d >= 0; d--) {
			if (tensor.size(d) != 1 && tensor.stride(d) != expected) return false;
			expected *= tensor.size(d);
		}
		return true;
	}

	/** Empty when there is no such box (broadcast or overlapping elements). */
	static Optional<Strides> of(final INDArray tensor) {
		final Integer[] sorted = sortedAxes(tensor);
		final int n = sorted.length;
		final long[] box = new long[n];
		long span = 1;
		for (int i = 0; i < n; i++) {
			final long size = tensor.size(sorted[i]);
			final long stride = tensor.stride(sorted[i]);
			final long next = i + 1 < n ? tensor.stride(sorted[i + 1]) : size *
				stride;
			if (stride < 1 || next % stride != 0 || next / stride < size)
				return Optional.empty();
			box[i] = next / stride;
			span += (size - 1) * stride;
		}
		final int[] axes = Arrays.stream(sorted).mapToInt(Integer::intValue)
			.toArray();
		return Optional.of(new Strides(axes, n == 0 ? 1 : tensor.stride(axes[0]),
			box, span));
	}

	/** Where an axis of the tensor stands in {@link #axes}, or -1. */
	int placeOf(final int axis) {
		for (int i = 0; i < axes.length; i++)
			if (axes[i] == axis) return i;
		return -1;
	}

	private static Integer[] sortedAxes(final INDArray tensor) {
		final Integer[] axes = new Integer[tensor.rank()];
		Arrays.setAll(axes, d -> d);
		return Arrays.stream(axes).filter(d -> tensor.size(d) > 1).sorted((a,
			b) -> Long.compare(tensor.stride(a), tensor.stride(b))).toArray(
				Integer[]::new);
	}
}
