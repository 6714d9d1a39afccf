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

package org.unetlens.infer;

import java.util.ArrayDeque;
import java.util.Deque;

import org.unetlens.network.Network;
import org.unetlens.network.NetworkStream;
import org.unetlens.network.TileShape;

/**
 * Streams for one size of tile, reused from image to image. Thread-safe.
 */
final class StreamPool implements AutoCloseable {

	private final Network net;
	private final int threads;
	private final Deque<NetworkStream> idle = new ArrayDeque<>();
	private int rows;

	/** @param threads to which each stream shares out rows */
	StreamPool(final Network net, final int threads) {
		this.net = net;
		this.threads = threads;
	}

	/**
	 * An idle stream for that shape, or a new one; give it back after use. Those
	 * for other shapes are closed first, so that memory stays within its budget.
	 *
	 * @param rowsPerPass of the result
	 */
	synchronized NetworkStream borrow(final TileShape shape,
		final int rowsPerPass)
	{
		if (rows != rowsPerPass || !idle.isEmpty() && !idle.peek().shape().equals(
			shape)) close();
		rows = rowsPerPass;
		return idle.isEmpty() ? net.stream(shape, rows, threads) : idle.pop();
	}

	synchronized void giveBack(final NetworkStream stream) {
		idle.push(stream);
	}

	@Override
	public synchronized void close() {
		idle.forEach(NetworkStream::close);
		idle.clear();
	}
}
