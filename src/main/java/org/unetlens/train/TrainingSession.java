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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;

/**
 * One run of a {@link ModelTraining}: patches, training, the best weights, an
 * object rule tuned on the validation images. Other threads may watch and steer
 * it meanwhile. Thread-safe; {@link #run} only once.
 * <p>
 * {@link #pause}, {@link #stop} and {@link #cancel} take effect after the step
 * at hand; the last two end a validation at the next tile, too.
 */
public final class TrainingSession {

	private final ModelTraining training;
	private final TrainingControl control = new TrainingControl();
	private final List<Consumer<TrainingSnapshot>> listeners =
		new CopyOnWriteArrayList<>();
	private final AtomicBoolean begun = new AtomicBoolean();
	private volatile TrainingSnapshot snapshot;
	private volatile TrainingCourse earlier = TrainingCourse.NONE;

	public TrainingSession(final ModelTraining training) {
		this.training = training;
	}

	/** What is trained. */
	public ModelTraining training() {
		return training;
	}

	/**
	 * Adds a listener: it hears of each change of phase, each validation, and of
	 * steps several times a second, on the thread that trains, and shall return
	 * soon.
	 */
	public void addListener(final Consumer<TrainingSnapshot> listener) {
		listeners.add(listener);
	}

	public void removeListener(final Consumer<TrainingSnapshot> listener) {
		listeners.remove(listener);
	}

	/** What listeners heard last; empty before the run. */
	public Optional<TrainingSnapshot> snapshot() {
		return Optional.ofNullable(snapshot);
	}

	/** The course of the training so far, earlier runs included. */
	public TrainingCourse course() {
		final TrainingSnapshot now = snapshot;
		return now == null ? earlier : new TrainingCourse(now.loss().after(earlier
			.loss()), now.score().after(earlier.score()), now.bestStep());
	}

	/** Waits after the step at hand; no time is counted. */
	public void pause() {
		control.pause();
	}

	/** Ends a pause. */
	public void proceed() {
		control.proceed();
	}

	/**
	 * Ends with the best weights so far; when nothing was validated yet, with the
	 * present ones.
	 */
	public void stop() {
		control.stop();
	}

	/** Ends and keeps nothing. */
	public void cancel() {
		control.cancel();
	}

	/** Whether {@link #stop} or {@link #cancel} was called. */
	public boolean isEnding() {
		return control.isEnding();
	}

	/** Trains from the beginning, or without what is known of earlier runs. */
	public ModelBundle run(final TrainingState start,
		final Consumer<TrainingState> checkpoints, final Progress progress)
	{
		return run(start, TrainingCourse.NONE, checkpoints, progress);
	}

	/**
	 * Trains on the calling thread.
	 *
	 * @param start {@link TrainingState#initial} weights, or the state of an
	 *          interrupted training of the same settings and images
	 * @param course of that training until then
	 * @param checkpoints takes states to store, at each validation and at the end
	 *          of each epoch; after a {@link org.unetlens.model.ModelException}
	 *          training goes on
	 * @param progress told after each step in words; asked whether to
	 *          {@link #stop}
	 * @return the model, with its course; after {@link #stop} with the best
	 *         weights until then
	 * @throws CancellationException after {@link #cancel}
	 * @throws TrainingException when the loss is no number any more; it has the
	 *           best model until then
	 */
	public ModelBundle run(final TrainingState start, final TrainingCourse course,
		final Consumer<TrainingState> checkpoints, final Progress progress)
	{
		if (begun.getAndSet(true)) throw new IllegalStateException(
			"This training has run already; make a new session");
		earlier = course;
		final ModelBundle model = new SessionRun(training, control, this::tell,
			checkpoints, progress).run(start);
		return model.withCard(course().in(model.card()));
	}

	private void tell(final TrainingSnapshot now) {
		snapshot = now;
		for (final Consumer<TrainingSnapshot> listener : listeners)
			listener.accept(now);
	}
}
