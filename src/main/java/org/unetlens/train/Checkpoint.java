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

import java.util.ArrayList;
import java.util.List;

import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.OptimizerState;
import org.unetlens.model.OptimizerState.NamedArray;
import org.unetlens.model.TestPair;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;

/**
 * A training state as a model file: the best weights so far as the model, the
 * rest as the optimiser's state. So an interrupted training leaves a model that
 * can be used as it is.
 */
public final class Checkpoint {

	private static final String WEIGHTS = "weights";
	private static final String AVERAGE = "average";
	private static final String FIRST = "first moments";
	private static final String SECOND = "second moments";
	private static final String COURSE = "course";

	private Checkpoint() {}

	/** The package of a state. */
	public static ModelPackage of(final ModelBundle best,
		final TrainingState state)
	{
		return ModelPackage.of(best, TestPair.of(best)).withOptimizer(
			new OptimizerState(state.step(), List.of(new NamedArray(WEIGHTS, flat(
				state.weights())), new NamedArray(AVERAGE, flat(state.average())),
				new NamedArray(FIRST, state.first()), new NamedArray(SECOND, state
					.second()), new NamedArray(COURSE, course(state)))));
	}

	/**
	 * The state in a checkpoint.
	 *
	 * @throws IllegalArgumentException when the file is a model but no checkpoint
	 *           of ours
	 */
	public static TrainingState read(final ModelPackage checkpoint) {
		final OptimizerState o = checkpoint.optimizer().orElseThrow(
			() -> new IllegalArgumentException("The model " + checkpoint.model()
				.card().name() +
				" is finished and holds no training state; choose its checkpoint file"));
		final UNetSpec spec = checkpoint.model().spec();
		final long[] course = course(o.get(COURSE));
		return new TrainingState(o.step(), weights(spec, o.get(WEIGHTS)), weights(
			spec, o.get(AVERAGE)), o.get(FIRST), o.get(SECOND), checkpoint.model()
				.weights(), Double.longBitsToDouble(course[0]), course[1],
			(int) course[2], (int) course[3]);
	}

	/** NB: Whole numbers of 16 bits each, for a float does not hold more. */
	private static float[] course(final TrainingState state) {
		final long[] values = { Double.doubleToLongBits(state.bestScore()), state
			.bestStep(), state.halvings(), state.waiting() };
		final float[] parts = new float[4 * values.length];
		for (int i = 0; i < parts.length; i++)
			parts[i] = values[i / 4] >>> 16 * (i % 4) & 0xffff;
		return parts;
	}

	private static long[] course(final float[] parts) {
		final long[] values = new long[parts.length / 4];
		for (int i = 0; i < parts.length; i++)
			values[i / 4] |= (long) parts[i] << 16 * (i % 4);
		if (values.length != 4) throw new IllegalArgumentException(
			"The checkpoint is of another version of this program; train anew");
		return values;
	}

	private static float[] flat(final Weights weights) {
		final float[] all = new float[Math.toIntExact(weights.count())];
		int next = 0;
		for (final Weight w : weights.all()) {
			System.arraycopy(w.values(), 0, all, next, w.values().length);
			next += w.values().length;
		}
		return all;
	}

	private static Weights weights(final UNetSpec spec, final float[] flat) {
		if (flat.length != WeightShapes.count(spec))
			throw new IllegalArgumentException("The checkpoint holds " + flat.length +
				" weights, its network has " + WeightShapes.count(spec) +
				"; the file is damaged");
		final List<Weight> all = new ArrayList<>();
		int next = 0;
		for (final var entry : WeightShapes.of(spec).entrySet()) {
			int n = 1;
			for (final long side : entry.getValue())
				n *= (int) side;
			all.add(new Weight(entry.getKey(), entry.getValue(), java.util.Arrays
				.copyOfRange(flat, next, next + n)));
			next += n;
		}
		return new Weights(all);
	}
}
