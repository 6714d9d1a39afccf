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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares images and tensors value by value. */
final class BridgeAssert {

	private BridgeAssert() {}

	/** Compares values with those of the tensor at the reversed position. */
	static void assertSameValues(final String name,
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final INDArray tensor, final boolean single)
	{
		final int n = image.numDimensions();
		final long[] shape = new long[n];
		Arrays.setAll(shape, d -> image.dimension(n - 1 - d));
		assertArrayEquals(shape, tensor.shape(), name);
		final Cursor<? extends RealType<?>> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			final long[] index = new long[n];
			Arrays.setAll(index, d -> cursor.getLongPosition(n - 1 - d) - image.min(
				n - 1 - d));
			final double expected = single ? (float) cursor.get().getRealDouble()
				: cursor.get().getRealDouble();
			assertEquals(expected, value(tensor, index), 0, () -> name + " at " +
				Arrays.toString(index));
		}
	}

	private static double value(final INDArray tensor, final long[] index) {
		long i = tensor.offset();
		for (int d = 0; d < index.length; d++)
			i += index[d] * tensor.stride(d);
		final Pointer p = tensor.data().pointer();
		return switch (tensor.dataType()) {
			case UBYTE -> ((BytePointer) p).get(i) & 0xff;
			case BYTE -> ((BytePointer) p).get(i);
			case UINT16 -> ((ShortPointer) p).get(i) & 0xffff;
			case SHORT -> ((ShortPointer) p).get(i);
			case UINT32 -> ((IntPointer) p).get(i) & 0xffffffffL;
			case INT -> ((IntPointer) p).get(i);
			case LONG -> ((LongPointer) p).get(i);
			case FLOAT -> ((FloatPointer) p).get(i);
			default -> ((DoublePointer) p).get(i);
		};
	}

	static void assertSameImages(final String name,
		final RandomAccessibleInterval<? extends RealType<?>> expected,
		final RandomAccessibleInterval<? extends RealType<?>> actual)
	{
		assertArrayEquals(expected.dimensionsAsLongArray(), actual
			.dimensionsAsLongArray(), name);
		final var access = Views.zeroMin(actual).randomAccess();
		final var cursor = Views.zeroMin(expected).localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			assertEquals(cursor.get().getRealDouble(), access.setPositionAndGet(
				cursor).getRealDouble(), 0, () -> name + " at " + Arrays.toString(cursor
					.positionAsLongArray()));
		}
	}

	static long[] last(final int rank, final INDArray tensor) {
		final long[] index = tensor.shape().clone();
		for (int d = 0; d < rank; d++)
			index[d]--;
		return index;
	}
}
