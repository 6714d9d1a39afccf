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

package org.unetlens.ui.models;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import javax.swing.SwingWorker;

/**
 * Runs one thing at a time in the background; called and answered on the event
 * thread.
 */
final class ModelTasks {

	/** What the user learns meanwhile. On the event thread. */
	interface Monitor {

		void busy(String text);

		void idle();

		void failed(String reason);
	}

	private final Monitor monitor;
	private boolean running;

	ModelTasks(final Monitor monitor) {
		this.monitor = monitor;
	}

	/**
	 * Refused while another one runs.
	 *
	 * @param text what is done, for the user
	 */
	<T> void run(final String text, final Callable<T> work,
		final Consumer<T> done)
	{
		if (running) return;
		running = true;
		monitor.busy(text);
		new SwingWorker<T, Void>() {

			@Override
			protected T doInBackground() throws Exception {
				return work.call();
			}

			@Override
			protected void done() {
				running = false;
				monitor.idle();
				finish();
			}

			private void finish() {
				try {
					done.accept(get());
				}
				catch (final InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				catch (final ExecutionException e) {
					monitor.failed(e.getCause().getMessage() == null ? e.getCause()
						.toString() : e.getCause().getMessage());
				}
			}
		}.execute();
	}
}
