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
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.tensor.PixelSize;

/**
 * Measures the objects of a label image: size, position, shape and intensities.
 * A few passes over the image, whatever the number of objects. Stateless.
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
		final LabelPlane plane = LabelPlane.of(labels);
		return measure(plane, LabelIndex.of(plane.pixels()), List.of(), size);
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
		final LabelIndex index = LabelIndex.of(plane.pixels());
		final List<IntensitySums> channels = new ArrayList<>();
		for (long c = intensity.min(2); c <= intensity.max(2); c++)
			channels.add(new IntensitySums(plane, index, Views.hyperSlice(intensity,
				2, c)));
		return measure(plane, index, channels, size);
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
		final LabelIndex index, final List<IntensitySums> channels,
		final PixelSize size)
	{
		final ShapeSums shapes = new ShapeSums(plane, index);
		final Outline[] outlines = Outlines.trace(plane, index);
		final List<ObjectMeasurement> result = new ArrayList<>();
		for (int k = 0; k < outlines.length; k++) {
			final double area = shapes.count[k] * size.x() * size.y();
			final double perimeter = outlines[k].perimeter(size.x(), size.y());
			final double circularity = Math.min(1, 4 * Math.PI * area / (perimeter *
				perimeter));
			final int place = k;
			result.add(new ObjectMeasurement(index.label(k), shapes.count[k], area,
				(shapes.x(k) + 0.5) * size.x(), (shapes.y(k) + 0.5) * size.y(), shapes
					.bounds(k), perimeter, circularity, shapes.ellipse(k, size), shapes
						.atBorder(k, plane), channels.stream().map(c -> c.of(place))
							.collect(Collectors.toUnmodifiableList())));
		}
		return Collections.unmodifiableList(result);
	}
}
