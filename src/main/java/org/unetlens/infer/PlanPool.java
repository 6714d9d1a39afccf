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

import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;

/**
 * Workers for one tile shape at a time, reused from image to image.
 * Thread-safe.
 */
final class PlanPool implements AutoCloseable {

	private final UNet net;
	private final int bands;
	private final Deque<TileWorker> idle = new ArrayDeque<>();

	/** @param bands into which each plan cuts its tile */
	PlanPool(final UNet net, final int bands) {
		this.net = net;
		this.bands = bands;
	}

	/** An idle plan of that shape, or a new one; give it back after use. */
	TileWorker borrow(final TileShape shape) {
		synchronized (idle) {
			if (!idle.isEmpty() && idle.peek().shape().equals(shape)) return idle
				.pop();
		}
		return new TileWorker(net.plan(shape, bands), net.spec());
	}

	void giveBack(final TileWorker plan) {
		synchronized (idle) {
			idle.push(plan);
		}
	}

	/**
	 * Closes the idle plans of other shapes, so that memory stays within its
	 * budget.
	 */
	void keepOnly(final TileShape shape) {
		synchronized (idle) {
			idle.stream().filter(p -> !p.shape().equals(shape)).forEach(
				TileWorker::close);
			idle.removeIf(p -> !p.shape().equals(shape));
		}
	}

	@Override
	public void close() {
		synchronized (idle) {
			idle.forEach(TileWorker::close);
			idle.clear();
		}
	}
}
