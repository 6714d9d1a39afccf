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

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The memory of a tensor, from its first element on. Holds the tensor, which
 * must not be closed while this is used. Thread-safe for disjoint ranges.
 */
final class TensorMemory {

	private final INDArray tensor;
	private final SampleType sample;
	private final long start;

	TensorMemory(final INDArray tensor) {
		this.tensor = tensor;
		sample = sampleType(tensor.dataType());
		// NB: pointer() of a view is that of its base, without its offset.
		start = tensor.offset();
	}

	SampleType sample() {
		return sample;
	}

	/** Number of elements. */
	long length() {
		return tensor.length();
	}

	/** A typed pointer to an element. */
	Pointer at(final long position) {
		final Pointer base = tensor.data().pointer();
		return (switch (sample) {
			case U8, I8 -> new BytePointer(base);
			case U16, I16 -> new ShortPointer(base);
			case U32, I32 -> new IntPointer(base);
			case I64 -> new LongPointer(base);
			case F32 -> new FloatPointer(base);
			case F64 -> new DoublePointer(base);
		}).position(start + position);
	}

	/** The type of samples in tensors; booleans are bytes. */
	static SampleType sampleType(final DataType type) {
		return switch (type) {
			case UBYTE, BOOL -> SampleType.U8;
			case BYTE -> SampleType.I8;
			case UINT16 -> SampleType.U16;
			case SHORT -> SampleType.I16;
			case UINT32 -> SampleType.U32;
			case INT -> SampleType.I32;
			case LONG -> SampleType.I64;
			case FLOAT -> SampleType.F32;
			case DOUBLE -> SampleType.F64;
			default -> throw new IllegalArgumentException("Tensors of the type " +
				type +
				" have no pixel type in ImgLib2; cast the tensor first, e.g. castTo(DataType.FLOAT)");
		};
	}

	/** The type of tensors with such samples. */
	static DataType dataType(final SampleType sample) {
		return switch (sample) {
			case U8 -> DataType.UBYTE;
			case I8 -> DataType.BYTE;
			case U16 -> DataType.UINT16;
			case I16 -> DataType.SHORT;
			case U32 -> DataType.UINT32;
			case I32 -> DataType.INT;
			case I64 -> DataType.LONG;
			case F32 -> DataType.FLOAT;
			case F64 -> DataType.DOUBLE;
		};
	}
}
