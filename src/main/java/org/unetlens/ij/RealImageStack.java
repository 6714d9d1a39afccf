
package org.unetlens.ij;

import net.imglib2.RandomAccessibleInterval;

import ij.VirtualStack;
import ij.process.ImageProcessor;

/**
 * Shows an ImgLib2 image as a stack; each plane is copied when ImageJ asks for
 * it, and changes made to it there are forgotten.
 */
final class RealImageStack extends VirtualStack {

	private final PlaneReader<?> planes;

	RealImageStack(final RandomAccessibleInterval<?> image) {
		super((int) image.dimension(0), (int) image.dimension(1));
		planes = PlaneReader.of(image);
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		return planes.read(n - 1);
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public int getSize() {
		return planes.count();
	}

	@Override
	public int size() {
		return planes.count();
	}

	@Override
	public int getBitDepth() {
		return planes.bitDepth();
	}

	@Override
	public String getSliceLabel(final int n) {
		return null;
	}
}
