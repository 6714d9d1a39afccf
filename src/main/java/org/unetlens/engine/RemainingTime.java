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

import java.util.function.LongSupplier;

/**
 * Adds to the message of a progress how much time is left, once enough has
 * passed to tell. Where the steps begin anew, so does the estimate. Thread-safe
 * if the progress is.
 */
public final class RemainingTime implements Progress {

	/** Before, an estimate would jump. */
	private static final double LEAST_SECONDS = 5;
	private static final double MINUTE = 60, HOUR = 3600;

	private final Progress progress;
	private final LongSupplier nanos;
	private long start;
	private long first;
	private long latest;
	private long steps = -1;

	RemainingTime(final Progress progress, final LongSupplier nanos) {
		this.progress = progress;
		this.nanos = nanos;
	}

	/** The same progress with the time that is left. */
	public static RemainingTime of(final Progress progress) {
		return new RemainingTime(progress, System::nanoTime);
	}

	@Override
	public void update(final long done, final long total, final String message) {
		final String left = left(done, total);
		progress.update(done, total, left.isEmpty() ? message : message + ", " +
			left);
	}

	private synchronized String left(final long done, final long total) {
		final long now = nanos.getAsLong();
		if (total != steps || done < first) {
			start = now;
			first = done;
			latest = done;
			steps = total;
		}
		// NB: Workers may report out of order.
		latest = Math.max(latest, done);
		final double seconds = (now - start) / 1e9;
		if (seconds < LEAST_SECONDS || latest <= first || latest >= total)
			return "";
		return words(seconds * (total - latest) / (latest - first));
	}

	/** Rounded, for it is an estimate. */
	static String words(final double seconds) {
		if (seconds < MINUTE) return "less than a minute left";
		if (seconds < 1.5 * HOUR) return "about " + Math.round(seconds / MINUTE) +
			" min left";
		return "about " + Math.round(seconds / HOUR) + " h left";
	}

	@Override
	public boolean isCanceled() {
		return progress.isCanceled();
	}
}
