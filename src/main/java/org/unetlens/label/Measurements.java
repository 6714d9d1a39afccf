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

package org.unetlens.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

import org.unetlens.tensor.PixelSize;

/**
 * Measures the objects of a label image: size, position, shape and intensities.
 * A few passes over the image, whatever the number of objects, on the threads
 * of the current {@link net.imglib2.parallel.Parallelization}, whose number
 * does not change the result. Stateless.
 */
public final class Measurements {

	private Measurements() {}

	/**
	 * Measures size, position and shape.
	 *
	 * @param labels axes (x, y), 0 = background, gaps between labels allowed;
	 *          only read
	 * @return one entry per object, by ascending label; unmodifiable
	 */
	public static List<ObjectMeasurement> of(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels,
		final PixelSize size)
	{
		return measure(LabelPlane.of(labels), List.of(), size);
	}

	/**
	 * Measures size, position, shape, and the intensities of every channel.
	 *
	 * @param labels axes (x, y), 0 = background, gaps between labels allowed;
	 *          only read
	 * @param intensity axes (x, y, channel) of the same width and height; only
	 *          read
	 * @return one entry per object, by ascending label; unmodifiable
	 * @throws IllegalArgumentException if the sizes do not agree
	 */
	public static List<ObjectMeasurement> of(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels,
		final RandomAccessibleInterval<? extends RealType<?>> intensity,
		final PixelSize size)
	{
		final LabelPlane plane = LabelPlane.of(labels);
		checkSize(plane, intensity);
		return measure(plane, RowValues.channels(intensity), size);
	}

	private static void checkSize(final LabelPlane plane,
		final RandomAccessibleInterval<?> intensity)
	{
		if (intensity.numDimensions() != 3 || intensity.dimension(0) != plane
			.width() || intensity.dimension(1) != plane.height())
			throw new IllegalArgumentException(
				"An intensity image (x, y, channel) of " + plane.width() + " x " + plane
					.height() +
					" pixels is needed, as large as the label image, but this one has " +
					intensity.numDimensions() + " axes and " + intensity.dimension(0) +
					" x " + intensity.dimension(1) + " pixels");
	}

	private static List<ObjectMeasurement> measure(final LabelPlane plane,
		final List<Supplier<RowValues>> channels, final PixelSize size)
	{
		final LabelIndex index = LabelIndex.of(plane.pixels());
		final ObjectSums sums = ObjectSums.of(plane, index, channels);
		final Outline[] outlines = Outlines.trace(plane, index, sums.shapes());
		return list(sums, index, plane.width(), plane.height(), k -> outlines[k]
			.perimeter(size.x(), size.y()), size);
	}

	/**
	 * @param perimeter of the object at a place of the index, calibrated
	 */
	static List<ObjectMeasurement> list(final ObjectSums sums,
		final LabelIndex index, final int width, final int height,
		final IntToDoubleFunction perimeter, final PixelSize size)
	{
		final List<ObjectMeasurement> result = new ArrayList<>(index.size());
		final ShapeSums shapes = sums.shapes();
		for (int k = 0; k < index.size(); k++) {
			final double area = shapes.count[k] * size.x() * size.y();
			final double length = perimeter.applyAsDouble(k);
			final double circularity = Math.min(1, 4 * Math.PI * area / (length *
				length));
			final int place = k;
			result.add(new ObjectMeasurement(index.label(k), shapes.count[k], area,
				(shapes.x(k) + 0.5) * size.x(), (shapes.y(k) + 0.5) * size.y(), shapes
					.bounds(k), length, circularity, shapes.ellipse(k, size), shapes
						.atBorder(k, width, height), sums.channels().stream().map(c -> c.of(
							place)).collect(Collectors.toUnmodifiableList())));
		}
		return Collections.unmodifiableList(result);
	}
}
