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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.samediff.internal.Variable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The operations of a SameDiff graph that certain outputs need, in an order in
 * which they can run, those that wait for late inputs last; and when each
 * variable is read for the last time. Immutable.
 */
final class GraphSlice {

	private final SameDiff graph;
	private final Set<String> fed;
	private final Set<String> late;
	private final Set<String> outputs;
	private final List<SameDiffOp> steps = new ArrayList<>();
	private final Map<String, Integer> lastUse = new HashMap<>();
	private final Map<Integer, Set<String>> lastUsedAt = new HashMap<>();
	private final Map<String, String> reluOutput = new HashMap<>();
	/** ReLUs that alone read what a convolution gives, by that. */
	private final Map<String, SameDiffOp> absorbed = new HashMap<>();
	private final int secondStage;

	GraphSlice(final SameDiff graph, final Set<String> fed,
		final Set<String> late, final Set<String> outputs)
	{
		this.graph = graph;
		this.fed = fed;
		this.late = late;
		this.outputs = outputs;
		final Map<String, SameDiffOp> found = new LinkedHashMap<>();
		outputs.forEach(o -> visit(o, found));
		final Collection<SameDiffOp> ordered = found.values();
		ordered.stream().filter(op -> PreparedOp.Kind.of(op
			.getOp()) == PreparedOp.Kind.RELU).forEach(op -> reluOutput.put(op
				.getInputsToOp().get(0), op.getOutputsOfOp().get(0)));
		secondStage = schedule(ordered);
		findLastUses();
		findAbsorbed();
	}

	List<SameDiffOp> steps() {
		return steps;
	}

	Set<String> outputs() {
		return outputs;
	}

	/**
	 * Index of the first step that needs a late input; the number of steps when
	 * there is none.
	 */
	int secondStage() {
		return secondStage;
	}

	/**
	 * What the step reads. NB: the gradient of ReLU reads ReLU's output instead
	 * of its input, which is positive at the same places; so ReLU can work in
	 * place.
	 */
	List<String> inputs(final SameDiffOp step) {
		final List<String> names = step.getInputsToOp() == null ? List.of() : step
			.getInputsToOp();
		if (PreparedOp.Kind.of(step.getOp()) != PreparedOp.Kind.RELU_GRADIENT)
			return names;
		final List<String> mended = new ArrayList<>(names);
		mended.set(0, reluOutput.getOrDefault(names.get(0), names.get(0)));
		return mended;
	}

	/**
	 * Index of the last step that reads the variable; outputs are read forever.
	 */
	int lastUse(final String name) {
		return lastUse.getOrDefault(name, -1);
	}

	Set<String> lastUsedAt(final int step) {
		return lastUsedAt.getOrDefault(step, Set.of());
	}

	/**
	 * Whether a convolution shall give what the ReLU behind it makes of its
	 * result, which nobody else reads.
	 */
	boolean absorbsRelu(final SameDiffOp convolution) {
		return absorbed.containsKey(convolution.getOutputsOfOp().get(0));
	}

	/** Whether the convolution before a ReLU does its work. */
	boolean isAbsorbed(final SameDiffOp relu) {
		return absorbed.get(relu.getInputsToOp().get(0)) == relu;
	}

	/** The array of a constant of the graph. */
	INDArray constant(final String name) {
		final INDArray array = graph.getVariable(name).getArr();
		if (array == null) throw new IllegalArgumentException(
			"The graph's variable " + name + " has no value; bind an array to it");
		return array;
	}

	/** NB: By their names, for the hash of an operation reads its arrays. */
	private void visit(final String name, final Map<String, SameDiffOp> ordered) {
		final SameDiffOp op = producer(name);
		if (op == null || ordered.containsKey(op.getName())) return;
		if (op.getInputsToOp() != null) op.getInputsToOp().forEach(in -> visit(in,
			ordered));
		ordered.put(op.getName(), op);
	}

	private SameDiffOp producer(final String name) {
		if (fed.contains(name)) return null;
		final Variable variable = graph.getVariables().get(name);
		if (variable == null) throw new IllegalArgumentException(
			"The graph has no variable named " + name);
		return variable.getOutputOfOp() == null ? null : graph.getOps().get(variable
			.getOutputOfOp());
	}

	private int schedule(final Collection<SameDiffOp> ordered) {
		final Set<String> waiting = new HashSet<>(late);
		final List<SameDiffOp> second = new ArrayList<>();
		for (final SameDiffOp op : ordered) {
			if (inputs(op).stream().noneMatch(waiting::contains)) {
				steps.add(op);
				continue;
			}
			waiting.addAll(op.getOutputsOfOp());
			second.add(op);
		}
		final int boundary = steps.size();
		steps.addAll(second);
		return boundary;
	}

	private void findAbsorbed() {
		final Map<String, Integer> readers = new HashMap<>();
		outputs.forEach(name -> readers.merge(name, 1, Integer::sum));
		for (final SameDiffOp step : steps)
			inputs(step).forEach(name -> readers.merge(name, 1, Integer::sum));
		final Set<String> convolved = new HashSet<>();
		for (final SameDiffOp step : steps) {
			if (ConvolutionOp.isConvolution(step)) convolved.addAll(step
				.getOutputsOfOp());
			if (PreparedOp.Kind.of(step.getOp()) != PreparedOp.Kind.RELU) continue;
			final String in = step.getInputsToOp().get(0);
			if (convolved.contains(in) && readers.get(in) == 1) absorbed.put(in,
				step);
		}
	}

	private void findLastUses() {
		for (int i = 0; i < steps.size(); i++) {
			for (final String out : steps.get(i).getOutputsOfOp())
				lastUse.put(out, i);
			for (final String in : inputs(steps.get(i)))
				lastUse.put(in, i);
		}
		outputs.forEach(o -> lastUse.put(o, Integer.MAX_VALUE));
		lastUse.forEach((name, step) -> lastUsedAt.computeIfAbsent(step,
			s -> new LinkedHashSet<>()).add(name));
	}
}
