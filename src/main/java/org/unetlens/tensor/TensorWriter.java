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
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

import org.bytedeco.javacpp.Pointer;

/**
 * Writes samples over elements of a tensor, as they are or as floats. For one
 * thread.
 */
final class TensorWriter implements BlockGrid.Sink {

	/** Elements that are seen at a time: a buffer cannot have 2^31 bytes. */
	private static final int MOST = 1 << 27;

	private final TensorMemory memory;
	private final SampleType given;
	private final int most;
	private Buffer window;
	private long start;

	/**
	 * @param given what the samples are: as in the tensor, or any if that holds
	 *          floats
	 */
	TensorWriter(final TensorMemory memory, final SampleType given) {
		this(memory, given, MOST);
	}

	/** @param most elements that are seen at a time */
	TensorWriter(final TensorMemory memory, final SampleType given,
		final int most)
	{
		if (given != memory.sample() && memory.sample() != SampleType.F32)
			throw new IllegalArgumentException(given + " samples cannot become " +
				memory.sample() + "; they can become floats only");
		this.memory = memory;
		this.given = given;
		this.most = most;
	}

	@Override
	public void accept(final Object block, final int from, final long position,
		final int n)
	{
		if (window == null || position < start || position + n > start + window
			.capacity()) move(position, n);
		final int at = (int) (position - start);
		if (given != memory.sample()) given.toFloats(block, from,
			(FloatBuffer) window, at, n);
		else switch (given) {
			case U8, I8 -> ((ByteBuffer) window).put(at, (byte[]) block, from, n);
			case U16, I16 -> ((ShortBuffer) window).put(at, (short[]) block, from, n);
			case U32, I32 -> ((IntBuffer) window).put(at, (int[]) block, from, n);
			case I64 -> ((LongBuffer) window).put(at, (long[]) block, from, n);
			case F32 -> ((FloatBuffer) window).put(at, (float[]) block, from, n);
			case F64 -> ((DoubleBuffer) window).put(at, (double[]) block, from, n);
		}
	}

	/** NB: Blocks may go back and forth by less than a window. */
	private void move(final long position, final int n) {
		start = Math.max(0, position - most / 4);
		final long end = Math.max(position + n, Math.min(memory.length(), start +
			most));
		final Pointer p = memory.at(start);
		window = BufferTensors.buffer(p.limit(p.position() + end - start));
	}
}
