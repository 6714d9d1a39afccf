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

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.parallel.Parallelization;

/**
 * The Java arrays of an image whose pixels lie in them in order, plane by
 * plane. Immutable.
 *
 * @param plane its array, {@code planeSize} values
 */
record PlainArrays(IntFunction<Object> plane, int planes, int planeSize) {

	/** Values that are passed on together: 256 KB of floats. */
	private static final int PIECE = 1 << 16;

	/** Those of an image, if it is kept in such arrays; shared. */
	static Optional<PlainArrays> of(final RandomAccessibleInterval<?> image) {
		if (image instanceof ArrayImg<?, ?> img && isArray(img.update(null)))
			return Optional.of(new PlainArrays(i -> array(img.update(null)), 1,
				(int) img.size()));
		if (image instanceof PlanarImg<?, ?> img && img.numSlices() > 0 && isArray(
			img.getPlane(0))) return Optional.of(new PlainArrays(i -> array(img
				.getPlane(i)), img.numSlices(), (int) (img.size() / img.numSlices())));
		return Optional.empty();
	}

	private static boolean isArray(final Object access) {
		return access instanceof ArrayDataAccess && array(access).getClass()
			.isArray();
	}

	/** NB: Of accesses to buffers it is the buffer. */
	private static Object array(final Object access) {
		return ((ArrayDataAccess<?>) access).getCurrentStorageArray();
	}

	/** Whether axes lie in their order, those of length 1 not counted. */
	static boolean isInOrder(final RandomAccessibleInterval<?> image,
		final int... order)
	{
		final int[] longer = Arrays.stream(order).filter(d -> image.dimension(
			d) > 1).toArray();
		return IntStream.range(1, longer.length).allMatch(i -> longer[i -
			1] < longer[i]);
	}

	/**
	 * Passes on all values, on the threads of the current
	 * {@link Parallelization}.
	 *
	 * @param sinks one for each piece
	 */
	void forEachPiece(final Supplier<? extends BlockGrid.Sink> sinks) {
		final int pieces = (planeSize + PIECE - 1) / PIECE;
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, Math
			.multiplyExact(planes, pieces)).boxed().toList(), i -> {
				final int from = i % pieces * PIECE;
				sinks.get().accept(plane.apply(i / pieces), from, (long) (i / pieces) *
					planeSize + from, Math.min(PIECE, planeSize - from));
			});
	}
}
