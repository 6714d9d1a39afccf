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


package org.unetlens.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import net.imagej.Dataset;
import net.imagej.ImageJ;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import ij.ImagePlus;

/** Images of every kind that ImageJ2 knows become tensors. */
class ConvertIT {

	private final ImageJ imageJ = RealImageJ.get();

	/** x, y, z of lengths 7, 5, 3, one point marked. */
	private static Img<UnsignedShortType> image() {
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(7, 5, 3);
		final RandomAccess<UnsignedShortType> point = image.randomAccess();
		point.setPosition(new long[] { 6, 2, 1 });
		point.get().set(60000);
		return image;
	}

	private void assertConverted(final Object source) {
		final INDArray tensor = converted(source);
		assertArrayEquals(new long[] { 3, 5, 7 }, tensor.shape());
		assertEquals(60000, tensor.castTo(DataType.FLOAT).getFloat(1, 2, 6), 0);
	}

	private INDArray converted(final Object source) {
		assertNotNull(imageJ.convert().getHandler(source, INDArray.class), source
			.getClass()::toString);
		return imageJ.convert().convert(source, INDArray.class);
	}

	@Test
	void img() {
		assertConverted(image());
	}

	@Test
	void imgPlus() {
		assertConverted(new ImgPlus<>(image(), "stack", new AxisType[] { Axes.X,
			Axes.Y, Axes.Z }));
	}

	@Test
	void dataset() {
		final Dataset dataset = imageJ.dataset().create(new ImgPlus<>(image(),
			"stack", new AxisType[] { Axes.X, Axes.Y, Axes.Z }));
		assertConverted(dataset);
	}

	/** As commands of other plugins hand images over; z, c, y, x. */
	@Test
	void datasetAsImagePlus() {
		final Dataset dataset = imageJ.dataset().create(new ImgPlus<>(image(),
			"stack", new AxisType[] { Axes.X, Axes.Y, Axes.Z }));
		final INDArray tensor = converted(imageJ.convert().convert(dataset,
			ImagePlus.class));
		assertArrayEquals(new long[] { 3, 1, 5, 7 }, tensor.shape());
		assertEquals(60000, tensor.castTo(DataType.FLOAT).getFloat(1, 0, 2, 6), 0);
	}

	@Test
	void andBack() {
		final INDArray tensor = imageJ.convert().convert(image(), INDArray.class);
		final ImagePlus back = imageJ.convert().convert(tensor, ImagePlus.class);
		assertEquals(60000, back.getStack().getProcessor(2).get(6, 2));
	}
}
