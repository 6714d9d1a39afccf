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

package org.unetlens.ui.train;

import java.util.Locale;

import org.unetlens.train.TrainingSnapshot;

/** What a training is doing, in words for a person. Stateless. */
final class PhaseText {

	private PhaseText() {}

	/** @param ending whether it was told to end */
	static String of(final TrainingSnapshot now, final boolean ending) {
		return switch (now.phase()) {
			case PREPARING -> "Getting ready: images, patches and the network";
			case TRAINING -> ending ? "Ending after this step" : "Training" + left(
				now);
			case VALIDATING -> ending ? "Ending"
				: "Looking how good the model is on the validation images";
			case PAUSED -> "Paused at step " + now.step() +
				"; Continue goes on where it was";
			case TUNING -> "Choosing the threshold that suits the best model";
			case FINISHED, STOPPED -> "Storing the model";
			case CANCELED -> "Canceled; no model is kept";
			case FAILED -> "The training failed";
		};
	}

	private static String left(final TrainingSnapshot now) {
		return now.remaining().isEmpty() ? "" : ", about " + SessionFigures
			.duration(now.remaining().getAsDouble()) + " left";
	}

	/** What would be lost; before the run nothing. */
	static String kept(final TrainingSnapshot now) {
		if (now == null || now.bestScore().isEmpty())
			return "There is no validated model yet.";
		return String.format(Locale.ROOT,
			"The best model so far has a score of %.3f, after step %d of %d.", now
				.bestScore().getAsDouble(), now.bestStep(), now.steps());
	}
}
