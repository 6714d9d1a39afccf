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
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tensor as an image over its memory, its axes still in the order of the
 * memory, and where those of the reversed tensor are among them. Shared.
 *
 * @param pixels the image in the order of the memory
 * @param order for each axis of the reversed tensor, that of {@code pixels}
 */
record TensorBox<T extends NativeType<T> & RealType<T>>(
		RandomAccessibleInterval<T> pixels, int[] order) {

	/** Empty when the elements of a tensor do not lie in such a box. */
	static <T extends NativeType<T> & RealType<T>> Optional<TensorBox<T>> of(
		final INDArray tensor)
	{
		if (!Strides.isDense(tensor)) return Strides.of(tensor).map(strides -> of(
			tensor, strides));
		final int rank = Math.max(1, tensor.rank());
		final long[] size = new long[rank];
		Arrays.setAll(size, d -> tensor.rank() == 0 ? 1 : tensor.size(rank - 1 -
			d));
		final RandomAccessibleInterval<T> whole = array(tensor, size, tensor
			.length());
		return Optional.of(new TensorBox<>(whole, identity(rank)));
	}

	/** The box that holds the tensor, cut to what it shows. */
	private static <T extends NativeType<T> & RealType<T>> TensorBox<T> of(
		final INDArray tensor, final Strides strides)
	{
		final int n = strides.axes().length;
		final int rank = tensor.rank();
		final int gap = strides.step() == 1 ? 0 : 1;
		final long[] box = new long[gap + rank];
		Arrays.fill(box, 1);
		box[0] = strides.step();
		System.arraycopy(strides.box(), 0, box, gap, n);
		final long[] max = new long[rank];
		Arrays.setAll(max, i -> i < n ? tensor.size(strides.axes()[i]) - 1 : 0);
		RandomAccessibleInterval<T> pixels = array(tensor, box, strides.span());
		if (gap > 0) pixels = Views.hyperSlice(pixels, 0, 0);
		if (!Arrays.equals(max, pixels.maxAsLongArray())) pixels = Views.interval(
			pixels, new long[rank], max);
		final int[] order = new int[rank];
		for (int d = 0, next = n; d < rank; d++) {
			final int axis = rank - 1 - d;
			order[d] = tensor.size(axis) == 1 ? next++ : strides.placeOf(axis);
		}
		return new TensorBox<>(pixels, order);
	}

	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T> & RealType<T>> TensorImg<T, ?> array(
		final INDArray tensor, final long[] size, final long length)
	{
		final TensorMemory memory = new TensorMemory(tensor);
		return new TensorImg<>(tensor, BufferTensors.access(memory, (int) length),
			size, (T) memory.sample().pixelType());
	}

	static int[] identity(final int rank) {
		final int[] order = new int[rank];
		Arrays.setAll(order, d -> d);
		return order;
	}

	/** The image of the reversed tensor; shared. */
	Img<T> image() {
		if (pixels instanceof TensorImg<T, ?> whole && Arrays.equals(order,
			identity(order.length))) return whole;
		final RandomAccessibleInterval<T> view = AxisViews.permute(pixels, order);
		return ImgView.wrap(view, new ArrayImgFactory<>(view.getType()));
	}

	/**
	 * Copies the tensor into the Java heap.
	 *
	 * @param size sizes of the copy
	 * @param axes for each axis of the copy in memory, that of the reversed
	 *          tensor
	 */
	ArrayImg<T, ?> copy(final long[] size, final int... axes) {
		final T type = pixels.getType();
		final ArrayImg<T, ?> copy = new ArrayImgFactory<>(type).create(size);
		final Object array = ((ArrayDataAccess<?>) copy.update(null))
			.getCurrentStorageArray();
		final SampleType sample = SampleType.of(type).orElseThrow();
		final int[] memory = Arrays.stream(axes).map(d -> order[d]).toArray();
		final BlockGrid grid = BlockGrid.of(pixels, memory);
		final var source = BlockSource.of(pixels, memory, sample);
		grid.forEachRange(range -> grid.read(range, source.get(), sample, (block,
			from, position, n) -> System.arraycopy(block, from, array, (int) position,
				n)));
		return copy;
	}
}
