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

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Time of a training without its pauses, and what will still be needed. Not
 * thread-safe.
 */
final class TrainingClock {

	private static final double NANO = 1e-9;
	/** A step or validation counts so much in the mean; later ones count more. */
	private static final double NEWEST = 0.05;

	private final LongSupplier nanos;
	private final long start;
	private long pauses;
	private long pausedAt;
	private boolean paused;
	private double lap;
	private int steps;
	private double perStep;
	private double perValidation;

	/** @param nanos the time now in nanoseconds, from any moment on */
	TrainingClock(final LongSupplier nanos) {
		this.nanos = nanos;
		start = nanos.getAsLong();
	}

	void pause() {
		pausedAt = nanos.getAsLong();
		paused = true;
	}

	void proceed() {
		pauses += nanos.getAsLong() - pausedAt;
		paused = false;
	}

	/** Seconds since the start without pauses. */
	double elapsed() {
		final long now = paused ? pausedAt : nanos.getAsLong();
		return NANO * (now - start - pauses);
	}

	/** A step or a validation begins. */
	void begin() {
		lap = elapsed();
	}

	/** NB: The first step is slow, so that the second one takes its place. */
	void stepped() {
		perStep = mean(perStep, steps < 2 ? 1 : Math.max(NEWEST, 1.0 / steps));
		steps++;
	}

	void validated() {
		perValidation = mean(perValidation, perValidation == 0 ? 1 : 0.5);
	}

	private double mean(final double before, final double share) {
		final double now = elapsed();
		final double mean = before + share * (now - lap - before);
		lap = now;
		return mean;
	}

	/**
	 * Seconds for so many steps and validations; empty before the second step.
	 */
	OptionalDouble remaining(final long stepsLeft, final long validationsLeft) {
		return steps < 2 ? OptionalDouble.empty() : OptionalDouble.of(stepsLeft *
			perStep + validationsLeft * perValidation);
	}
}
