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

package org.unetlens.train;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.unetlens.data.BorderWeight;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.Targets;

/**
 * The part of a validation image that previews show: where most is to be seen.
 * Immutable.
 */
final class PreviewArea {

	private final int index;
	private final Sample sample;
	private final long[] min;
	private final long[] max;
	private final RandomAccessibleInterval<ByteType> truth;

	private PreviewArea(final int index, final Sample sample, final long[] min,
		final long[] max, final RandomAccessibleInterval<ByteType> truth)
	{
		this.index = index;
		this.sample = sample;
		this.min = min;
		this.max = max;
		this.truth = truth;
	}

	/**
	 * The part with the most pixels of another class than the first one.
	 *
	 * @param side of a square, px; smaller images are shown whole
	 */
	static PreviewArea of(final List<Sample> samples, final TargetRule rule,
		final int side)
	{
		PreviewArea best = null;
		long most = -1;
		for (int i = 0; i < samples.size(); i++) {
			final Sample sample = samples.get(i);
			// NB: Weights between objects take long and are not shown.
			final byte[] classes = rule.withBorderWeight(BorderWeight.NONE).apply(
				sample).classes();
			final int w = Math.min(side, sample.width());
			final int h = Math.min(side, sample.height());
			for (final int y : starts(sample.height(), h))
				for (final int x : starts(sample.width(), w)) {
					final long found = foreground(classes, sample.width(), x, y, w, h);
					if (found <= most) continue;
					most = found;
					best = of(i, sample, classes, new long[] { x, y }, new long[] { x +
						w - 1, y + h - 1 });
				}
		}
		return best;
	}

	private static PreviewArea of(final int index, final Sample sample,
		final byte[] classes, final long[] min, final long[] max)
	{
		return new PreviewArea(index, sample, min, max, Views.zeroMin(Views
			.interval(ArrayImgs.bytes(classes, sample.width(), sample.height()), min,
				max)));
	}

	/** Places that overlap by half or more and reach both ends. */
	private static int[] starts(final int length, final int size) {
		final int free = length - size;
		final int count = (2 * free + size - 1) / size + 1;
		final int[] starts = new int[count];
		for (int i = 1; i < count; i++)
			starts[i] = (int) ((long) free * i / (count - 1));
		return starts;
	}

	private static long foreground(final byte[] classes, final int width,
		final int left, final int top, final int w, final int h)
	{
		long found = 0;
		for (int y = top; y < top + h; y++)
			for (int i = y * width + left; i < y * width + left + w; i++)
				if (classes[i] != Targets.IGNORED && classes[i] != 0) found++;
		return found;
	}

	/** The preview of weights after so many steps; copies the probabilities. */
	TrainingPreview show(final Validation.Scored scored, final long step,
		final List<String> names)
	{
		return new TrainingPreview(sample.name(), min[0], min[1], step, part(sample
			.image()), truth, copy(part(scored.probabilities().get(index))), names);
	}

	private RandomAccessibleInterval<FloatType> part(
		final RandomAccessibleInterval<FloatType> whole)
	{
		return Views.zeroMin(Views.interval(whole, new long[] { min[0], min[1], 0 },
			new long[] { max[0], max[1], whole.max(2) }));
	}

	private static RandomAccessibleInterval<FloatType> copy(
		final RandomAccessibleInterval<FloatType> part)
	{
		final RandomAccessibleInterval<FloatType> copy = ArrayImgs.floats(Intervals
			.dimensionsAsLongArray(part));
		LoopBuilder.setImages(part, copy).forEachPixel((from, to) -> to.set(from));
		return copy;
	}
}
