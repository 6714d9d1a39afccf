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

package org.unetlens.ij;

import java.util.function.BiFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.unetlens.tensor.FloatBlocks;
import org.unetlens.tensor.SampleBlocks;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Copies planes of an ImgLib2 image into ImageJ's processors: 8-bit, 16-bit and
 * colour as such, every other real type as 32-bit float. Thread-safe.
 *
 * @param <P> the primitive array of a plane
 */
final class PlaneReader<P> {

	private final RandomAccessibleInterval<?> image;
	private final int bitDepth;
	private final BiFunction<long[], int[], P> copy;
	private final BiFunction<int[], P, ImageProcessor> wrap;

	private PlaneReader(final RandomAccessibleInterval<?> image,
		final int bitDepth, final BiFunction<long[], int[], P> copy,
		final BiFunction<int[], P, ImageProcessor> wrap)
	{
		this.image = image;
		this.bitDepth = bitDepth;
		this.copy = copy;
		this.wrap = wrap;
	}

	static PlaneReader<?> of(final RandomAccessibleInterval<?> image) {
		final Object type = image.getType();
		if (type instanceof UnsignedByteType) return new PlaneReader<>(image, 8,
			blocks(image, byte[]::new), (size, pixels) -> new ByteProcessor(size[0],
				size[1], pixels));
		if (type instanceof UnsignedShortType) return new PlaneReader<>(image, 16,
			blocks(image, short[]::new), (size, pixels) -> new ShortProcessor(size[0],
				size[1], pixels, null));
		if (type instanceof ARGBType) return new PlaneReader<>(image, 24, blocks(
			image, int[]::new), (size, pixels) -> new ColorProcessor(size[0], size[1],
				pixels));
		return new PlaneReader<>(image, 32, floats(image), (size,
			pixels) -> new FloatProcessor(size[0], size[1], pixels));
	}

	private interface NewArray<P> {

		P of(int length);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static <P> BiFunction<long[], int[], P> blocks(
		final RandomAccessibleInterval<?> image, final NewArray<P> newArray)
	{
		final PrimitiveBlocks<? extends NativeType<?>> blocks = SampleBlocks.of(
			(RandomAccessibleInterval) image).threadSafe();
		return (min, size) -> {
			final P pixels = newArray.of(size[0] * size[1]);
			blocks.copy(min, pixels, size);
			return pixels;
		};
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static BiFunction<long[], int[], float[]> floats(
		final RandomAccessibleInterval<?> image)
	{
		if (!(image.getType() instanceof RealType))
			throw new IllegalArgumentException("Pixels of the type " + image.getType()
				.getClass().getSimpleName() +
				" cannot be shown by ImageJ; convert them to a real type or to ARGB first");
		final FloatBlocks blocks = FloatBlocks.of((RandomAccessibleInterval) image);
		return (min, size) -> {
			final float[] pixels = new float[size[0] * size[1]];
			blocks.independentCopy().read(min, size, pixels);
			return pixels;
		};
	}

	/** Number of planes. */
	int count() {
		return Math.toIntExact(image.size() / (image.dimension(0) * image.dimension(
			1)));
	}

	/** ImageJ's bit depth; 24 for colour. */
	int bitDepth() {
		return bitDepth;
	}

	/** A copy of the given plane, counted from 0. */
	ImageProcessor read(final int plane) {
		final int n = image.numDimensions();
		final long[] min = image.minAsLongArray();
		final int[] size = new int[n];
		long rest = plane;
		for (int d = 0; d < n; d++) {
			size[d] = d < 2 ? (int) image.dimension(d) : 1;
			if (d < 2) continue;
			min[d] += rest % image.dimension(d);
			rest /= image.dimension(d);
		}
		return wrap.apply(size, copy.apply(min, size));
	}
}
