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
import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/** Copies boxes of an image into primitive arrays. Not thread-safe. */
interface BlockSource {

	/**
	 * @param min first pixel, counted from the origin of the image
	 * @param size pixels along each axis
	 * @param to a primitive array, filled from index 0, the first axis fastest
	 */
	void read(long[] min, int[] size, Object to);

	/**
	 * Sources of an image with its axes in another order, one for each thread.
	 *
	 * @param order for each axis of the blocks, which axis of the image it is
	 * @param sample what the arrays shall hold: the type of the image, or floats
	 * @throws IllegalArgumentException for any other type
	 */
	static Supplier<BlockSource> of(final RandomAccessibleInterval<?> image,
		final int[] order, final SampleType sample)
	{
		return () -> PermutedBlocks.of(of(image, sample), sample, order);
	}

	private static BlockSource of(final RandomAccessibleInterval<?> image,
		final SampleType sample)
	{
		final long[] origin = image.minAsLongArray();
		if (image instanceof ArgbChannels && sample == SampleType.U8) return bytes(
			shifted(floats(image), origin));
		if (sample == SampleType.F32) return shifted(floats(image), origin);
		if (SampleType.of(image.getType()).filter(sample::equals).isEmpty())
			throw new IllegalArgumentException("An image of " + image.getType()
				.getClass().getSimpleName() + " was to be read as " + sample +
				"; only its own type or FLOAT can be had");
		final PrimitiveBlocks<?> blocks = samples(image);
		return (min, size, to) -> blocks.copy(sum(min, origin), to, size);
	}

	private static BlockSource shifted(final FloatBlocks blocks,
		final long[] origin)
	{
		return (min, size, to) -> blocks.read(sum(min, origin), size, (float[]) to);
	}

	private static long[] sum(final long[] a, final long[] b) {
		final long[] sum = new long[a.length];
		Arrays.setAll(sum, d -> a[d] + b[d]);
		return sum;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static PrimitiveBlocks<? extends NativeType<?>> samples(
		final RandomAccessibleInterval<?> image)
	{
		return SampleBlocks.of((RandomAccessibleInterval) image);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static FloatBlocks floats(final RandomAccessibleInterval<?> image) {
		if (!(image.getType() instanceof RealType))
			throw new IllegalArgumentException("Pixels of the type " + image.getType()
				.getClass().getSimpleName() +
				" are not numbers; convert the image to a real type or ARGB first");
		return FloatBlocks.of((RandomAccessibleInterval) image);
	}

	/** NB: For channels of colour images only, which are 0 to 255. */
	private static BlockSource bytes(final BlockSource blocks) {
		return new BlockSource() {

			private float[] scratch = {};

			@Override
			public void read(final long[] min, final int[] size, final Object to) {
				final int n = PrimitiveFloatBlocks.elements(size);
				if (scratch.length < n) scratch = new float[n];
				blocks.read(min, size, scratch);
				final byte[] bytes = (byte[]) to;
				for (int i = 0; i < n; i++)
					bytes[i] = (byte) (int) scratch[i];
			}
		};
	}
}
