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

import java.util.function.ToDoubleFunction;

import org.unetlens.data.Patch;
import org.unetlens.data.PatchSampler;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeHeap;
import org.unetlens.engine.Progress;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientGraph;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;

/**
 * Trains a network. The same configuration, samples and start give the same
 * weights to the bit, on any number of threads and however often training is
 * interrupted and resumed. Not thread-safe; close it to free native memory.
 */
public final class Trainer implements AutoCloseable {

	private static final int PLATEAU = 3;

	private final TrainingConfig config;
	private final EngineWeights weights;
	private final EngineWeights average;
	private final Parameters parameters;
	private final BatchGradient batch;
	private final Adam adam;
	private final float[] values;
	private final float[] averaged;
	private final float[] gradient;
	private final NativeHeap heap;
	private long step;
	private Weights best;
	private double bestScore;
	private long bestStep;
	private int halvings;
	private int waiting;

	/** Starts from He initialisation by the spec's seed. */
	public static Trainer start(final UNetSpec spec,
		final TrainingConfig config)
	{
		return start(spec, config, InitialWeights.he(spec));
	}

	/** Starts from given weights, e.g. of another model. */
	public static Trainer start(final UNetSpec spec, final TrainingConfig config,
		final Weights weights)
	{
		return new Trainer(spec, config, TrainingState.initial(weights));
	}

	/** Goes on from a stored state. */
	public static Trainer resume(final UNetSpec spec, final TrainingConfig config,
		final TrainingState state)
	{
		return new Trainer(spec, config, state);
	}

	private Trainer(final UNetSpec spec, final TrainingConfig config,
		final TrainingState state)
	{
		Engine.start();
		this.config = config;
		final GradientGraph graph = new GradientGraph(spec, new TileShape(1, config
			.patch(), config.patch()));
		weights = new EngineWeights(spec, state.weights());
		average = new EngineWeights(spec, state.average());
		parameters = new Parameters(weights);
		batch = new BatchGradient(graph, weights, parameters, PixelLoss.of(config),
			config);
		adam = state.step() == 0 ? new Adam(parameters.size()) : new Adam(state
			.first().clone(), state.second().clone());
		values = new float[parameters.size()];
		averaged = new float[parameters.size()];
		gradient = new float[parameters.size()];
		parameters.read(weights.arrays()::get, values);
		parameters.read(average.arrays()::get, averaged);
		step = state.step();
		best = state.best();
		bestScore = state.bestScore();
		bestStep = state.bestStep();
		halvings = state.halvings();
		waiting = state.waiting();
		// NB: Last, so that nothing keeps memory when the rest fails.
		heap = NativeHeap.keep();
	}

	/**
	 * Trains until the steps are done, the patience is at its end, or the user
	 * stops it; in each case the best weights so far are kept.
	 *
	 * @param patches of the size that the configuration says
	 * @param validation score of weights on held-out images, higher is better
	 * @return the last state, whose {@link TrainingState#best()} is the result
	 * @throws TrainingException when the loss is no number any more
	 */
	public TrainingState train(final PatchSampler patches,
		final ToDoubleFunction<Weights> validation, final TrainingListener listener,
		final Progress progress)
	{
		while (step < config.steps() && !isOutOfPatience() && !progress
			.isCanceled())
		{
			final double loss = step(patches);
			listener.stepped(step, loss);
			progress.update(step, config.steps(), "Training");
			if (!config.isValidated(step)) continue;
			final double score = validate(validation);
			listener.validated(state(), score);
		}
		return state();
	}

	/** The present state; copies. */
	public TrainingState state() {
		parameters.write(averaged, average.arrays()::get);
		return new TrainingState(step, weights.toWeights(), average.toWeights(),
			adam.first().clone(), adam.second().clone(), best, bestScore, bestStep,
			halvings, waiting);
	}

	/** The rate of the next step. */
	double learningRate() {
		return config.rate(step, halvings);
	}

	private double step(final PatchSampler patches) {
		final double loss = batch.compute(patches, step * config.batch(), gradient);
		final float scale = Double.isFinite(loss) ? clip() : Float.NaN;
		// NB: 0 for a gradient that is infinite.
		if (!(scale > 0)) throw failure(patches);
		adam.update(values, gradient, scale, config.rate(step, halvings), step);
		parameters.write(values, weights.arrays()::get);
		batch.statistics().forEach(seen -> {
			seen.mergeInto(weights);
			seen.mergeInto(average);
		});
		average();
		step++;
		return loss;
	}

	/** NB: What is no number in a patch comes from the image. */
	private TrainingException failure(final PatchSampler patches) {
		final long first = step * config.batch();
		for (long i = first; i < first + config.batch(); i++) {
			final Patch patch = patches.draw(i);
			for (final float value : patch.input())
				if (!Float.isFinite(value)) return new TrainingException(
					"A patch of the image " + patches.sample(i) +
						" holds NaN or infinite values (step " + step + ", patch " + i +
						"). Set them to a number in the image, or leave it out", patch);
		}
		return new TrainingException("The loss is no number any more at step " +
			step + " (patches " + first + " to " + (first + config.batch() - 1) +
			", the first of the image " + patches.sample(first) +
			"). Lower the learning rate, now " + config.learningRate(), patches.draw(
				first));
	}

	/** By how much the gradient is scaled down to be no longer than allowed. */
	private float clip() {
		final float[] g = gradient;
		final double norm = Math.sqrt(Pieces.sum(g.length, (start, end) -> {
			double sum = 0;
			for (int i = start; i < end; i++)
				sum += (double) g[i] * g[i];
			return sum;
		}));
		return norm <= config.gradientClip() ? 1 : (float) (config.gradientClip() /
			norm);
	}

	/**
	 * The decay grows from 0.1 at the start, so that the initial weights are soon
	 * forgotten.
	 */
	private void average() {
		final float decay = (float) Math.min(config.averaging(), (1.0 + step) /
			(10.0 + step));
		final float[] from = values;
		final float[] to = averaged;
		Pieces.forEach(to.length, (start, end) -> {
			for (int i = start; i < end; i++)
				to[i] += (1 - decay) * (from[i] - to[i]);
		});
	}

	/** Scores the present weights out of turn. */
	TrainingState validated(final ToDoubleFunction<Weights> validation) {
		validate(validation);
		return state();
	}

	private double validate(final ToDoubleFunction<Weights> validation) {
		parameters.write(averaged, average.arrays()::get);
		final Weights now = average.toWeights();
		final double score = validation.applyAsDouble(now);
		if (score > bestScore) {
			best = now;
			bestScore = score;
			bestStep = step;
			waiting = 0;
		}
		else if (++waiting % PLATEAU == 0) halvings++;
		return score;
	}

	private boolean isOutOfPatience() {
		return config.patience() > 0 && waiting >= config.patience();
	}

	@Override
	public void close() {
		batch.close();
		weights.close();
		average.close();
		heap.close();
	}
}
