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
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The axes of an image or tensor in the order in which its sizes are given:
 * {@code AxisOrder.of("xyc")} for an ImgLib2 image, whose first axis runs
 * fastest in memory, {@code AxisOrder.of("NHWC")} for a tensor, whose last axis
 * does. Immutable.
 *
 * @param axes each at most once
 */
public record AxisOrder(List<Axis> axes) {

	/** Tensors of the engine: batch, rows, columns, channels. */
	public static final AxisOrder NHWC = of("NHWC");
	/** Tensors of the engine: batch, slices, rows, columns, channels. */
	public static final AxisOrder NDHWC = of("NDHWC");
	/** Tensors as PyTorch and ONNX lay them out. */
	public static final AxisOrder NCHW = of("NCHW");
	/** Image planes of this project. */
	public static final AxisOrder XYC = of("xyc");

	public AxisOrder {
		axes = List.copyOf(axes);
		if (axes.isEmpty() || EnumSet.copyOf(axes).size() != axes.size())
			throw new IllegalArgumentException("The axes " + axes +
				" were given; each axis may occur once, and at least one is needed");
	}

	/** Reads image letters (x, y, z, c, t) or tensor letters (W, H, D, C, N). */
	public static AxisOrder of(final String letters) {
		return new AxisOrder(letters.chars().mapToObj(c -> Axis.of((char) c))
			.toList());
	}

	/** Number of axes. */
	public int rank() {
		return axes.size();
	}

	/** The same axes from last to first. */
	public AxisOrder reversed() {
		final Axis[] reversed = new Axis[rank()];
		Arrays.setAll(reversed, i -> axes.get(rank() - 1 - i));
		return new AxisOrder(List.of(reversed));
	}

	/** Where the axis stands, or -1. */
	public int indexOf(final Axis axis) {
		return axes.indexOf(axis);
	}

	/** The letters of an image, e.g. {@code xyc}. */
	public String imageLetters() {
		return axes.stream().map(a -> String.valueOf(a.imageLetter())).collect(
			Collectors.joining());
	}

	/** The letters of a tensor, e.g. {@code NHWC}. */
	public String tensorLetters() {
		return axes.stream().map(a -> String.valueOf(a.tensorLetter())).collect(
			Collectors.joining());
	}

	/**
	 * The sizes of the same data in another order; an axis that is missing here
	 * has the length 1.
	 *
	 * @throws IllegalArgumentException when the number of sizes is wrong, or an
	 *           axis is longer than 1 and missing in the other order
	 */
	long[] reorder(final long[] sizes, final AxisOrder to) {
		if (sizes.length != rank()) throw new IllegalArgumentException("The axes " +
			this + " were given for data of " + sizes.length + " axes " + Arrays
				.toString(sizes) + "; give one letter per axis");
		for (int d = 0; d < rank(); d++)
			if (sizes[d] != 1 && to.indexOf(axes.get(d)) < 0)
				throw new IllegalArgumentException("The axis " + axes.get(d) +
					" has the length " + sizes[d] + ", but is missing in the axes " + to +
					" that were asked for; add it, or take one position of it first");
		return to.axes.stream().mapToLong(axis -> indexOf(axis) < 0 ? 1
			: sizes[indexOf(axis)]).toArray();
	}

	@Override
	public String toString() {
		return imageLetters() + " (as tensor " + tensorLetters() + ")";
	}
}
