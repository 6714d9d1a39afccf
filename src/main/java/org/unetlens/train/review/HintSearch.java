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

package org.unetlens.train.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.infer.Disagreement;
import org.unetlens.train.review.NextAnnotations.Ranked;

/**
 * Collects the squares of highest disagreement from image to image and keeps
 * the best only, so that any number of images fits into memory. Not
 * thread-safe.
 */
final class HintSearch {

	/** Places that are tried are that many pixels apart. */
	private static final int STEP = 8;
	/** NB: So that one odd image does not fill the list. */
	private static final int PER_IMAGE = 3;

	private final int side;
	private final int most;
	private final List<Ranked> images = new ArrayList<>();
	private final List<Hint> hints = new ArrayList<>();

	/**
	 * @param side of a square, px
	 * @param most so many squares at most
	 */
	HintSearch(final int side, final int most) {
		this.side = side;
		this.most = most;
	}

	/** @param image axes (x, y, channel), minimum 0 */
	void add(final Candidate candidate,
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final Disagreement found)
	{
		images.add(new Ranked(candidate.name(), candidate.annotated(), found
			.mean()));
		final int width = (int) image.dimension(0), height = (int) image.dimension(
			1);
		final SquareSums sums = new SquareSums(found.deviation(), width);
		final int w = Math.min(side, width), h = Math.min(side, height);
		final List<int[]> taken = new ArrayList<>();
		for (int k = 0; k < PER_IMAGE; k++) {
			final int[] place = best(sums, width, height, taken);
			if (place == null) break;
			taken.add(place);
			final double mean = sums.mean(place[0], place[1], w, h);
			if (mean > 0 && isAmongFirst(mean)) hints.add(hint(candidate, place, mean,
				image, found));
		}
		hints.sort(Comparator.comparingDouble(Hint::disagreement).reversed());
		while (hints.size() > most)
			hints.remove(hints.size() - 1);
	}

	private boolean isAmongFirst(final double mean) {
		return hints.stream().filter(h -> h.disagreement() >= mean).count() < most;
	}

	/** The square of the largest mean that touches none of those taken. */
	private int[] best(final SquareSums sums, final int width, final int height,
		final List<int[]> taken)
	{
		final int w = Math.min(side, width), h = Math.min(side, height);
		int[] best = null;
		double largest = -1;
		for (int y = 0; y + h <= height; y = next(y, height - h))
			for (int x = 0; x + w <= width; x = next(x, width - w)) {
				final double mean = sums.mean(x, y, w, h);
				if (mean <= largest || overlaps(taken, x, y, w, h)) continue;
				largest = mean;
				best = new int[] { x, y };
			}
		return best;
	}

	/** NB: The last place is tried too, whatever the step. */
	private static int next(final int place, final int last) {
		return place < last ? Math.min(last, place + STEP) : Integer.MAX_VALUE / 2;
	}

	private static boolean overlaps(final List<int[]> taken, final int x,
		final int y, final int w, final int h)
	{
		return taken.stream().anyMatch(t -> Math.abs(t[0] - x) < w && Math.abs(
			t[1] - y) < h);
	}

	private Hint hint(final Candidate candidate, final int[] place,
		final double mean,
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final Disagreement found)
	{
		final int width = (int) image.dimension(0);
		final int w = (int) Math.min(side, image.dimension(0)), h = (int) Math.min(
			side, image.dimension(1));
		final float[] deviation = new float[w * h];
		for (int i = 0; i < deviation.length; i++)
			deviation[i] = found.deviation()[(place[1] + i / w) * width + place[0] +
				i % w];
		return new Hint(candidate.name(), candidate.annotated(), place[0], place[1],
			mean, pixels(image, place, w, h), labels(found.segmentation().labels(),
				place, w, h), deviation);
	}

	private static Img<FloatType> pixels(
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final int[] place, final int w, final int h)
	{
		final Img<FloatType> copy = ArrayImgs.floats(w, h, image.dimension(2));
		final Cursor<? extends RealType<?>> from = Views.flatIterable(Views
			.offsetInterval(image, new long[] { place[0], place[1], 0 }, copy
				.dimensionsAsLongArray())).cursor();
		copy.forEach(p -> p.setReal(from.next().getRealDouble()));
		return copy;
	}

	private static Img<IntType> labels(final Img<IntType> labels,
		final int[] place, final int w, final int h)
	{
		final Img<IntType> copy = ArrayImgs.ints(w, h);
		final Cursor<IntType> from = Views.flatIterable(Views.offsetInterval(labels,
			new long[] { place[0], place[1] }, new long[] { w, h })).cursor();
		copy.forEach(p -> p.set(from.next()));
		return copy;
	}

	NextAnnotations result() {
		return new NextAnnotations(side, images.stream().sorted(Comparator
			.comparingDouble(Ranked::disagreement).reversed()).toList(), hints);
	}
}
