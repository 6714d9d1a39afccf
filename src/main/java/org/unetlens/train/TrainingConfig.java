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

/**
 * How a network is trained. Immutable; the result does not depend on the number
 * of threads.
 *
 * @param steps weight updates in all, at least 1
 * @param batch patches per update, at least 1
 * @param patch side of the square patches in pixels, a multiple of 2^depth
 * @param learningRate the highest one, above 0
 * @param warmup share of the steps in which the rate rises from 0, 0 to 1
 * @param schedule how it falls afterwards
 * @param gradientClip largest Euclidean norm of a gradient; longer ones are
 *          scaled down
 * @param loss what is made as small as possible
 * @param diceShare weight of the Dice loss beside the cross entropy in their
 *          sum, 0 or more
 * @param averaging decay per step of the moving average of the weights, which
 *          is what is validated and kept; 0 = no averaging
 * @param validateEvery steps between validations, at least 1
 * @param patience validations without a better score before training stops; 0 =
 *          never
 * @param seed of patches and initial weights
 */
public record TrainingConfig(int steps, int batch, int patch,
		double learningRate, double warmup, Schedule schedule, double gradientClip,
		Loss loss, double diceShare, double averaging, int validateEvery,
		int patience, long seed) {

	/** In all, unless the steps between them are said. */
	static final int VALIDATIONS = 20;

	/** What the learning rate does after the warm-up. */
	public enum Schedule {
			/** Falls along half a cosine to 0 at the last step. */
			COSINE,
			/** Halves whenever three validations in a row brought no better score. */
			PLATEAU,
			/** Stays. */
			CONSTANT
	}

	/** What training makes as small as possible. */
	public enum Loss {
			/** Cross entropy, weighted per pixel. */
			CROSS_ENTROPY,
			/** 1 - Dice of the classes, which rare classes count in like others. */
			DICE,
			/** The sum of both. */
			SUM
	}

	public TrainingConfig {
		require(steps >= 1, "steps", steps, "at least 1");
		require(batch >= 1, "batch", batch, "at least 1");
		require(patch >= 2, "patch", patch, "at least 2");
		require(learningRate > 0, "learningRate", learningRate, "above 0");
		require(warmup >= 0 && warmup <= 1, "warmup", warmup, "0 to 1");
		require(gradientClip > 0, "gradientClip", gradientClip, "above 0");
		require(diceShare >= 0, "diceShare", diceShare, "0 or more");
		require(averaging >= 0 && averaging < 1, "averaging", averaging,
			"0 to below 1");
		require(validateEvery >= 0, "validateEvery", validateEvery, "0 or more");
		require(patience >= 0, "patience", patience, "0 or more");
	}

	/**
	 * 1000 steps of 2 patches of 256 px, Adam at 0.001 with 5 % warm-up and
	 * cosine decay.
	 */
	public static TrainingConfig defaults() {
		return new TrainingConfig(1000, 2, 256, 1e-3, 0.05, Schedule.COSINE, 5,
			Loss.SUM, 1, 0.99, 0, 20, 1);
	}

	/**
	 * For weights that know something already: a third of the learning rate, so
	 * that they do not forget it.
	 */
	public TrainingConfig forFineTuning() {
		return withLearningRate(learningRate / 3);
	}

	public TrainingConfig withSteps(final int n) {
		return new TrainingConfig(n, batch, patch, learningRate, warmup, schedule,
			gradientClip, loss, diceShare, averaging, validateEvery, patience, seed);
	}

	public TrainingConfig withBatch(final int n) {
		return new TrainingConfig(steps, n, patch, learningRate, warmup, schedule,
			gradientClip, loss, diceShare, averaging, validateEvery, patience, seed);
	}

	public TrainingConfig withPatch(final int pixels) {
		return new TrainingConfig(steps, batch, pixels, learningRate, warmup,
			schedule, gradientClip, loss, diceShare, averaging, validateEvery,
			patience, seed);
	}

	public TrainingConfig withLearningRate(final double rate) {
		return new TrainingConfig(steps, batch, patch, rate, warmup, schedule,
			gradientClip, loss, diceShare, averaging, validateEvery, patience, seed);
	}

	public TrainingConfig withSchedule(final Schedule s) {
		return new TrainingConfig(steps, batch, patch, learningRate, warmup, s,
			gradientClip, loss, diceShare, averaging, validateEvery, patience, seed);
	}

	public TrainingConfig withLoss(final Loss l) {
		return new TrainingConfig(steps, batch, patch, learningRate, warmup,
			schedule, gradientClip, l, diceShare, averaging, validateEvery, patience,
			seed);
	}

	public TrainingConfig withDiceShare(final double share) {
		return new TrainingConfig(steps, batch, patch, learningRate, warmup,
			schedule, gradientClip, loss, share, averaging, validateEvery, patience,
			seed);
	}

	public TrainingConfig withValidateEvery(final int n) {
		return new TrainingConfig(steps, batch, patch, learningRate, warmup,
			schedule, gradientClip, loss, diceShare, averaging, n, patience, seed);
	}

	public TrainingConfig withPatience(final int validations) {
		return new TrainingConfig(steps, batch, patch, learningRate, warmup,
			schedule, gradientClip, loss, diceShare, averaging, validateEvery,
			validations, seed);
	}

	public TrainingConfig withSeed(final long s) {
		return new TrainingConfig(steps, batch, patch, learningRate, warmup,
			schedule, gradientClip, loss, diceShare, averaging, validateEvery,
			patience, s);
	}

	/** Steps between validations, at least 1. */
	public int validationSteps() {
		return validateEvery > 0 ? validateEvery : Math.max(1, steps / VALIDATIONS);
	}

	/** Whether the weights are validated after so many steps. */
	boolean isValidated(final long step) {
		return step % validationSteps() == 0 || step == steps;
	}

	/**
	 * The learning rate of a step, counted from 0; {@code halvings} as
	 * {@link Schedule#PLATEAU} found them.
	 */
	double rate(final long step, final int halvings) {
		final double rising = warmup * steps;
		if (step < rising) return learningRate * (step + 1) / rising;
		return switch (schedule) {
			case COSINE -> learningRate * 0.5 * (1 + Math.cos(Math.PI * (step -
				rising) / Math.max(1, steps - rising)));
			case PLATEAU -> learningRate * Math.pow(0.5, halvings);
			case CONSTANT -> learningRate;
		};
	}

	private static void require(final boolean ok, final String what,
		final Object found, final String allowed)
	{
		if (!ok) throw new IllegalArgumentException("The training's " + what +
			" is " + found + "; allowed: " + allowed);
	}
}
