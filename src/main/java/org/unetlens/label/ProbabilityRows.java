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

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Class probabilities (x, y, class), read some rows at a time: fast on array
 * and planar images, possible on any other. Thread-safe.
 */
final class ProbabilityRows {

	/** Pixels read at once, about: they fit the processor's cache. */
	private static final int CHUNK = 1 << 16;

	private final PrimitiveBlocks<FloatType> blocks;
	private final int width;
	private final int height;

	/** What is done with some rows. */
	@FunctionalInterface
	interface Chunk {

		/**
		 * @param start index of the first pixel among those asked for
		 * @param count number of pixels
		 * @param planes one array per class asked for, {@code count} values or more
		 */
		void accept(int start, int count, float[][] planes);
	}

	ProbabilityRows(final RandomAccessibleInterval<FloatType> image,
		final int classes)
	{
		if (image.numDimensions() != 3 || image.dimension(2) < classes)
			throw new IllegalArgumentException(
				"Probabilities with the axes (x, y, class) and at least " + classes +
					" classes are needed, but these have the size " + size(image) +
					"; use a model and an object rule that fit each other");
		if (image.dimension(0) < 1 || image.dimension(1) < 1)
			throw new IllegalArgumentException("The image has the size " + size(
				image) + ", so there is nothing to label; pass one with pixels");
		if (image.dimension(0) * image.dimension(1) > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException("The image has the size " + size(
				image) +
				"; at most 2^31 pixels can be labelled at once, so pass a crop");
		blocks = PrimitiveBlocks.of(Views.zeroMin(image), OnFallback.ACCEPT)
			.threadSafe();
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** Reads the given classes of some rows. */
	void read(final int y, final int rows, final int[] classes,
		final Chunk chunk)
	{
		final int step = Math.max(1, Math.min(rows, CHUNK / width));
		final float[][] planes = new float[classes.length][step * width];
		for (int from = 0; from < rows; from += step) {
			final int n = Math.min(step, rows - from);
			for (int k = 0; k < classes.length; k++)
				blocks.copy(new long[] { 0, y + from, classes[k] }, planes[k],
					new int[] { width, n, 1 });
			chunk.accept(from * width, n * width, planes);
		}
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return IntStream.range(0, image.numDimensions()).mapToObj(d -> "" + image
			.dimension(d)).collect(Collectors.joining(" x "));
	}
}
