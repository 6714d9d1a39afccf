
package org.unetlens.ij;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.infer.Segmentation;

/**
 * A plane of a stack and what became of it.
 *
 * @param z slice, from 1
 * @param t frame, from 1
 * @param image axes (x, y, channel); shares the pixels of the stack
 * @param segmentation its objects
 */
record SegmentedPlane(int z, int t,
		RandomAccessibleInterval<? extends RealType<?>> image,
		Segmentation segmentation) {
}
