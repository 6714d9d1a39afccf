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

package org.unetlens.engine;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Moves floats between Java arrays and contiguous native arrays in one go. */
public final class NativeArrays {

	private NativeArrays() {}

	/**
	 * Copies the values of a contiguous 'c' order FLOAT array, at most 2^31 - 1
	 * of them.
	 */
	public static float[] toFloats(final INDArray array) {
		final float[] values = new float[Math.toIntExact(array.length())];
		read(array, values);
		return values;
	}

	/**
	 * Copies the first values of a contiguous 'c' order FLOAT array into
	 * {@code values}.
	 */
	public static void read(final INDArray array, final float[] values) {
		read(array, values, 0, values.length);
	}

	/**
	 * Copies the first {@code length} values of a contiguous 'c' order FLOAT
	 * array to a place in {@code values}.
	 */
	public static void read(final INDArray array, final float[] values,
		final int offset, final int length)
	{
		pointer(array).get(values, offset, length);
	}

	/**
	 * Copies {@code length} values of a contiguous 'c' order FLOAT array from
	 * {@code start} on to a place in {@code values}.
	 */
	public static void read(final INDArray array, final long start,
		final float[] values, final int offset, final int length)
	{
		final FloatPointer first = pointer(array);
		first.position(first.position() + start).get(values, offset, length);
	}

	/**
	 * Copies {@code values} over the first elements of a contiguous 'c' order
	 * FLOAT array.
	 */
	public static void write(final float[] values, final INDArray array) {
		write(values, 0, values.length, array);
	}

	/**
	 * Copies a part of {@code values} over the first elements of a contiguous 'c'
	 * order FLOAT array.
	 */
	public static void write(final float[] values, final int offset,
		final int length, final INDArray array)
	{
		pointer(array).put(values, offset, length);
	}

	/**
	 * Copies a part of {@code values} over the elements of a contiguous 'c' order
	 * FLOAT array from {@code start} on.
	 */
	public static void write(final float[] values, final int offset,
		final int length, final INDArray array, final long start)
	{
		final FloatPointer first = pointer(array);
		first.position(first.position() + start).put(values, offset, length);
	}

	/**
	 * A pointer to the array's first element that reads the bits of its floats;
	 * valid as long as the array is open.
	 */
	public static IntPointer bits(final INDArray array) {
		return new IntPointer(array.data().pointer()).position(array.offset());
	}

	/** Writes 0 over a contiguous FLOAT array. */
	public static void clear(final INDArray array) {
		Pointer.memset(bytes(array), 0, Float.BYTES * array.length());
	}

	/** Copies a contiguous FLOAT array to another one of as many values. */
	public static void copy(final INDArray from, final INDArray to) {
		Pointer.memcpy(bytes(to), bytes(from), Float.BYTES * to.length());
	}

	/**
	 * A pointer to the array's first element, its position in bytes, as functions
	 * that take any kind of pointer want it; valid as long as the array is open.
	 */
	public static BytePointer bytes(final INDArray array) {
		return new BytePointer(array.data().pointer()).position(Float.BYTES * array
			.offset());
	}

	/**
	 * A pointer to the array's first element; valid as long as the array is open.
	 */
	private static FloatPointer pointer(final INDArray array) {
		// NB: addressPointer() of a view includes its offset or not, as the view
		// was made; pointer() never does.
		return new FloatPointer(array.data().pointer()).position(array.offset());
	}
}
