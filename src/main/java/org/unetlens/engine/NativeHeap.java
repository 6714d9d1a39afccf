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

import com.sun.jna.Function;

/**
 * Keeps native memory that was freed, so that what is allocated next need not
 * ask the system for it: each step of a training allocates the same again, and
 * pages that come anew from the system are cleared first. While one is open,
 * the memory of the process stays at its highest; when the last is closed, what
 * is free goes back to the system. Does nothing where the C library is not
 * glibc, i.e. on Windows and macOS. Thread-safe.
 *
 * @see <a href=
 *      "https://man7.org/linux/man-pages/man3/mallopt.3.html">mallopt</a>
 */
public final class NativeHeap implements AutoCloseable {

	private static final int M_TRIM_THRESHOLD = -1;
	private static final int M_TOP_PAD = -2;
	private static final int M_MMAP_THRESHOLD = -3;

	/**
	 * The largest that glibc takes; larger blocks always come from the system.
	 */
	private static final int LARGEST = 32 << 20;
	/** NB: Below it, the heap of a thread is given back as a whole. */
	private static final int HEAP_OF_THREAD = 64 << 20;

	private static int open;

	private boolean closed;

	private NativeHeap() {}

	/** Keeps freed memory until this is closed. */
	public static synchronized NativeHeap keep() {
		if (open++ == 0) set(Integer.MAX_VALUE, HEAP_OF_THREAD);
		return new NativeHeap();
	}

	@Override
	public void close() {
		synchronized (NativeHeap.class) {
			if (closed) return;
			closed = true;
			if (--open > 0) return;
			// NB: What glibc comes to by itself once a block of that size was freed.
			set(2 * LARGEST, 0);
			call("malloc_trim", 0);
		}
	}

	private static void set(final int trimThreshold, final int pad) {
		call("mallopt", M_MMAP_THRESHOLD, LARGEST);
		call("mallopt", M_TRIM_THRESHOLD, trimThreshold);
		call("mallopt", M_TOP_PAD, pad);
	}

	private static void call(final String function, final Object... arguments) {
		if (!System.getProperty("os.name").startsWith("Linux")) return;
		try {
			Function.getFunction("c", function).invokeInt(arguments);
		}
		catch (final LinkageError e) {
			// NB: Another C library than glibc: it keeps what it wants.
		}
	}
}
