
package org.unetlens.ij;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmentation;
import org.unetlens.tensor.Scaling;

/** Segments one plane; a {@code Segmenter}, or something simpler in tests. */
interface PlaneSegmenter extends AutoCloseable {

	/** Axes of the image (x, y, channel); never changed. */
	<T extends RealType<T>> Segmentation segment(
		RandomAccessibleInterval<T> image, Scaling scaling, Progress progress);

	@Override
	default void close() {}
}
