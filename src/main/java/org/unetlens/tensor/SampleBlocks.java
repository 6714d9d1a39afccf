
package org.unetlens.tensor;

import java.util.Arrays;

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
