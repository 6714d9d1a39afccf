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

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * NumPy's {@code .npy} files as images and tensors. An array of the shape (c,
 * y, x) is an image (x, y, c) and a tensor (c, y, x). Thread-safe.
 */
public final class Npy {

	private Npy() {}

	/** Whether a file that is there already may be replaced. */
	public enum IfExists {
			REFUSE, OVERWRITE
	}

	/**
	 * Reads an array of any byte order, in C or Fortran order, into the Java
	 * heap.
	 *
	 * @param <T> the type that the array has; booleans become bytes
	 * @throws NpyException for a file that cannot be read, is damaged, or holds
	 *           other than 1 to 2^31 - 9 numbers
	 */
	@SuppressWarnings("unchecked")
	public static <T extends NativeType<T> & RealType<T>> Img<T> open(
		final Path file)
	{
		return (Img<T>) read(file);
	}

	/**
	 * Reads the bytes of a file as {@link #open} does.
	 *
	 * @throws NpyException without the name of a file
	 */
	@SuppressWarnings("unchecked")
	public static <T extends NativeType<T> & RealType<T>> Img<T> read(
		final byte[] npy)
	{
		final InputStream in = new ByteArrayInputStream(npy);
		try {
			return (Img<T>) read(in, NpyHeader.read(new DataInputStream(in)),
				npy.length);
		}
		catch (final IOException e) {
			throw new NpyException("The array ends before its values do", e);
		}
	}

	private static Img<?> read(final Path file) {
		try (InputStream in = Files.newInputStream(file);
				DataInputStream data = new DataInputStream(in))
		{
			final NpyHeader header = NpyHeader.read(data);
			return read(in, header, Files.size(file));
		}
		catch (final EOFException e) {
			throw new NpyException(file.getFileName() +
				" ends before its header does; copy it anew", e);
		}
		catch (final IOException e) {
			throw new NpyException(file + " cannot be read: " + e, e);
		}
		catch (final NpyException e) {
			throw new NpyException(file.getFileName() + ": " + e.getMessage(), e);
		}
	}

	/** Reads an array as {@link #open} does, into a tensor of the same shape. */
	public static INDArray openTensor(final Path file) {
		return Tensors.copy(read(file));
	}

	/**
	 * Writes an image in C order, its axes reversed. Other types than the
	 * {@link SampleType}s become float, {@link ARGBType} three channels of bytes.
	 * The file is complete or not there at all.
	 *
	 * @throws NpyException when the file is there already and may not be
	 *           replaced, or cannot be written
	 */
	public static void save(final RandomAccessibleInterval<?> image,
		final Path file, final IfExists ifExists)
	{
		final RandomAccessibleInterval<?> pixels = image
			.getType() instanceof ARGBType ? ArgbChannels.of(AxisViews.cast(image))
				: image;
		final SampleType sample = SampleType.of(pixels.getType()).orElse(
			SampleType.F32);
		save(pixels, TensorBox.identity(pixels.numDimensions()), sample, file,
			ifExists);
	}

	/**
	 * Writes a tensor in C order, with its shape. As {@link #save}; booleans
	 * become bytes.
	 */
	public static void saveTensor(final INDArray tensor, final Path file,
		final IfExists ifExists)
	{
		Images.requireElements(tensor);
		final var box = TensorBox.of(tensor);
		if (box.isEmpty()) {
			try (INDArray dense = tensor.dup('c')) {
				saveTensor(dense, file, ifExists);
			}
			return;
		}
		save(box.get().pixels(), box.get().order(), TensorMemory.sampleType(tensor
			.dataType()), file, ifExists);
	}

	private static Img<?> read(final InputStream in, final NpyHeader header,
		final long fileSize) throws IOException
	{
		final long[] shape = header.shape().length == 0 ? new long[] { 1 } : header
			.shape();
		final int n = shape.length;
		final long[] size = new long[n];
		// NB: 'C' order is ImgLib2's order with the axes reversed.
		Arrays.setAll(size, d -> header.fortran() ? shape[d] : shape[n - 1 - d]);
		final ArrayImg<?, ?> image = NpyValues.read(in, header, fileSize, size);
		return header.fortran() && n > 1 ? reversed(image) : image;
	}

	private static <T extends NativeType<T>> Img<T> reversed(
		final ArrayImg<T, ?> image)
	{
		final int n = image.numDimensions();
		final int[] order = new int[n];
		Arrays.setAll(order, d -> n - 1 - d);
		return ImgView.wrap(AxisViews.permute(image, order), image.factory());
	}

	private static void save(final RandomAccessibleInterval<?> pixels,
		final int[] order, final SampleType sample, final Path file,
		final IfExists ifExists)
	{
		requireFree(file, ifExists);
		final int n = order.length;
		final long[] shape = new long[n];
		Arrays.setAll(shape, d -> pixels.dimension(order[n - 1 - d]));
		final NpyHeader header = new NpyHeader(sample, ByteOrder.LITTLE_ENDIAN,
			false, shape);
		try {
			final Path folder = file.toAbsolutePath().getParent();
			// NB: createTempFile would keep the file from everyone else.
			final Path part = Files.createFile(folder.resolve(file.getFileName() +
				"." + UUID.randomUUID() + ".part"));
			try {
				NpyValues.write(part, header, BlockSource.of(pixels, order, sample)
					.get());
				requireFree(file, ifExists);
				move(part, file);
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (final IOException e) {
			throw new NpyException(file + " cannot be written (" + e +
				"); is the folder there, writable, and has room?", e);
		}
	}

	private static void move(final Path part, final Path file)
		throws IOException
	{
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void requireFree(final Path file, final IfExists ifExists) {
		if (ifExists == IfExists.REFUSE && Files.exists(file))
			throw new NpyException(file +
				" is there already; choose another name, or allow to overwrite it");
	}
}
