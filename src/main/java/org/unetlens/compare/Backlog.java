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

package org.unetlens.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/**
 * Work that other threads do, a few pieces at a time: who brings more has to
 * wait, so that what the work needs does not pile up in memory. Thread-safe.
 */
final class Backlog implements AutoCloseable {

	private final TaskExecutor executor;
	private final Deque<Future<?>> open = new ArrayDeque<>();

	Backlog(final int threads) {
		// NB: Not the common pool, since who brings work may be one of its threads.
		executor = TaskExecutors.fixedThreadPool(threads);
	}

	/** Takes on work; waits while as many pieces as threads are open. */
	synchronized void add(final Runnable work) {
		if (open.size() >= executor.getParallelism()) await(open.removeFirst());
		open.add(executor.getExecutorService().submit(work));
	}

	/** Waits until all is done; throws what a piece threw. */
	synchronized void finish() {
		while (!open.isEmpty())
			await(open.removeFirst());
	}

	/** Lets what is open end, but does not wait for it. */
	@Override
	public void close() {
		executor.close();
	}

	private static void await(final Future<?> piece) {
		try {
			piece.get();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(
				"The comparison was interrupted; start it again", exc);
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof RuntimeException cause) throw cause;
			if (exc.getCause() instanceof Error cause) throw cause;
			throw new IllegalStateException(exc.getCause());
		}
	}
}
