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

package org.unetlens.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import onnx.Onnx.TensorProto;

/**
 * A constant of an ONNX graph: numbers in 'c' order. Immutable.
 *
 * @param shape one size per axis
 * @param floats the values, when they are floating point
 * @param longs the values, when they are whole numbers
 */
record OnnxArray(long[] shape, float[] floats, long[] longs) {

	private static final int MAX_RANK = 8;

	/** Memory is taken for as many values as there are bytes, not as stated. */
	static OnnxArray of(final TensorProto tensor) throws InvalidContentException {
		final String name = tensor.getName();
		if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL)
			throw new InvalidContentException("its weight '" + name +
				"' lies in another file, which is not opened; save the ONNX model with its weights inside");
		if (tensor.getDimsCount() > MAX_RANK) throw new InvalidContentException(
			"its weight '" + name + "' has " + tensor.getDimsCount() + " axes");
		final long[] shape = tensor.getDimsList().stream().mapToLong(
			Long::longValue).toArray();
		final OnnxArray array = values(tensor, shape);
		final long n = array.floats != null ? array.floats.length
			: array.longs.length;
		if (n != product(name, shape)) throw new InvalidContentException(
			"its weight '" + name + "' has " + n +
				" values, which is not what its shape " + java.util.Arrays.toString(
					shape) + " says");
		for (int i = 0; array.floats != null && i < array.floats.length; i++)
			if (!Float.isFinite(array.floats[i])) throw new InvalidContentException(
				"its weight '" + name + "' holds the value " + array.floats[i]);
		return array;
	}

	private static long product(final String name, final long[] shape)
		throws InvalidContentException
	{
		long n = 1;
		for (final long s : shape) {
			if (s < 0 || s > Integer.MAX_VALUE) throw new InvalidContentException(
				"its weight '" + name + "' has an axis of the length " + s);
			// NB: Beyond all sizes that a file can have.
			if (s > 0 && n > Long.MAX_VALUE / s) return -1;
			n *= s;
		}
		return n;
	}

	private static OnnxArray values(final TensorProto t, final long[] shape)
		throws InvalidContentException
	{
		final ByteBuffer raw = t.getRawData().asReadOnlyByteBuffer().order(
			ByteOrder.LITTLE_ENDIAN);
		final boolean inRaw = raw.remaining() > 0;
		switch (t.getDataType()) {
			case TensorProto.DataType.FLOAT_VALUE:
				return floats(shape, inRaw ? raw.remaining() / 4 : t
					.getFloatDataCount(), i -> inRaw ? raw.getFloat(4 * i) : t
						.getFloatData(i));
			case TensorProto.DataType.DOUBLE_VALUE:
				return floats(shape, inRaw ? raw.remaining() / 8 : t
					.getDoubleDataCount(), i -> (float) (inRaw ? raw.getDouble(8 * i) : t
						.getDoubleData(i)));
			case TensorProto.DataType.INT64_VALUE:
				return longs(shape, inRaw ? raw.remaining() / 8 : t.getInt64DataCount(),
					i -> inRaw ? raw.getLong(8 * i) : t.getInt64Data(i));
			case TensorProto.DataType.INT32_VALUE:
				return longs(shape, inRaw ? raw.remaining() / 4 : t.getInt32DataCount(),
					i -> (long) (inRaw ? raw.getInt(4 * i) : t.getInt32Data(i)));
			default:
				throw new InvalidContentException("its weight '" + t.getName() +
					"' is of the ONNX type " + t.getDataType() +
					"; only 32- and 64-bit numbers are read");
		}
	}

	private interface At<T> {

		T value(int i);
	}

	private static OnnxArray floats(final long[] shape, final int n,
		final At<Float> at)
	{
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = at.value(i);
		return new OnnxArray(shape, values, null);
	}

	private static OnnxArray longs(final long[] shape, final int n,
		final At<Long> at)
	{
		final long[] values = new long[n];
		for (int i = 0; i < n; i++)
			values[i] = at.value(i);
		return new OnnxArray(shape, null, values);
	}
}
