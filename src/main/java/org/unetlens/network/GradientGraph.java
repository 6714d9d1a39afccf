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
		graph = new Differentiated(UNetGraph.training(spec, shape),
			LayerNames.LOGITS, new long[] { shape.n(), shape.height(), shape.width(),
				spec.classes() }, LayerNames.INPUT);
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
		return new GradientPlan(this, weights, variables);
	}

	PreparedGraph prepare(final Map<String, INDArray> bound,
		final Set<String> variables, final Set<String> statistics)
	{
		final Set<String> outputs = new LinkedHashSet<>();
		outputs.add(LayerNames.PROBABILITIES);
		outputs.addAll(statistics);
		variables.forEach(v -> outputs.add(gradientName(v)));
		return graph.prepare(bound, Set.of(gradientName(LayerNames.LOGITS)),
			outputs);
	}

	String gradientName(final String variable) {
		return graph.gradientName(variable);
	}
}
