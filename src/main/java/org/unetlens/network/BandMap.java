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

package org.unetlens.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A map of one image cut into bands of rows, over a stretch of native memory.
 * Immutable; the views share the memory.
 *
 * @param memory has a place before the first view is made
 * @param start index of the first value of band 0
 * @param gap how many values lie between the rows of two bands
 * @param shape of the whole map, {@code [1, rows, w, c]}, or rows in the first
 *          axis
 * @param cuts where bands begin and end
 */
record BandMap(Arena.Stretch memory, long start, long gap, long[] shape,
		Cuts cuts) {

	/**
	 * Bands of an image, in units of rows that stay whole at the deepest level.
	 *
	 * @param units of the whole image
	 * @param bands how many, at most as many as units
	 */
	record Cuts(long units, int bands) {

		/** Rows above a band, of {@code rows} in all. */
		long above(final int band, final long rows) {
			return rows / units * (band * units / bands);
		}
	}

	/** Number of values of a row. */
	static long rowLength(final long[] shape) {
		return WeightShapes.size(shape) / shape[rowAxis(shape)];
	}

	/** Which axis counts the rows. */
	static int rowAxis(final long[] shape) {
		return shape.length == 4 ? 1 : 0;
	}

	/** The shape with another number of rows. */
	static long[] withRows(final long[] shape, final long rows) {
		final long[] other = shape.clone();
		other[rowAxis(shape)] = rows;
		return other;
	}

	/** Rows of all bands. */
	long rows() {
		return shape[rowAxis(shape)];
	}

	/** Rows of a band. */
	long rows(final int band) {
		return cuts.above(band + 1, rows()) - cuts.above(band, rows());
	}

	long rowLength() {
		return rowLength(shape);
	}

	/** The rows of a band. */
	INDArray own(final int band) {
		return rows(band, 0, rows(band));
	}

	/** The rows of a band and one more above and below. */
	INDArray wide(final int band) {
		return rows(band, -1, rows(band) + 2);
	}

	/** Some rows, counted from the first one of a band. */
	INDArray rows(final int band, final long first, final long count) {
		return memory.view(start + (cuts.above(band, rows()) + first) *
			rowLength() + band * gap, withRows(shape, count));
	}

	/** All rows of a map without rows between its bands. */
	INDArray whole() {
		return rows(0, 0, rows());
	}

	/** The same memory in another shape. */
	BandMap reshaped(final long... other) {
		return new BandMap(memory, start, gap, other, cuts);
	}
}
