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

import java.util.Optional;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.BlockInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.NativeImg;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.type.NativeType;
import net.imglib2.view.IntervalView;
import net.imglib2.view.MixedTransformView;

/**
 * Blocks of a view that turns an image: axes in another order, mirrored,
 * shifted. A block is read in the order of the image, and turned square by
 * square within the processor's cache. Not thread-safe.
 */
final class TurnedBlocks<T extends NativeType<T>> implements
	PrimitiveBlocks<T>
{

	private final PrimitiveBlocks<T> source;
	private final MixedTransform turn;
	private final SampleType sample;
	private final long[] min;
	private final int[] size;
	private Object scratch;
	private int room;

	private TurnedBlocks(final PrimitiveBlocks<T> source,
		final MixedTransform turn, final SampleType sample)
	{
		this.source = source;
		this.turn = turn;
		this.sample = sample;
		min = new long[turn.numSourceDimensions()];
		size = new int[min.length];
	}

	/** Blocks of a view of that kind; empty for any other image. */
	static <T extends NativeType<T>> Optional<PrimitiveBlocks<T>> of(
		final RandomAccessibleInterval<T> image)
	{
		final Optional<SampleType> sample = SampleType.of(image.getType());
		Object at = image;
		while (at instanceof IntervalView<?> interval)
			at = interval.getSource();
		if (sample.isEmpty() || !(at instanceof MixedTransformView<?> view) ||
			!(view.getSource() instanceof NativeImg<?, ?> pixels) || !isTurn(view
				.getTransformToSource())) return Optional.empty();
		@SuppressWarnings("unchecked")
		final NativeImg<T, ?> origin = (NativeImg<T, ?>) pixels;
		return Optional.of(new TurnedBlocks<>(PrimitiveBlocks.of(origin), view
			.getTransformToSource(), sample.get()));
	}

	/**
	 * Whether every axis of the image is one of the view, and they are turned.
	 */
	private static boolean isTurn(final MixedTransform t) {
		final int n = t.numTargetDimensions();
		boolean turned = false;
		for (int d = 0; d < n; d++) {
			if (t.getComponentZero(d)) return false;
			turned |= t.getComponentMapping(d) != d || t.getComponentInversion(d);
		}
		return turned && t.numSourceDimensions() == n;
	}

	@Override
	public void copy(final Interval block, final Object to) {
		final BlockInterval box = BlockInterval.asBlockInterval(block);
		final int n = min.length;
		final int[] steps = new int[n];
		int start = 0;
		int stride = 1;
		for (int e = 0; e < n; e++) {
			final int d = turn.getComponentMapping(e);
			final boolean inverted = turn.getComponentInversion(e);
			size[e] = box.size()[d];
			min[e] = turn.getTranslation(e) + (inverted ? -box.max(d) : box.min(d));
			steps[d] = inverted ? -stride : stride;
			if (inverted) start += (size[e] - 1) * stride;
			stride *= size[e];
		}
		if (room < stride) scratch = sample.newArray(room = stride);
		source.copy(min, scratch, size);
		Transposition.of(box.size(), steps).run(scratch, start, to);
	}

	@Override
	public PrimitiveBlocks<T> independentCopy() {
		return new TurnedBlocks<>(source.independentCopy(), turn, sample);
	}

	@Override
	public PrimitiveBlocks<T> threadSafe() {
		final ThreadLocal<PrimitiveBlocks<T>> own = ThreadLocal.withInitial(
			this::independentCopy);
		return new PrimitiveBlocks<>() {

			@Override
			public void copy(final Interval block, final Object to) {
				own.get().copy(block, to);
			}

			@Override
			public PrimitiveBlocks<T> threadSafe() {
				return this;
			}

			@Override
			public PrimitiveBlocks<T> independentCopy() {
				return TurnedBlocks.this.independentCopy();
			}

			@Override
			public T getType() {
				return source.getType();
			}

			@Override
			public int numDimensions() {
				return min.length;
			}
		};
	}

	@Override
	public T getType() {
		return source.getType();
	}

	@Override
	public int numDimensions() {
		return min.length;
	}
}
