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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;

/**
 * Tensors as ImgLib2 images, the way back from {@link Tensors}.
 * <p>
 * A tensor (c, y, x) becomes an image (x, y, c) of the {@link SampleType} that
 * fits its type; booleans become bytes 0 and 1. Views, slices and tensors in
 * 'f' order are read as what they show, not as what lies behind them. Images
 * end at 2^31 - 1 elements. Thread-safe.
 */
public final class Images {

	private Images() {}

	/**
	 * Shows a tensor as an image that shares its memory. What is written on one
	 * side is seen on the other. The image keeps the tensor from being collected,
	 * but not from being {@link INDArray#close() closed}: an image of a closed
	 * tensor must not be touched.
	 *
	 * @param <T> the type that the tensor has
	 * @throws IllegalArgumentException for a type without pixel type, an empty
	 *           tensor, one with overlapping elements, or one too large
	 */
	public static <T extends NativeType<T> & RealType<T>> Img<T> wrap(
		final INDArray tensor)
	{
		requireElements(tensor);
		final TensorBox<T> box = TensorBox.<T> of(tensor).orElseThrow(
			() -> new IllegalArgumentException("A tensor of the shape " + Arrays
				.toString(tensor.shape()) + " with the strides " + Arrays.toString(
					tensor.stride()) +
				" cannot be shared with an image, since no box of pixels holds it; use Images.copy"));
		return box.image();
	}

	/**
	 * As {@link #wrap(INDArray)}, with axes in another order.
	 *
	 * @param from axes of the tensor, e.g. {@link AxisOrder#NHWC}
	 * @param to axes of the image, e.g. {@link AxisOrder#XYC}; what is missing
	 *          must have the length 1
	 */
	public static <T extends NativeType<T> & RealType<T>>
		RandomAccessibleInterval<T> wrap(final INDArray tensor,
			final AxisOrder from, final AxisOrder to)
	{
		return AxisViews.reorder(Images.<T> wrap(tensor), from.reversed(), to);
	}

	/** Copies a tensor, axes reversed, into an image in the Java heap. */
	public static <T extends NativeType<T> & RealType<T>> ArrayImg<T, ?> copy(
		final INDArray tensor)
	{
		return copied(tensor, reversed(tensor.shape()), TensorBox.identity(Math.max(
			1, tensor.rank())));
	}

	/**
	 * Copies a tensor into an image in the Java heap.
	 *
	 * @param from axes of the tensor
	 * @param to axes of the image; what is missing must have the length 1
	 */
	public static <T extends NativeType<T> & RealType<T>> ArrayImg<T, ?> copy(
		final INDArray tensor, final AxisOrder from, final AxisOrder to)
	{
		final AxisOrder reversed = from.reversed();
		final long[] size = reversed(tensor.shape());
		return copied(tensor, reversed.reorder(size, to), AxisViews.memoryOrder(
			size, reversed, to.reversed()));
	}

	/**
	 * A new image of zeros outside the Java heap, which {@link Tensors#wrap} can
	 * share.
	 */
	public static <T extends NativeType<T> & RealType<T>> Img<T> create(
		final T type, final long... size)
	{
		Engine.start();
		final SampleType sample = SampleType.of(type).orElseThrow(
			() -> new IllegalArgumentException("Images of " + type.getClass()
				.getSimpleName() + " cannot lie in a tensor; use one of " + Arrays
					.toString(SampleType.values())));
		return wrap(Nd4j.create(TensorMemory.dataType(sample), reversed(size),
			'c'));
	}

	/** @param order for each axis of the image, that of the reversed tensor */
	private static <T extends NativeType<T> & RealType<T>> ArrayImg<T, ?> copied(
		final INDArray tensor, final long[] size, final int[] order)
	{
		requireElements(tensor);
		final Optional<TensorBox<T>> box = TensorBox.of(tensor);
		if (box.isPresent()) return box.get().copy(size, order);
		try (INDArray dense = tensor.dup('c')) {
			return TensorBox.<T> of(dense).orElseThrow().copy(size, order);
		}
	}

	static void requireElements(final INDArray tensor) {
		if (tensor.isEmpty()) throw new IllegalArgumentException(
			"The tensor is empty; an image needs at least one element");
		final long span = Strides.of(tensor).map(Strides::span).orElse(0L);
		if (span > Integer.MAX_VALUE) throw new IllegalArgumentException(
			"The tensor spans " + span + " elements, an image at most " +
				Integer.MAX_VALUE +
				"; take parts of it, e.g. tensor.get(NDArrayIndex.interval(0, n))");
	}

	private static long[] reversed(final long[] sizes) {
		final int n = sizes.length;
		if (n == 0) return new long[] { 1 };
		final long[] reversed = new long[n];
		Arrays.setAll(reversed, d -> sizes[n - 1 - d]);
		return reversed;
	}
}
