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

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph with its gradient. The gradient may enter at any variable: bind an
 * array to the {@link #gradientName} of it. Immutable.
 */
final class Differentiated {

	private final SameDiff gradient;
	private final Map<String, String> gradientNames = new HashMap<>();

	/**
	 * @param graph taken over
	 * @param end variable that all gradients are derived from
	 * @param shape of {@code end}
	 * @param inputs placeholders whose gradients are asked for
	 */
	Differentiated(final SameDiff graph, final String end, final long[] shape,
		final String... inputs)
	{
		final SDVariable upstream = graph.placeHolder("upstream", DataType.FLOAT,
			shape);
		// NB: The gradient of this sum with respect to the end is the upstream
		// value itself. The sum is never computed: plans start behind it.
		final SDVariable sum = graph.getVariable(end).mul(upstream).sum();
		graph.setLossVariables(sum.name());
		QuietOutput.during(() -> graph.createGradFunction(inputs));
		gradient = graph.getFunction("grad");
		for (final String name : graph.variableMap().keySet())
			if (gradient.hasVariable(name + "-grad")) gradientNames.put(name, graph
				.grad(name).name());
	}

	/** Name of the variable that is the gradient of another one. */
	String gradientName(final String variable) {
		final String name = gradientNames.get(variable);
		if (name == null) throw new IllegalArgumentException(
			"The network has no gradient for " + variable);
		return name;
	}

	/**
	 * Forward and backward operations together, for one piece.
	 *
	 * @param bound inputs and weights, which the caller keeps open
	 * @param late names of those that are written when the first stage has run
	 */
	PreparedGraph prepare(final Map<String, INDArray> bound,
		final Set<String> late, final Set<String> outputs)
	{
		return PreparedGraph.ofGradients(slice(bound.keySet(), late, outputs),
			bound, BufferSource.MEMORY);
	}

	/**
	 * The part that the outputs need, forward and backward operations together.
	 */
	GraphSlice slice(final Set<String> fed, final Set<String> late,
		final Set<String> outputs)
	{
		return new GraphSlice(gradient, fed, late, outputs);
	}
}
