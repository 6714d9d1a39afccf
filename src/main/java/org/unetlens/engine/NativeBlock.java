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

import java.util.concurrent.atomic.AtomicLong;

import com.sun.jna.Function;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A vector in native memory. That of floats is not cleared, and comes in large
 * pages where Linux gives them: taking memory as ND4J does it is a third of the
 * time of segmenting one small image. Counted by JavaCPP, and within its
 * limits. Close it to free the memory.
 *
 * @see <a href=
 *      "https://man7.org/linux/man-pages/man2/madvise.2.html">madvise</a>
 */
public final class NativeBlock implements AutoCloseable {

	private static final int MADV_HUGEPAGE = 14;
	/** Bytes of a line of the processor's cache. */
	private static final int LINE = 64;
	private static final long PAGE = 4096;
	private static final long LARGE_PAGE = 2 << 20;
	private static final boolean LINUX = System.getProperty("os.name").startsWith(
		"Linux");

	private static final AtomicLong IN_USE = new AtomicLong();

	private final Pointer memory;
	private final INDArray array;
	private final long bytes;
	private boolean closed;

	/**
	 * @param memory that it owns beside the array, or null
	 * @param bytes of it
	 */
	private NativeBlock(final Pointer memory, final INDArray array,
		final long bytes)
	{
		this.memory = memory;
		this.array = array;
		this.bytes = bytes;
		IN_USE.addAndGet(bytes);
	}

	/** A vector of floats from an address on. */
	private static INDArray floats(final long address, final long length) {
		return Nd4j.create(Nd4j.createBuffer(new FloatPointer(new Address(address))
			.capacity(length), length, DataType.FLOAT), new long[] { length },
			new long[] { 1 }, 0, 'c', DataType.FLOAT);
	}

	private static NativeBlock plain(final DataType type, final long length) {
		return new NativeBlock(null, Nd4j.createUninitialized(type, length), 0);
	}

	/** A block whose values are not set; floats begin at a line of the cache. */
	public static NativeBlock take(final DataType type, final long length) {
		if (type != DataType.FLOAT) return plain(type, length);
		final FloatPointer memory;
		try {
			memory = new FloatPointer(length + LINE / Float.BYTES);
		}
		catch (final OutOfMemoryError e) {
			// NB: Nobody chose the limit when another plugin loaded JavaCPP before.
			if (Pointer.maxBytes() != Runtime.getRuntime().maxMemory()) throw e;
			return plain(type, length);
		}
		final long start = (memory.address() + LINE - 1) / LINE * LINE;
		final long bytes = Float.BYTES * length;
		if (LINUX && bytes >= 2 * LARGE_PAGE) adviseLargePages(start, bytes);
		return new NativeBlock(memory, floats(start, length), bytes);
	}

	/** Bytes of floats in all blocks that are open and have memory. */
	public static long bytesInUse() {
		return IN_USE.get();
	}

	/**
	 * A block of floats without memory, whose values nobody may touch: what is
	 * made of it cannot run, but says how much it would take. Of other types,
	 * which hold shapes and the like, it has memory.
	 */
	public static NativeBlock nowhere(final DataType type, final long length) {
		// NB: The address is never read; an aligned one pleases all libraries.
		return type == DataType.FLOAT ? new NativeBlock(null, floats(PAGE, length),
			0) : plain(type, length);
	}

	/** NB: Advice only; without it, pages are small. */
	private static void adviseLargePages(final long address, final long bytes) {
		final long from = (address + PAGE - 1) / PAGE * PAGE;
		final long to = (address + bytes) / PAGE * PAGE;
		try {
			Function.getFunction("c", "madvise").invokeInt(new Object[] { from, to -
				from, MADV_HUGEPAGE });
		}
		catch (final LinkageError e) {
			// NB: A system without it.
		}
	}

	/** The vector, 'c' order; shared, valid until the block is closed. */
	public INDArray array() {
		return array;
	}

	@Override
	public synchronized void close() {
		if (closed) return;
		closed = true;
		array.close();
		// NB: Closing it alone would wait for the views of ND4J.
		if (memory != null) memory.deallocate();
		IN_USE.addAndGet(-bytes);
	}

	private static final class Address extends Pointer {

		Address(final long address) {
			this.address = address;
		}
	}
}
