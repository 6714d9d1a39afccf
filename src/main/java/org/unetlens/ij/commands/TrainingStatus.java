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

package org.unetlens.ij.commands;

import org.unetlens.engine.Progress;
import org.unetlens.train.TrainingListener;
import org.unetlens.train.TrainingState;

/**
 * Progress of a training that also tells the time left and the best score so
 * far. Thread-safe.
 */
final class TrainingStatus implements Progress, TrainingListener {

	private final Progress target;
	private long firstDone = -1;
	private long start;
	private String best = "";

	/** @param target where it is shown */
	TrainingStatus(final Progress target) {
		this.target = target;
	}

	@Override
	public synchronized void update(final long done, final long total,
		final String message)
	{
		target.update(done, total, message + left(done, total) + best);
	}

	/** NB: The first steps are slow, so time is taken from the first one on. */
	private String left(final long done, final long total) {
		if (firstDone < 0) {
			firstDone = done;
			start = System.nanoTime();
		}
		if (done == firstDone) return "";
		final double seconds = (System.nanoTime() - start) / 1e9 * (total - done) /
			(done - firstDone);
		return seconds < 60 ? ", less than a minute left" : ", " + Math.round(
			seconds / 60) + " min left";
	}

	@Override
	public synchronized void validated(final TrainingState state,
		final double score)
	{
		best = String.format(", best score %.3f after step %d", state.bestScore(),
			state.bestStep());
	}

	@Override
	public boolean isCanceled() {
		return target.isCanceled();
	}
}
