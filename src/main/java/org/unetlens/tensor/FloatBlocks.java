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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/**
 * Reads boxes of an image of any real type as floats. Images and views of the
 * {@link SampleType sample types} and {@link ArgbChannels} are read row by row
 * from their arrays, any other image pixel by pixel. Values beyond the range of
 * a float become infinite, wide integers are rounded.
 * <p>
 * Not thread-safe: each thread takes its own {@link #independentCopy()}.
 */
public interface FloatBlocks {

	/**
	 * Copies a box that lies within the image.
	 *
	 * @param min first pixel of the box, in coordinates of the image
	 * @param size pixels of the box along each axis
	 * @param to takes the values from index 0, the first axis running fastest
	 */
	void read(long[] min, int[] size, float[] to);

	/** Reads the same image, for another thread. */
	FloatBlocks independentCopy();

	/** Reads the given image, without copying it. */
	static <T extends RealType<T>> FloatBlocks of(
		final RandomAccessibleInterval<T> image)
	{
		if ((Object) image instanceof ArgbChannels channels)
			return new ArgbFloatBlocks(SampleBlocks.of(channels.colours()));
		return SampleType.of(image.getType()).map(sample -> primitive(image,
			sample)).orElseGet(() -> new PixelFloatBlocks<>(image));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static FloatBlocks primitive(final RandomAccessibleInterval<?> image,
		final SampleType sample)
	{
		final PrimitiveBlocks<? extends NativeType<?>> blocks = SampleBlocks.of(
			(RandomAccessibleInterval) image);
		return new PrimitiveFloatBlocks(blocks, sample);
	}
}
