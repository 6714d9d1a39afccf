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

import java.util.Locale;

/**
 * How long to train. Immutable.
 *
 * @param unit what is counted
 * @param amount above 0
 */
public record TrainingBudget(Unit unit, double amount) {

	/** What is counted. */
	public enum Unit {
			/** Time on this machine, validation and tuning included. */
			MINUTES,
			/** How often each training pixel is seen, on average. */
			EPOCHS
	}

	private static final double MOST_STEPS = 1e7;
	private static final double PROBE = 0.02;
	private static final double LONGEST_PROBE = 10;

	public TrainingBudget {
		if (!(amount > 0) || amount == Double.POSITIVE_INFINITY)
			throw new IllegalArgumentException("Training for " + amount + " " + unit
				.name().toLowerCase(Locale.ROOT) + "; it must be above 0");
	}

	public static TrainingBudget minutes(final double amount) {
		return new TrainingBudget(Unit.MINUTES, amount);
	}

	public static TrainingBudget epochs(final double amount) {
		return new TrainingBudget(Unit.EPOCHS, amount);
	}

	/** Ten minutes. */
	public static TrainingBudget defaults() {
		return minutes(10);
	}

	/** One of so many equal parts of minutes; epochs stay as they are. */
	public TrainingBudget part(final int parts) {
		return unit == Unit.MINUTES ? minutes(amount / parts) : this;
	}

	/** How long steps are measured before, a small part of the minutes. */
	double probeSeconds() {
		return Math.min(LONGEST_PROBE, 60 * amount * PROBE);
	}

	/** Steps that see so many pixels each, of so many training pixels. */
	int steps(final double pixelsPerStep, final double pixels) {
		return whole(amount * pixels / pixelsPerStep);
	}

	/**
	 * Steps in the minutes, with as many validations as there are unless the
	 * steps between them are said, but in no more than a quarter of the time.
	 *
	 * @param time seconds of a step and of a validation
	 * @param validateEvery steps between validations; 0 = to be chosen
	 */
	TrainingConfig steps(final TrainingConfig config, final StepTime time) {
		// NB: The tuning at the end takes about as long as four validations.
		final double seconds = Math.max(time.step(), 60 * amount - 4 * time
			.validation());
		if (config.validateEvery() > 0) return config.withSteps(whole(seconds /
			(time.step() + time.validation() / config.validateEvery())));
		final double validations = Math.max(1, Math.min(TrainingConfig.VALIDATIONS,
			0.25 * seconds / Math.max(1e-9, time.validation())));
		final int steps = whole((seconds - validations * time.validation()) / time
			.step());
		return config.withSteps(steps).withValidateEvery((int) Math.max(1, Math
			.ceil(steps / validations)));
	}

	private static int whole(final double steps) {
		return (int) Math.max(1, Math.min(MOST_STEPS, steps));
	}
}
