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

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.nio.BufferAccess;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.basictypeaccess.nio.DoubleBufferAccess;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.img.basictypeaccess.nio.IntBufferAccess;
import net.imglib2.img.basictypeaccess.nio.LongBufferAccess;
import net.imglib2.img.basictypeaccess.nio.ShortBufferAccess;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The same memory as NIO buffer, ImgLib2 access and tensor. */
final class BufferTensors {

	private BufferTensors() {}

	/** A tensor in 'c' order over the buffer of an access; shared. */
	static INDArray wrap(final BufferAccess<?> access, final SampleType sample,
		final long[] shape)
	{
		final Pointer pointer = pointer((Buffer) access.getCurrentStorageArray());
		final DataType type = TensorMemory.dataType(sample);
		long length = 1;
		for (final long s : shape)
			length *= s;
		final DataBuffer data = Nd4j.createBuffer(pointer, length, type);
		return Nd4j.create(data, shape, Nd4j.getStrides(shape, 'c'), 0, 'c', type);
	}

	/** NB: The pointer keeps the buffer from being collected. */
	private static Pointer pointer(final Buffer buffer) {
		if (buffer instanceof ByteBuffer b) return new BytePointer(b);
		if (buffer instanceof ShortBuffer b) return new ShortPointer(requireNative(
			b, b.order()));
		if (buffer instanceof IntBuffer b) return new IntPointer(requireNative(b, b
			.order()));
		if (buffer instanceof LongBuffer b) return new LongPointer(requireNative(b,
			b.order()));
		if (buffer instanceof FloatBuffer b) return new FloatPointer(requireNative(
			b, b.order()));
		return new DoublePointer(requireNative((DoubleBuffer) buffer,
			((DoubleBuffer) buffer).order()));
	}

	private static <B> B requireNative(final B buffer, final ByteOrder order) {
		if (order != ByteOrder.nativeOrder()) throw new IllegalArgumentException(
			"The buffer of the image is " + order + ", but this machine is " +
				ByteOrder.nativeOrder() + "; use Tensors.copy");
		return buffer;
	}

	/** The memory from the position of a pointer to its limit; shared. */
	static Buffer buffer(final Pointer p) {
		final Buffer buffer = p.asBuffer();
		// NB: JavaCPP gives bytes, unlike all others, from the base of a view on.
		return buffer instanceof ByteBuffer bytes ? bytes.slice().order(ByteOrder
			.nativeOrder()) : buffer;
	}

	/** Access to the elements of a tensor from its first one on; shared. */
	static DataAccess access(final TensorMemory memory, final int length) {
		final Pointer p = memory.at(0);
		final Buffer buffer = buffer(p.limit(p.position() + length));
		return switch (memory.sample()) {
			case U8, I8 -> new ByteBufferAccess((ByteBuffer) buffer, true);
			case U16, I16 -> new ShortBufferAccess((ShortBuffer) buffer, true);
			case U32, I32 -> new IntBufferAccess((IntBuffer) buffer, true);
			case I64 -> new LongBufferAccess((LongBuffer) buffer, true);
			case F32 -> new FloatBufferAccess((FloatBuffer) buffer, true);
			case F64 -> new DoubleBufferAccess((DoubleBuffer) buffer, true);
		};
	}
}
