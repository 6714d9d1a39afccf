
package org.unetlens.data;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/**
 * An artificial micrograph and its truth.
 *
 * @param image grey values, axes (x, y)
 * @param labels axes (x, y): 0 = background or membrane, i = object i
 */
public record Field(Img<UnsignedShortType> image, Img<IntType> labels) {

	/** The field as a sample with one channel; a copy. */
	public Sample sample(final String name) {
		return Sample.of(name, Views.addDimension(image, 0, 0), labels);
	}

	static Field of(final int[] grey, final int[] labels, final int width) {
		final short[] values = new short[grey.length];
		for (int i = 0; i < grey.length; i++)
			values[i] = (short) grey[i];
		final int height = grey.length / width;
		return new Field(ArrayImgs.unsignedShorts(values, width, height), ArrayImgs
			.ints(labels, width, height));
	}
}
