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
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelException;
import org.unetlens.network.Weights;

/**
 * What a {@link TrainingSession} does on the thread that runs it. Not
 * thread-safe; for one run.
 */
final class SessionRun implements TrainingListener {

	/** Steps are told so often at most, in seconds. */
	private static final double OFTEN = 0.2;

	private final ModelTraining training;
	private final TrainingConfig config;
	private final TrainingControl control;
	private final Consumer<TrainingSnapshot> listener;
	private final Consumer<TrainingState> checkpoints;
	private final Progress progress;
	private final TrainingClock clock = new TrainingClock(System::nanoTime);
	private final CurveRecorder loss = new CurveRecorder();
	private final CurveRecorder score = new CurveRecorder();
	private Validation validation;
	private PreviewArea area;
	private Trainer trainer;
	private long step;
	private double rate;
	private TrainingState last;
	private TrainingPhase phase = TrainingPhase.PREPARING;
	private Optional<TrainingPreview> preview = Optional.empty();
	private Optional<String> failure = Optional.empty();
	private double told;

	SessionRun(final ModelTraining training, final TrainingControl control,
		final Consumer<TrainingSnapshot> listener,
		final Consumer<TrainingState> checkpoints, final Progress progress)
	{
		this.training = training;
		config = training.settings().recipe().config();
		this.control = control;
		this.listener = listener;
		this.checkpoints = checkpoints;
		this.progress = progress;
	}

	ModelBundle run(final TrainingState start) {
		last = start;
		step = start.step();
		tell();
		try {
			final ModelBundle model = model(start);
			enter(control.isEnding() ? TrainingPhase.STOPPED
				: TrainingPhase.FINISHED);
			return model;
		}
		catch (final CancellationException e) {
			enter(TrainingPhase.CANCELED);
			throw e;
		}
		catch (final TrainingException e) {
			failure = Optional.of(e.getMessage());
			enter(TrainingPhase.FAILED);
			throw isValidated() ? e.withBest(training.finished(last, validation,
				Progress.NONE)) : e;
		}
		catch (final RuntimeException | Error e) {
			failure = Optional.of(e.getMessage() == null ? e.toString() : e
				.getMessage());
			enter(TrainingPhase.FAILED);
			throw e;
		}
	}

	private ModelBundle model(final TrainingState start) {
		Engine.start(progress);
		validation = training.validation();
		area = PreviewArea.of(training.split().validation(), training.settings()
			.recipe().targets(), config.patch());
		try (Trainer t = Trainer.resume(training.settings().recipe().spec(), config,
			start))
		{
			trainer = t;
			train();
		}
		if (control.isCanceled()) throw new CancellationException(
			"Canceled; nothing is kept");
		enter(TrainingPhase.TUNING);
		return training.finished(last, validation, asking(false));
	}

	/** NB: When stopped, a validation is given up unless it is the first one. */
	private void train() {
		try {
			begin();
			trainer.train(training.patches(), this::validate, this, asking(true));
			if (!isValidated() && !control.isCanceled()) validated(trainer.validated(
				this::validate), 0);
		}
		catch (final CancellationException e) {
			if (control.isCanceled()) throw e;
		}
		last = trainer.state();
	}

	private void begin() {
		rate = trainer.learningRate();
		enter(TrainingPhase.TRAINING);
		clock.begin();
	}

	@Override
	public void stepped(final long done, final double value) {
		step = done;
		clock.stepped();
		loss.add(step, value);
		rate = trainer.learningRate();
		if (step % stepsPerEpoch() == 0 && !config.isValidated(step)) store(trainer
			.state());
		if (clock.elapsed() - told > OFTEN) tell();
		progress.update(step, config.steps(), snapshot().sentence());
		if (control.isPaused()) hold();
		clock.begin();
	}

	/** NB: Without room for a checkpoint, training is not lost yet. */
	private void store(final TrainingState state) {
		try {
			checkpoints.accept(state);
			failure = Optional.empty();
		}
		catch (final ModelException e) {
			failure = Optional.of(
				"No checkpoint could be stored, and training goes on without: " + e
					.getMessage());
		}
	}

	private void hold() {
		clock.pause();
		enter(TrainingPhase.PAUSED);
		control.await();
		clock.proceed();
		enter(TrainingPhase.TRAINING);
	}

	private double validate(final Weights weights) {
		enter(TrainingPhase.VALIDATING);
		final Validation.Scored scored = validation.quick(training.bundle(weights),
			asking(isValidated()));
		score.add(step, scored.score());
		preview = Optional.of(area.show(scored, step, training.classes()));
		return scored.score();
	}

	@Override
	public void validated(final TrainingState state, final double value) {
		last = state;
		// NB: A checkpoint holds the course, this validation included.
		tell();
		store(state);
		clock.validated();
		enter(TrainingPhase.TRAINING);
	}

	/** Says nothing; canceled when the user wants to end. */
	private Progress asking(final boolean stopEnds) {
		return new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{}

			@Override
			public boolean isCanceled() {
				if (progress.isCanceled()) control.stop();
				return stopEnds ? control.isEnding() : control.isCanceled();
			}
		};
	}

	private boolean isValidated() {
		return last.bestScore() > Double.NEGATIVE_INFINITY;
	}

	private double pixelsPerStep() {
		return (double) config.batch() * config.patch() * config.patch();
	}

	private long stepsPerEpoch() {
		return (long) Math.ceil(training.trainingPixels() / pixelsPerStep());
	}

	private void enter(final TrainingPhase next) {
		phase = next;
		tell();
	}

	private void tell() {
		told = clock.elapsed();
		listener.accept(snapshot());
	}

	private TrainingSnapshot snapshot() {
		final Runtime java = Runtime.getRuntime();
		final long left = config.steps() - step;
		return new TrainingSnapshot(phase, step, config.steps(), step *
			pixelsPerStep() / training.trainingPixels(), loss.curve(), score.curve(),
			rate, isValidated() ? OptionalDouble.of(last.bestScore()) : OptionalDouble
				.empty(), last.bestStep(), clock.elapsed(), clock.remaining(left,
					(left + config.validationSteps() - 1) / config.validationSteps()),
			Math.max(Engine.memoryInUse(), Engine.processMemory() - java
				.totalMemory()), java.totalMemory() - java.freeMemory(), preview,
			failure);
	}
}
