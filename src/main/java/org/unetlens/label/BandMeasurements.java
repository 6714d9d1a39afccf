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

import java.util.List;
import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.label.Outlines.Walk;
import org.unetlens.tensor.PixelSize;

/**
 * Measures the objects of a label image that comes in bands of rows, as
 * {@link Measurements} does for one in memory. Takes about 200 bytes per
 * object, and 64 MB at most for the labels along outlines. Not thread-safe.
 */
public final class BandMeasurements implements ObjectBands.Rows {

	private final int width;
	private final int height;
	private final LabelIndex index;
	private final ObjectSums sums;
	private final List<RowValues> channels;

	/**
	 * @param objects number of objects; their labels are 1..objects
	 * @param intensity axes (x, y, channel); read row by row
	 */
	public BandMeasurements(final int objects,
		final RandomAccessibleInterval<? extends RealType<?>> intensity)
	{
		width = Math.toIntExact(intensity.dimension(0));
		height = Math.toIntExact(intensity.dimension(1));
		index = LabelIndex.upTo(objects);
		channels = RowValues.channels(intensity).stream().map(Supplier::get)
			.toList();
		sums = ObjectSums.empty(index, 0, objects, channels.size());
	}

	@Override
	public void accept(final int row, final int rows, final int[] labels) {
		sums.add(labels, 0, width, row, rows, channels);
	}

	/**
	 * Completes the measurements after the last row.
	 *
	 * @param store the same labels
	 * @return one entry per object, by ascending label
	 */
	public List<ObjectMeasurement> finish(final LabelStore store,
		final PixelSize size)
	{
		final Walk walk = new Walk(new StoredLabels(store, width, height), width,
			height);
		final ShapeSums shapes = sums.shapes();
		return Measurements.list(sums, index, width, height, k -> walk.from(index
			.label(k), shapes.firstX(k), shapes.firstY(k)).perimeter(size.x(), size
				.y()), size);
	}
}
