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

package org.unetlens.ui.part;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.swing.SwingUtilities;

import org.unetlens.engine.Progress;

/**
 * One background thread on which the newest request of each kind wins: older
 * ones that wait are forgotten, the result of an older one that runs is
 * dropped. Called and answered on the event thread.
 *
 * @param <K> what can be asked for; of those that wait, the first runs first
 */
public final class LatestWork<K extends Enum<K>> {

	/** What the user learns while it runs. On the event thread. */
	public interface Monitor {

		/** @param share done, 0 to 1; negative when unknown */
		void busy(String text, double share);

		/** Nothing runs any more. */
		void idle();

		void failed(Throwable problem);
	}

	private record Job<K, T>(K kind, String text, Function<Progress, T> work,
			Consumer<T> done, Runnable failed, long number) {
	}

	private final ExecutorService thread;
	private final Map<K, Job<K, ?>> waiting;
	/** NB: Also read by the background thread. */
	private final Map<K, Long> newest = new ConcurrentHashMap<>();
	private final Monitor monitor;
	private long count;
	private boolean running;
	private boolean closed;

	/** @param name what the thread works for */
	public LatestWork(final Class<K> kinds, final String name,
		final Monitor monitor)
	{
		thread = Executors.newSingleThreadExecutor(r -> daemon(r, name));
		waiting = new EnumMap<>(kinds);
		this.monitor = monitor;
	}

	private static Thread daemon(final Runnable r, final String name) {
		final Thread t = new Thread(r, "U-Net Lens " + name);
		t.setDaemon(true);
		return t;
	}

	/**
	 * @param text what is done, for the user
	 * @param done told the result, unless a newer request of this kind was made
	 */
	public <T> void request(final K kind, final String text,
		final Function<Progress, T> work, final Consumer<T> done)
	{
		request(kind, text, work, done, () -> {});
	}

	/**
	 * The same.
	 *
	 * @param failed told when there is no result, unless a newer request was made
	 */
	public <T> void request(final K kind, final String text,
		final Function<Progress, T> work, final Consumer<T> done,
		final Runnable failed)
	{
		if (closed) return;
		final Job<K, T> job = new Job<>(kind, text, work, done, failed, ++count);
		newest.put(kind, job.number());
		waiting.put(kind, job);
		next();
	}

	/** Forgets what was asked for of a kind, without a word. */
	public void drop(final K kind) {
		waiting.remove(kind);
		newest.put(kind, ++count);
	}

	/** Stops what runs, as soon as it looks, and forgets what waits. */
	public void cancel() {
		final List<Job<K, ?>> forgotten = List.copyOf(waiting.values());
		waiting.clear();
		newest.clear();
		forgotten.forEach(job -> job.failed().run());
	}

	/**
	 * Takes no more requests; runs the last step after what runs now.
	 *
	 * @param last on the background thread
	 */
	public void close(final Runnable last) {
		if (closed) return;
		closed = true;
		cancel();
		thread.execute(last);
		thread.shutdown();
	}

	private void next() {
		if (running || waiting.isEmpty()) return;
		running = true;
		final Job<K, ?> job = waiting.remove(waiting.keySet().iterator().next());
		monitor.busy(job.text(), -1);
		thread.execute(() -> run(job));
	}

	private <T> void run(final Job<K, T> job) {
		try {
			final T result = job.work().apply(new JobProgress(job));
			SwingUtilities.invokeLater(() -> ended(job, () -> job.done().accept(
				result)));
		}
		catch (final CancellationException e) {
			SwingUtilities.invokeLater(() -> ended(job, job.failed()));
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			SwingUtilities.invokeLater(() -> ended(job, () -> {
				job.failed().run();
				monitor.failed(e);
			}));
		}
	}

	private void ended(final Job<K, ?> job, final Runnable tell) {
		running = false;
		if (closed) return;
		try {
			if (isNewest(job)) tell.run();
			else if (!newest.containsKey(job.kind())) job.failed().run();
		}
		finally {
			next();
			if (!running) monitor.idle();
		}
	}

	private boolean isNewest(final Job<K, ?> job) {
		return newest.getOrDefault(job.kind(), 0L) == job.number();
	}

	private final class JobProgress implements Progress {

		private final Job<K, ?> job;

		JobProgress(final Job<K, ?> job) {
			this.job = job;
		}

		@Override
		public void update(final long finished, final long total,
			final String message)
		{
			final double share = total > 0 ? (double) finished / total : -1;
			SwingUtilities.invokeLater(() -> {
				if (running && !closed) monitor.busy(job.text(), share);
			});
		}

		@Override
		public boolean isCanceled() {
			return !isNewest(job);
		}
	}
}
