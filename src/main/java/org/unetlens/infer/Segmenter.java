
package org.unetlens.infer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.tensor.Scaling;

/**
 * Applies a model to image planes of any size. Thread-safe; holds native memory
 * until closed, and reuses its plans from image to image.
 */
public final class Segmenter implements AutoCloseable {

	public static Segmenter of(final ModelBundle model,
		final SegmenterOptions options)
	{
		throw new UnsupportedOperationException("in preparation");
	}

	/**
	 * Segments one plane, normalised by itself.
	 *
	 * @param image axes (x, y, channel), any real type; never changed
	 * @throws IllegalArgumentException when the channels are not those of the
	 *           model
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public <T extends RealType<T>> Segmentation segment(
		final RandomAccessibleInterval<T> image, final Progress progress)
	{
		throw new UnsupportedOperationException("in preparation");
	}

	/** Segments one plane of a stack whose normalisation was measured before. */
	public <T extends RealType<T>> Segmentation segment(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final Progress progress)
	{
		throw new UnsupportedOperationException("in preparation");
	}

	/** The class probabilities alone, axes (x, y, class). */
	public <T extends RealType<T>> RandomAccessibleInterval<FloatType>
		probabilities(final RandomAccessibleInterval<T> image,
			final Scaling scaling, final Progress progress)
	{
		throw new UnsupportedOperationException("in preparation");
	}

	@Override
	public void close() {}
}
