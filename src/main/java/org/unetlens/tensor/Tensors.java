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
import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.nio.BufferAccess;
import net.imglib2.type.numeric.ARGBType;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;

/**
 * ImgLib2 images as tensors. The way back is {@link Images}.
 * <p>
 * Copies go block by block on the threads of the current
 * {@link net.imglib2.parallel.Parallelization}, and may have more than 2^31
 * elements. Images of {@link ARGBType}, axes (x, y[, z][, t]), count as three
 * channels (x, y, channel[, z][, t]) of unsigned bytes. Tensors are in 'c'
 * order. Whoever asks for a copy should {@link INDArray#close() close} it: the
 * memory lies outside the Java heap. Thread-safe.
 */
public final class Tensors {

	private Tensors() {}

	/**
	 * Copies an image in the order of its memory: an image (x, y, c) becomes a
	 * tensor (c, y, x).
	 *
	 * @param image any {@link SampleType}, whose type the tensor has, or ARGB
	 *          (UBYTE); any other real type becomes FLOAT
	 */
	public static INDArray copy(final RandomAccessibleInterval<?> image) {
		return copyAs(image, tensorType(image));
	}

	/**
	 * Copies an image.
	 *
	 * @param image as in {@link #copy(RandomAccessibleInterval)}
	 * @param from axes of the image, e.g. {@link AxisOrder#XYC}
	 * @param to axes of the tensor, e.g. {@link AxisOrder#NHWC}; those that the
	 *          image lacks get the length 1
	 */
	public static INDArray copy(final RandomAccessibleInterval<?> image,
		final AxisOrder from, final AxisOrder to)
	{
		return copyAs(image, from, to, tensorType(image));
	}

	/** Copies an image as {@link #copy} does, into a FLOAT tensor. */
	public static INDArray copyFloats(final RandomAccessibleInterval<?> image) {
		return copyAs(image, DataType.FLOAT);
	}

	/** Copies an image as {@link #copy} does, into a FLOAT tensor. */
	public static INDArray copyFloats(final RandomAccessibleInterval<?> image,
		final AxisOrder from, final AxisOrder to)
	{
		return copyAs(image, from, to, DataType.FLOAT);
	}

	/**
	 * Copies an image over a tensor, e.g. of a buffer that is used again and
	 * again.
	 *
	 * @param from axes of the image
	 * @param to axes of the tensor
	 * @param tensor FLOAT, or the type of the image; in 'c' order without gaps
	 * @throws IllegalArgumentException when shape, type or order do not fit
	 */
	public static void write(final RandomAccessibleInterval<?> image,
		final AxisOrder from, final AxisOrder to, final INDArray tensor)
	{
		final RandomAccessibleInterval<?> channels = channels(image);
		final long[] shape = from.reorder(channels.dimensionsAsLongArray(), to);
		if (!Arrays.equals(shape, tensor.shape()) || !Strides.isDense(tensor))
			throw new IllegalArgumentException("A tensor of the shape " + Arrays
				.toString(shape) + " in 'c' order is needed to take the image, not " +
				Arrays.toString(tensor.shape()) + " with the strides " + Arrays
					.toString(tensor.stride()));
		final int[] order = AxisViews.memoryOrder(channels.dimensionsAsLongArray(),
			from, to);
		fill(channels, order, new TensorMemory(tensor));
	}

	/**
	 * Shows an image as a tensor that shares its memory, in the order of
	 * {@link #copy(RandomAccessibleInterval)}. What is written on one side is
	 * seen on the other.
	 *
	 * @param image made by {@link Images#wrap} or {@link Images#create}, or any
	 *          {@link ArrayImg} over a direct NIO buffer; images in Java arrays
	 *          cannot be shared
	 * @throws IllegalArgumentException for any other image
	 */
	public static INDArray wrap(final RandomAccessibleInterval<?> image) {
		Engine.start();
		if (image instanceof TensorImg<?, ?> owned) return owned.tensor();
		final Optional<SampleType> sample = SampleType.of(image.getType());
		if (sample.isPresent() && image instanceof ArrayImg<?, ?> array && array
			.update(null) instanceof BufferAccess<?> access && access.isDirect())
			return BufferTensors.wrap(access, sample.get(), reversed(image
				.dimensionsAsLongArray()));
		throw new IllegalArgumentException("An image (" + image.getClass()
			.getSimpleName() + " of " + image.getType().getClass().getSimpleName() +
			") whose pixels do not lie in one direct buffer cannot be shared with a tensor; use Tensors.copy");
	}

	/**
	 * As {@link #wrap(RandomAccessibleInterval)}, with axes in another order.
	 *
	 * @return a view, in general not in 'c' order
	 */
	public static INDArray wrap(final RandomAccessibleInterval<?> image,
		final AxisOrder from, final AxisOrder to)
	{
		final INDArray tensor = wrap(image);
		final long[] shape = from.reorder(image.dimensionsAsLongArray(), to);
		final long[] strides = to.axes().stream().mapToInt(from::indexOf).mapToLong(
			d -> d < 0 ? 1 : tensor.stride(from.rank() - 1 - d)).toArray();
		return Nd4j.create(tensor.data(), shape, strides, tensor.offset(), 'c',
			tensor.dataType());
	}

	private static INDArray copyAs(final RandomAccessibleInterval<?> image,
		final DataType type)
	{
		final RandomAccessibleInterval<?> channels = channels(image);
		final int[] order = new int[channels.numDimensions()];
		Arrays.setAll(order, d -> d);
		return filled(channels, order, reversed(channels.dimensionsAsLongArray()),
			type);
	}

	private static INDArray copyAs(final RandomAccessibleInterval<?> image,
		final AxisOrder from, final AxisOrder to, final DataType type)
	{
		final RandomAccessibleInterval<?> channels = channels(image);
		final long[] size = channels.dimensionsAsLongArray();
		final long[] shape = from.reorder(size, to);
		return filled(channels, AxisViews.memoryOrder(size, from, to), shape, type);
	}

	private static INDArray filled(final RandomAccessibleInterval<?> image,
		final int[] order, final long[] shape, final DataType type)
	{
		Engine.start();
		final INDArray tensor = Nd4j.createUninitialized(type, shape, 'c');
		fill(image, order, new TensorMemory(tensor));
		return tensor;
	}

	private static void fill(final RandomAccessibleInterval<?> image,
		final int[] order, final TensorMemory memory)
	{
		final Optional<SampleType> own = SampleType.of(image.getType());
		// NB: Floats are made of other samples only when they are written.
		final SampleType sample = memory.sample() == SampleType.F32 &&
			!(image instanceof ArgbChannels) ? own.orElse(SampleType.F32) : memory
				.sample();
		final Optional<PlainArrays> arrays = PlainArrays.of(image);
		if (arrays.isPresent() && own.filter(sample::equals).isPresent() &&
			PlainArrays.isInOrder(image, order))
		{
			arrays.get().forEachPiece(() -> new TensorWriter(memory, sample));
			return;
		}
		final BlockGrid grid = BlockGrid.of(image, order);
		final Supplier<BlockSource> source = BlockSource.of(image, order, sample);
		grid.forEachRange(range -> grid.read(range, source.get(), sample,
			new TensorWriter(memory, sample)));
	}

	private static RandomAccessibleInterval<?> channels(
		final RandomAccessibleInterval<?> image)
	{
		return image.getType() instanceof ARGBType ? ArgbChannels.of(AxisViews.cast(
			image)) : image;
	}

	private static DataType tensorType(final RandomAccessibleInterval<?> image) {
		if (image.getType() instanceof ARGBType) return DataType.UBYTE;
		return SampleType.of(image.getType()).map(TensorMemory::dataType).orElse(
			DataType.FLOAT);
	}

	private static long[] reversed(final long[] sizes) {
		final long[] reversed = new long[sizes.length];
		Arrays.setAll(reversed, d -> sizes[sizes.length - 1 - d]);
		return reversed;
	}
}
