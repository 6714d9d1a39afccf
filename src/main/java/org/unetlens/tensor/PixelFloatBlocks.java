
package org.unetlens.tensor;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Blocks of an image of any real type, pixel by pixel. */
final class PixelFloatBlocks<T extends RealType<T>> implements FloatBlocks {

	private final RandomAccessibleInterval<T> image;
	private final RandomAccess<T> access;

	PixelFloatBlocks(final RandomAccessibleInterval<T> image) {
		this.image = image;
		access = image.randomAccess();
	}

	@Override
	public void read(final long[] min, final int[] size, final float[] to) {
		final int n = PrimitiveFloatBlocks.elements(size);
		final int row = size[0];
		for (int start = 0; start < n; start += row) {
			moveToRow(min, size, start / row);
			for (int x = 0; x < row; x++) {
				to[start + x] = access.get().getRealFloat();
				access.fwd(0);
			}
		}
	}

	private void moveToRow(final long[] min, final int[] size, final int row) {
		access.setPosition(min[0], 0);
		int rest = row;
		for (int d = 1; d < size.length; d++) {
			access.setPosition(min[d] + rest % size[d], d);
			rest /= size[d];
		}
	}

	@Override
	public FloatBlocks independentCopy() {
		return new PixelFloatBlocks<>(image);
	}
}
