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

import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.unetlens.data.Patch;
import org.unetlens.data.PatchSampler;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientGraph;
import org.unetlens.network.GradientPlan;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNetSpec;

/**
 * The gradient of a batch: each patch goes through a plan of its own thread, a
 * single patch through one that is cut into bands for several threads. The
 * gradients are added in the order of the patches and bands, so that the sum
 * does not depend on the number of threads. Not thread-safe; close it to free
 * its plans.
 */
final class BatchGradient implements AutoCloseable {

	/** As few as keep two processors busy: each has to read beyond its rows. */
	private static final int BANDS = 2;

	private final GradientGraph graph;
	private final EngineWeights weights;
	private final Parameters parameters;
	private final PixelLoss loss;
	private final int bands;
	private final Deque<GradientPlan> idle = new ConcurrentLinkedDeque<>();
	private final float[][] gradients;
	// NB: Made once; arrays of that size, made for each step, set off the
	// collector each time.
	private final float[][] probabilities;
	private final double[] losses;
	private final RunningStatistics[] statistics;

	BatchGradient(final GradientGraph graph, final EngineWeights weights,
		final Parameters parameters, final PixelLoss loss,
		final TrainingConfig config)
	{
		this.graph = graph;
		this.weights = weights;
		this.parameters = parameters;
		this.loss = loss;
		bands = bands(graph.spec(), config);
		gradients = new float[config.batch() * bands][parameters.size()];
		probabilities = new float[config.batch()][config.patch() * config.patch() *
			graph.spec().classes()];
		losses = new double[config.batch()];
		statistics = new RunningStatistics[config.batch()];
	}

	/**
	 * Into how many bands a patch is cut. NB: Sums of gradients depend on it in
	 * their last digits, so it must not depend on the machine.
	 */
	static int bands(final UNetSpec spec, final TrainingConfig config) {
		final TileShape shape = new TileShape(1, config.patch(), config.patch());
		return config.batch() == 1 && GradientGraph.allowsBands(spec, shape, BANDS)
			? BANDS : 1;
	}

	/**
	 * Computes loss and gradient, averaged over the batch.
	 *
	 * @param first index of the first patch
	 * @param gradient written
	 * @return the loss of the batch
	 */
	double compute(final PatchSampler patches, final long first,
		final float[] gradient)
	{
		final List<Integer> items = IntStream.range(0, losses.length).boxed()
			.toList();
		Parallelization.getTaskExecutor().forEach(items, i -> item(i, patches.draw(
			first + i)));
		average(gradient);
		return Arrays.stream(losses).average().getAsDouble();
	}

	/**
	 * What batch norm saw in the last batch, one entry per patch; empty without
	 * batch norm.
	 */
	List<RunningStatistics> statistics() {
		return Arrays.stream(statistics).filter(Objects::nonNull).toList();
	}

	private void item(final int i, final Patch patch) {
		final GradientPlan free = idle.poll();
		final GradientPlan plan = free != null ? free : graph.plan(weights,
			parameters.names(), bands);
		try {
			final float[] p = probabilities[i];
			plan.forward(patch.input(), p);
			losses[i] = loss.differentiate(patch, p);
			plan.backward(p);
			Parallelization.getTaskExecutor().forEach(IntStream.range(0, bands)
				.boxed().toList(), part -> parameters.read(name -> plan.gradient(name,
					part), gradients[i * bands + part]));
			if (graph.spec().batchNorm()) statistics[i] = RunningStatistics.of(plan,
				graph.spec().depth());
		}
		finally {
			idle.push(plan);
		}
	}

	private void average(final float[] gradient) {
		final float share = 1f / losses.length;
		Pieces.forEach(gradient.length, (start, end) -> {
			System.arraycopy(gradients[0], start, gradient, start, end - start);
			for (int i = 1; i < gradients.length; i++)
				add(gradients[i], gradient, start, end);
			for (int k = start; k < end; k++)
				gradient[k] *= share;
		});
	}

	private static void add(final float[] from, final float[] to, final int start,
		final int end)
	{
		for (int k = start; k < end; k++)
			to[k] += from[k];
	}

	@Override
	public void close() {
		idle.forEach(GradientPlan::close);
		idle.clear();
	}
}
