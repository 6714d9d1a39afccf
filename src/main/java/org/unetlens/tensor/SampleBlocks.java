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

import net.imglib2.AbstractWrappedInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;

/**
 * ImgLib2's {@link PrimitiveBlocks} of any image: fast where the pixels lie in
 * arrays or buffers, pixel by pixel elsewhere.
 */
public final class SampleBlocks {

	private SampleBlocks() {}

	/** Blocks of an image of native type; not thread-safe. */
	public static <T extends NativeType<T>> PrimitiveBlocks<T> of(
		final RandomAccessibleInterval<T> image)
	{
		final Optional<PrimitiveBlocks<T>> turned = TurnedBlocks.of(image);
		if (turned.isPresent()) return turned.get();
		final PrimitiveBlocks<T> blocks = PrimitiveBlocks.of(image,
			OnFallback.ACCEPT);
		return isReadable(blocks, image) ? blocks : PrimitiveBlocks.of(new Plain<>(
			image), OnFallback.ACCEPT);
	}

	/**
	 * NB: PrimitiveBlocks of ImgLib2 8.0.0 fail on views of NIO images whose axes
	 * are permuted or inverted, and nothing tells them from others.
	 */
	private static <T extends NativeType<T>> boolean isReadable(
		final PrimitiveBlocks<T> blocks, final RandomAccessibleInterval<T> image)
	{
		if (image instanceof NativeImg) return true;
		final int[] one = new int[image.numDimensions()];
		Arrays.fill(one, 1);
		final SampleType sample = SampleType.of(image.getType()).orElse(
			SampleType.I32);
		try {
			blocks.copy(image.minAsLongArray(), sample.newArray(1), one);
			return true;
		}
		catch (final ClassCastException e) {
			return false;
		}
	}

	/** An image that nobody looks behind. */
	private static final class Plain<T> extends
		AbstractWrappedInterval<RandomAccessibleInterval<T>> implements
		RandomAccessibleInterval<T>
	{

		private Plain(final RandomAccessibleInterval<T> image) {
			super(image);
		}

		@Override
		public RandomAccess<T> randomAccess() {
			return getSource().randomAccess();
		}

		@Override
		public RandomAccess<T> randomAccess(final Interval interval) {
			return getSource().randomAccess(interval);
		}

		@Override
		public T getType() {
			return getSource().getType();
		}
	}
}
