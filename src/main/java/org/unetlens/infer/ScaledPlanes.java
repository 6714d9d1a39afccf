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

package org.unetlens.infer;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.tensor.PlaneScaling;

/**
 * Images as a model that knows them in another size takes them, and its answers
 * in the size of the image. Immutable.
 */
final class ScaledPlanes {

	private final double scale;

	/** @param scale new size over old size, above 0 */
	ScaledPlanes(final double scale) {
		this.scale = scale;
	}

	/** @return axes (x, y, channel), rounded to whole pixels; a copy */
	<T extends RealType<T>> PlanarImg<FloatType, FloatArray> toModel(
		final RandomAccessibleInterval<T> image)
	{
		return to(image, scaled(image.dimension(0)), scaled(image.dimension(1)));
	}

	private long scaled(final long length) {
		return Math.max(1, Math.round(length * scale));
	}

	/** @return axes (x, y, class), of the given size; a copy */
	static PlanarImg<FloatType, FloatArray> to(
		final RandomAccessibleInterval<? extends RealType<?>> planes,
		final long width, final long height)
	{
		final int w = Math.toIntExact(planes.dimension(0));
		final int h = Math.toIntExact(planes.dimension(1));
		final PlaneScaling scaling = new PlaneScaling(w, h, Math.toIntExact(width),
			Math.toIntExact(height));
		@SuppressWarnings("unchecked")
		final PlanarImg<FloatType, FloatArray> result =
			(PlanarImg<FloatType, FloatArray>) new PlanarImgFactory<>(new FloatType())
				.create(width, height, planes.dimension(2));
		for (int c = 0; c < result.numSlices(); c++) {
			final float[] scaled = scaling.image(values(Views.hyperSlice(planes, 2,
				planes.min(2) + c), new float[w * h]));
			System.arraycopy(scaled, 0, result.getPlane(c).getCurrentStorageArray(),
				0, scaled.length);
		}
		return result;
	}

	private static float[] values(
		final RandomAccessibleInterval<? extends RealType<?>> plane,
		final float[] values)
	{
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane)
			.cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealFloat();
		return values;
	}
}
