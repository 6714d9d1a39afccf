
package org.unetlens.ij;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

/** Pixels of results as the arrays that ImageJ holds. */
final class LabelPixels {

	private static final int LARGEST_16_BIT = 65_535;

	private LabelPixels() {}

	/** The largest label, 0 when there is none. */
	static int largest(final RandomAccessibleInterval<IntType> labels) {
		int largest = 0;
		for (final IntType label : labels)
			largest = Math.max(largest, label.get());
		return largest;
	}

	/**
	 * Copies labels, axes (x, y).
	 *
	 * @param largest label of the whole stack
	 * @return {@code short[]}, or {@code float[]} beyond 65,535, which is exact
	 *         up to 16,777,216
	 */
	static Object of(final RandomAccessibleInterval<IntType> labels,
		final int largest)
	{
		return largest > LARGEST_16_BIT ? floats(labels) : shorts(labels);
	}

	private static short[] shorts(
		final RandomAccessibleInterval<IntType> labels)
	{
		final short[] pixels = new short[Math.toIntExact(labels.size())];
		final Cursor<IntType> cursor = Views.flatIterable(labels).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) cursor.next().get();
		return pixels;
	}

	private static float[] floats(
		final RandomAccessibleInterval<IntType> labels)
	{
		final float[] pixels = new float[Math.toIntExact(labels.size())];
		final Cursor<IntType> cursor = Views.flatIterable(labels).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		return pixels;
	}
}
