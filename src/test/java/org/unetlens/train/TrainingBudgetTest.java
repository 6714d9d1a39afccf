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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrainingBudgetTest {

	/** 210 steps of 2 s, 14 validations of 10 s, and 40 s of tuning. */
	@Test
	void minutesHoldStepsValidationsAndTuning() {
		final TrainingConfig config = TrainingBudget.minutes(10).steps(
			TrainingConfig.defaults(), new StepTime(2, 10));
		assertEquals(210, config.steps());
		assertEquals(15, config.validationSteps());
	}

	@Test
	void shortValidationsAreTwenty() {
		final TrainingConfig config = TrainingBudget.minutes(1).steps(TrainingConfig
			.defaults(), new StepTime(0.5, 0.1));
		// NB: 60 s less 0.4 s of tuning and 20 x 0.1 s.
		assertEquals(115, config.steps());
		assertEquals(6, config.validationSteps());
	}

	/** 60 s less 4 s, in rounds of 3 steps of 1 s and a validation of 1 s. */
	@Test
	void stepsBetweenValidationsMayBeSaid() {
		final TrainingConfig config = TrainingBudget.minutes(1).steps(TrainingConfig
			.defaults().withValidateEvery(3), new StepTime(1, 1));
		assertEquals(42, config.steps());
		assertEquals(3, config.validationSteps());
	}

	@Test
	void epochsCountPixels() {
		assertEquals(25, TrainingBudget.epochs(10).steps(400, 1000));
		assertEquals(1, TrainingBudget.epochs(0.001).steps(400, 1000));
		assertEquals(TrainingBudget.minutes(2.5), TrainingBudget.minutes(10).part(
			4));
	}

	/** Something is trained even in no time at all. */
	@Test
	void oneStepAtLeast() {
		assertEquals(1, TrainingBudget.minutes(1e-6).steps(TrainingConfig
			.defaults(), new StepTime(1, 1)).steps());
	}
}
