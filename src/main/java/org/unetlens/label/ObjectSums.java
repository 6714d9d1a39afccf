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
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * What is summed up over the pixels of objects: shapes, and intensities channel
 * by channel.
 */
record ObjectSums(ShapeSums shapes, List<IntensitySums> channels) {

	/** NB: Fixed, so that sums do not depend on the number of threads. */
	private static final int STRIPS = 16;
	/** Pixels whose intensities are read at once, about. */
	private static final int CHUNK = 1 << 15;

	/** Nothing yet, for the objects at {@code n} places from one on. */
	static ObjectSums empty(final LabelIndex index, final int firstPlace,
		final int n, final int channels)
	{
		return new ObjectSums(new ShapeSums(index, firstPlace, n), IntStream.range(
			0, channels).mapToObj(c -> new IntensitySums(index, firstPlace, n))
			.toList());
	}

	/** The sums of all objects of a plane, several strips of it at a time. */
	static ObjectSums of(final LabelPlane plane, final LabelIndex index,
		final List<Supplier<RowValues>> channels)
	{
		final ObjectSums all = empty(index, 0, index.size(), channels.size());
		final int height = plane.height();
		Parallelization.getTaskExecutor().forEachApply(IntStream.range(0, STRIPS)
			.boxed().toList(), s -> strip(plane, index, channels, (int) ((long) s *
				height / STRIPS), (int) ((s + 1L) * height / STRIPS))).forEach(
					all::add);
		return all;
	}

	private static ObjectSums strip(final LabelPlane plane,
		final LabelIndex index, final List<Supplier<RowValues>> channels,
		final int first, final int end)
	{
		final int[] pixels = plane.pixels();
		int from = index.size();
		int to = -1;
		// NB: Labels of objects that lie together are mostly near each other.
		for (int i = first * plane.width(), last = 0; i < end * plane
			.width(); i++)
		{
			if (pixels[i] == last) continue;
			last = pixels[i];
			if (last == 0) continue;
			from = Math.min(from, index.place(last));
			to = Math.max(to, index.place(last));
		}
		final ObjectSums sums = empty(index, from, Math.max(0, to - from + 1),
			channels.size());
		final List<RowValues> values = new ArrayList<>();
		channels.forEach(c -> values.add(c.get()));
		sums.add(pixels, first * plane.width(), plane.width(), first, end - first,
			values);
		return sums;
	}

	/**
	 * Adds some rows.
	 *
	 * @param from where they start among the pixels
	 * @param y the first one
	 */
	void add(final int[] pixels, final int from, final int width, final int y,
		final int rows, final List<RowValues> values)
	{
		for (int r = 0; r < rows; r++)
			shapes.addRow(pixels, from + r * width, width, y + r);
		if (channels.isEmpty()) return;
		final int step = Math.max(1, Math.min(rows, CHUNK / width));
		final double[] chunk = new double[step * width];
		for (int r = 0; r < rows; r += step) {
			final int n = Math.min(step, rows - r);
			for (int c = 0; c < channels.size(); c++) {
				values.get(c).read(y + r, n, chunk);
				channels.get(c).add(pixels, from + r * width, chunk, n * width);
			}
		}
	}

	/** Adds what later rows gave, for some of the objects. */
	private void add(final ObjectSums later) {
		shapes.add(later.shapes);
		for (int c = 0; c < channels.size(); c++)
			channels.get(c).add(later.channels.get(c));
	}
}
