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

package org.unetlens.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

import javax.imageio.ImageIO;

import org.unetlens.engine.Progress;

/**
 * Takes Ctrl-C, and the signal by which batch systems end what has run too
 * long, for the user's wish to stop, and holds the process until work has ended
 * as after any such wish. Without it both end the process in the middle of
 * work. Thread-safe.
 */
final class StopSignal implements Progress, AutoCloseable {

	private final Progress progress;
	private final Runnable told;
	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook = new Thread(this::stop, "stop signal");
	private volatile boolean stopping;

	/**
	 * Listens until closed.
	 *
	 * @param progress that is shown
	 * @param told once, when the signal has come
	 */
	StopSignal(final Progress progress, final Runnable told) {
		this.progress = progress;
		this.told = told;
		Runtime.getRuntime().addShutdownHook(hook);
	}

	/** On the terminal, for a training, whose best weights are then kept. */
	static StopSignal ofTraining(final PrintWriter out) {
		final TerminalProgress progress = TerminalProgress.standard();
		return new StopSignal(progress, () -> {
			progress.clear();
			out.println("Stopping: the best weights so far are kept ...");
			out.flush();
		});
	}

	private void stop() {
		stopping = true;
		// NB: Its temporary files would need a hook, and it is too late for that.
		ImageIO.setUseCache(false);
		told.run();
		try {
			ended.await();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void update(final long done, final long total, final String message) {
		progress.update(done, total, message);
	}

	@Override
	public boolean isCanceled() {
		return stopping || progress.isCanceled();
	}

	/** Lets the process end. */
	@Override
	public void close() {
		ended.countDown();
		if (stopping) return;
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException e) {
			// NB: The signal came just now, and there is nothing left to stop.
		}
	}
}
