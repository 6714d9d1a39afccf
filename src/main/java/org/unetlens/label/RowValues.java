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
import java.util.stream.LongStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.tensor.FloatBlocks;
import org.unetlens.tensor.SampleType;

/** Rows of one channel of an image, as numbers. Not thread-safe. */
@FunctionalInterface
interface RowValues {

	/** @param values takes the pixels of {@code rows} rows from 0 on */
	void read(int y, int rows, double[] values);

	/**
	 * The channels of an image, each as often as wanted, one for each thread.
	 *
	 * @param image axes (x, y, channel)
	 */
	static List<Supplier<RowValues>> channels(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return LongStream.rangeClosed(image.min(2), image.max(2))
			.<Supplier<RowValues>> mapToObj(c -> fitsFloat(image) ? () -> floats(
				image, c) : () -> pixels(Views.hyperSlice(image, 2, c))).toList();
	}

	private static boolean fitsFloat(final RandomAccessibleInterval<?> image) {
		return SampleType.of(image.getType()).map(sample -> sample.bytes() <= 2 ||
			sample == SampleType.F32).orElse(false);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static RowValues floats(final RandomAccessibleInterval<?> image,
		final long channel)
	{
		final FloatBlocks blocks = FloatBlocks.of((RandomAccessibleInterval) image);
		final int width = (int) image.dimension(0);
		final float[][] scratch = { {} };
		return (y, rows, values) -> {
			final int n = rows * width;
			if (scratch[0].length < n) scratch[0] = new float[n];
			blocks.read(new long[] { image.min(0), image.min(1) + y, channel },
				new int[] { width, rows, 1 }, scratch[0]);
			for (int i = 0; i < n; i++)
				values[i] = scratch[0][i];
		};
	}

	private static RowValues pixels(
		final RandomAccessibleInterval<? extends RealType<?>> channel)
	{
		final long[] min = channel.minAsLongArray();
		final long[] max = channel.maxAsLongArray();
		final long top = min[1];
		return (y, rows, values) -> {
			min[1] = top + y;
			max[1] = top + y + rows - 1;
			final Cursor<? extends RealType<?>> cursor = Views.flatIterable(Views
				.interval(channel, min, max)).cursor();
			for (int i = 0; cursor.hasNext(); i++)
				values[i] = cursor.next().getRealDouble();
		};
	}
}
