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

package org.unetlens.train;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a training stands at one moment. Immutable.
 *
 * @param phase what is being done
 * @param step updates done
 * @param steps updates in all
 * @param epoch how often each training pixel was seen so far, on average
 * @param loss of the batches, in this run
 * @param score of the present weights on the validation images, higher is
 *          better
 * @param learningRate of the next step
 * @param bestScore the highest score; empty before the first validation
 * @param bestStep updates done when it was reached
 * @param elapsed seconds of this run, pauses not counted
 * @param remaining seconds that it will take about; empty before it can be told
 * @param nativeBytes memory in use outside the Java heap
 * @param heapBytes memory in use in the Java heap
 * @param preview of the last validation; empty before the first
 * @param failure why it failed, a sentence; while it goes on, why the last
 *          checkpoint could not be stored; else empty
 */
public record TrainingSnapshot(TrainingPhase phase, long step, long steps,
		double epoch, TrainingCurve loss, TrainingCurve score, double learningRate,
		OptionalDouble bestScore, long bestStep, double elapsed,
		OptionalDouble remaining, long nativeBytes, long heapBytes,
		Optional<TrainingPreview> preview, Optional<String> failure) {

	/** Phase, time left and best score so far in a few words. */
	public String sentence() {
		return word() + left() + best();
	}

	private String word() {
		final String word = phase.name();
		return word.charAt(0) + word.substring(1).toLowerCase(
			java.util.Locale.ROOT);
	}

	private String left() {
		if (phase.isOver() || remaining.isEmpty()) return "";
		final double seconds = remaining.getAsDouble();
		return seconds < 60 ? ", less than a minute left" : ", " + Math.round(
			seconds / 60) + " min left";
	}

	private String best() {
		return bestScore.isEmpty() ? "" : String.format(java.util.Locale.ROOT,
			", best score %.3f after step %d", bestScore.getAsDouble(), bestStep);
	}
}
