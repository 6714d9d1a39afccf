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
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Class probabilities (x, y, class), read in bands of rows, each once, several
 * bands at a time: fast on array and planar images, possible on any other.
 */
final class ProbabilityRows {

	/** Pixels per band, about. */
	private static final int BAND = 1 << 16;

	private final RandomAccessibleInterval<FloatType> image;
	private final int width;
	private final int height;

	/** What is done with a band of rows. Called from several threads. */
	@FunctionalInterface
	interface Band {

		/**
		 * @param start index of the first pixel of the band, in raster order
		 * @param count number of pixels in the band
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
		this.image = Views.zeroMin(image);
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** Reads the given classes from the first to the last row. */
	void read(final Band band, final int... classes) {
		final int rows = Math.max(1, Math.min(height, BAND / width));
		final PrimitiveBlocks<FloatType> blocks = PrimitiveBlocks.of(image,
			OnFallback.ACCEPT).threadSafe();
		final int bands = (height + rows - 1) / rows;
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		executor.forEach(IntStream.range(0, bands).boxed().collect(Collectors
			.toList()), b -> read(blocks, b * rows, Math.min(rows, height - b * rows),
				band, classes));
	}

	private void read(final PrimitiveBlocks<FloatType> blocks, final int y,
		final int rows, final Band band, final int[] classes)
	{
		final float[][] planes = new float[classes.length][rows * width];
		for (int k = 0; k < classes.length; k++)
			blocks.copy(new long[] { 0, y, classes[k] }, planes[k], new int[] { width,
				rows, 1 });
		band.accept(y * width, rows * width, planes);
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return IntStream.range(0, image.numDimensions()).mapToObj(d -> "" + image
			.dimension(d)).collect(Collectors.joining(" x "));
	}
}
