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

package org.unetlens.ij;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Some channels of an image, in an order of their own. Immutable.
 *
 * @param channels counted from 0, as many as a model takes
 */
record PickedChannels(List<Integer> channels) {

	private static final int CHANNEL_AXIS = 2;

	/** The first channels. */
	static PickedChannels first(final int count) {
		return new PickedChannels(IntStream.range(0, count).boxed().toList());
	}

	/**
	 * Channels that a user named.
	 *
	 * @param named counted from 1; a single one stands for all
	 */
	static PickedChannels of(final List<Integer> named, final int count) {
		final List<Integer> all = named.size() == 1 ? Collections.nCopies(count,
			named.get(0)) : named;
		return new PickedChannels(all.stream().map(c -> c - 1).toList());
	}

	/**
	 * A view of an image, axes (x, y, channel ...); the image itself where that
	 * is all of it.
	 */
	<T extends RealType<T>> RandomAccessibleInterval<T> of(
		final RandomAccessibleInterval<T> image)
	{
		if (isRow(0) && image.dimension(CHANNEL_AXIS) == channels.size())
			return image;
		// NB: Neighbours are read in one go, others pixel by pixel.
		if (isRow(channels.get(0))) return part(image, channels.get(0), channels
			.size());
		return Views.concatenate(CHANNEL_AXIS, channels.stream().map(c -> part(
			image, c, 1)).toList());
	}

	private boolean isRow(final int first) {
		return IntStream.range(0, channels.size()).allMatch(i -> channels.get(
			i) == first + i);
	}

	private static <T> RandomAccessibleInterval<T> part(
		final RandomAccessibleInterval<T> image, final int first, final int count)
	{
		final long[] min = image.minAsLongArray();
		final long[] max = image.maxAsLongArray();
		min[CHANNEL_AXIS] += first;
		max[CHANNEL_AXIS] = min[CHANNEL_AXIS] + count - 1;
		return first == 0 ? Views.interval(image, min, max) : Views.zeroMin(Views
			.interval(image, min, max));
	}
}
