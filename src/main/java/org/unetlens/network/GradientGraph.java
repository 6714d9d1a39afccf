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

package org.unetlens.network;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network's graph together with its gradient, for one input shape. The
 * gradient enters at the logits, whatever the loss; so the loss is computed
 * outside, and one graph serves training and receptive fields. Immutable;
 * several plans may be made of it, one per thread.
 */
public final class GradientGraph {

	private final UNetSpec spec;
	private final TileShape shape;
	private final Differentiated graph;

	public GradientGraph(final UNetSpec spec, final TileShape shape) {
		this.spec = spec;
		this.shape = shape;
		final SameDiff training = UNetGraph.training(spec, shape);
		graph = new Differentiated(training, LayerNames.LOGITS, outputShape(),
			training.inputs().toArray(String[]::new));
	}

	public UNetSpec spec() {
		return spec;
	}

	public TileShape shape() {
		return shape;
	}

	/**
	 * A plan that computes the gradients of the named variables.
	 *
	 * @param weights shared; may change between runs
	 * @param variables names of weights in the engine's layout, or
	 *          {@link LayerNames#INPUT}
	 */
	public GradientPlan plan(final EngineWeights weights,
		final Set<String> variables)
	{
		return plan(weights, variables, 1);
	}

	/**
	 * A plan for weights only that cuts the image into bands of rows, which the
	 * threads of the current {@link net.imglib2.parallel.Parallelization} compute
	 * at a time.
	 *
	 * @param bands as {@link #allowsBands} permits
	 */
	public GradientPlan plan(final EngineWeights weights,
		final Set<String> variables, final int bands)
	{
		if (!allowsBands(spec, shape, bands)) throw new IllegalArgumentException(
			"A " + shape + " cannot be cut into " + bands + " bands");
		return new GradientPlan(this, weights, variables, bands,
			BufferSource.MEMORY);
	}

	/**
	 * Bytes of native memory that such a plan takes, which are counted without
	 * being taken.
	 */
	public long bytes(final EngineWeights weights, final Set<String> variables,
		final int bands)
	{
		try (GradientPlan plan = new GradientPlan(this, weights, variables, bands,
			BufferSource.NOTHING))
		{
			return plan.bytes();
		}
	}

	/**
	 * Whether an image can be cut into that many bands: each needs a row at the
	 * deepest level, and batch normalisation needs all rows at once.
	 */
	public static boolean allowsBands(final UNetSpec spec, final TileShape shape,
		final int bands)
	{
		return bands == 1 || shape.n() == 1 && !spec.batchNorm() && bands <= shape
			.height() / spec.tileStep();
	}

	long[] inputShape() {
		return new long[] { shape.n(), shape.height(), shape.width(), spec
			.channels() };
	}

	long[] outputShape() {
		return new long[] { shape.n(), shape.height(), shape.width(), spec
			.classes() };
	}

	BandedGraph prepareBands(final Map<String, INDArray> weights,
		final Set<String> variables, final int bands, final BufferSource source)
	{
		final String end = gradientName(LayerNames.LOGITS);
		final Set<String> outputs = new LinkedHashSet<>();
		outputs.add(LayerNames.PROBABILITIES);
		variables.forEach(v -> outputs.add(gradientName(v)));
		final Set<String> fed = new LinkedHashSet<>(weights.keySet());
		fed.add(LayerNames.INPUT);
		fed.add(end);
		return new BandedGraph(graph.slice(fed, Set.of(end), outputs), weights, Map
			.of(LayerNames.INPUT, inputShape(), end, outputShape()), new BandMap.Cuts(
				shape.height() / spec.tileStep(), bands), source);
	}

	PreparedGraph prepare(final Map<String, INDArray> bound,
		final Set<String> variables, final Set<String> statistics,
		final BufferSource source)
	{
		final Set<String> outputs = new LinkedHashSet<>();
		outputs.add(LayerNames.PROBABILITIES);
		outputs.addAll(statistics);
		variables.forEach(v -> outputs.add(gradientName(v)));
		return PreparedGraph.ofGradients(graph.slice(bound.keySet(), Set.of(
			gradientName(LayerNames.LOGITS)), outputs), bound, source);
	}

	String gradientName(final String variable) {
		return graph.gradientName(variable);
	}
}
