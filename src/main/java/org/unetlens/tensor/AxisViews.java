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

package org.unetlens.tensor;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/** Views of images with their axes in another order. */
public final class AxisViews {

	private AxisViews() {}

	/**
	 * @param order for each axis of the view, which axis of the image it is; each
	 *          one once
	 * @return a view, its origin at 0
	 */
	static <T> RandomAccessibleInterval<T> permute(
		final RandomAccessibleInterval<T> image, final int... order)
	{
		RandomAccessibleInterval<T> view = Views.zeroMin(image);
		final List<Integer> now = new ArrayList<>();
		for (int d = 0; d < order.length; d++)
			now.add(d);
		for (int d = 0; d < order.length; d++) {
			final int from = now.indexOf(order[d]);
			if (from == d) continue;
			view = Views.permute(view, d, from);
			now.set(from, now.get(d));
			now.set(d, order[d]);
		}
		return view;
	}

	/**
	 * The order of an image's axes in which its values lie in a tensor, axes of
	 * length 1 last, since they do not matter in memory.
	 *
	 * @param to axes of the tensor, the last one running fastest
	 */
	static int[] memoryOrder(final long[] size, final AxisOrder from,
		final AxisOrder to)
	{
		final List<Integer> order = new ArrayList<>();
		for (final Axis axis : to.reversed().axes()) {
			final int d = from.indexOf(axis);
			if (d >= 0 && size[d] != 1) order.add(d);
		}
		for (int d = 0; d < size.length; d++)
			if (size[d] == 1) order.add(d);
		return order.stream().mapToInt(Integer::intValue).toArray();
	}

	/**
	 * @return a view of the same data with the axes that were asked for; its
	 *         origin at 0
	 * @throws IllegalArgumentException when the number of axes is wrong, or an
	 *           axis longer than 1 was not asked for
	 */
	public static <T> RandomAccessibleInterval<T> reorder(
		final RandomAccessibleInterval<T> image, final AxisOrder from,
		final AxisOrder to)
	{
		final long[] size = from.reorder(image.dimensionsAsLongArray(), to);
		final List<Integer> order = new ArrayList<>();
		int missing = from.rank();
		RandomAccessibleInterval<T> view = Views.zeroMin(image);
		for (final Axis axis : to.axes()) {
			final int d = from.indexOf(axis);
			if (d < 0) view = Views.addDimension(view, 0, 0);
			order.add(d < 0 ? missing++ : d);
		}
		for (int d = 0; d < from.rank(); d++)
			if (to.indexOf(from.axes().get(d)) < 0) order.add(d);
		view = permute(view, order.stream().mapToInt(Integer::intValue).toArray());
		while (view.numDimensions() > size.length)
			view = Views.hyperSlice(view, size.length, 0);
		return view;
	}

	/** NB: For images whose type was found out at run time. */
	@SuppressWarnings("unchecked")
	static <T> RandomAccessibleInterval<T> cast(
		final RandomAccessibleInterval<?> image)
	{
		return (RandomAccessibleInterval<T>) image;
	}
}
