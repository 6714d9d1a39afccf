
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
