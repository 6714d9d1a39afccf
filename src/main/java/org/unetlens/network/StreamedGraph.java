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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.parallel.Parallelization;

import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeArrays;

/**
 * The graph of a network through which an image runs from top to bottom, as
 * {@link StreamLayout} says. The rows of each step are shared out to the
 * threads of the current {@link Parallelization}. NB: OpenMP, which could share
 * them out too, waits actively for its slowest thread: beside one other busy
 * process, a pass takes five times as long. Not thread-safe. Close it to free
 * its buffers.
 */
final class StreamedGraph implements AutoCloseable {

	/**
	 * Rows of which a thread gets two parts, so that where other processes take
	 * turns on a processor, another thread takes one over. Fewer rows are not
	 * worth what each part costs: a call, and by ND4J's convolutions the
	 * rearranging of weights.
	 */
	private static final long FINE = 16;

	/** The prepared steps of a pass, by stage, then by part. */
	private record Prepared(List<List<List<PreparedStep>>> stages) {
	}

	private final StreamLayout layout;
	private final int threads;
	private final Map<String, INDArray> weights;
	private final GraphSlice slice;
	private final Convolutions convolutions;
	private final BufferPool constants = new BufferPool(BufferSource.MEMORY);
	private final Arena arena = new Arena(BufferSource.MEMORY);
	private final Map<RowStore, Arena.Stretch> memory = new HashMap<>();
	/**
	 * Where rows are carried from pass to pass, for in between other maps use the
	 * memory.
	 */
	private final Map<RowStore, Arena.Stretch> carried = new HashMap<>();
	private final Map<StreamLayout.Pass, Prepared> prepared = new HashMap<>();

	/** @param weights that the caller owns and keeps open */
	StreamedGraph(final GraphSlice slice, final EngineWeights weights,
		final StreamLayout layout, final int threads)
	{
		convolutions = Convolutions.of(weights.kernels());
		this.slice = slice;
		this.layout = layout;
		this.threads = threads;
		this.weights = new HashMap<>(weights.arrays());
		try {
			slice.steps().forEach(this::computeWeight);
			take(layout, arena, memory, carried);
			arena.place();
			layout.passes().forEach(this::prepare);
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	/** Bytes of native memory that it would take. */
	static long bytes(final StreamLayout layout) {
		final Arena arena = new Arena(BufferSource.NOTHING);
		take(layout, arena, new HashMap<>(), new HashMap<>());
		return Float.BYTES * arena.length();
	}

	private static void take(final StreamLayout layout, final Arena arena,
		final Map<RowStore, Arena.Stretch> memory,
		final Map<RowStore, Arena.Stretch> carried)
	{
		for (final RowStore store : layout.stores()) {
			final Arena.Stretch stretch = arena.take(store.length(), store.birth());
			stretch.release(store.death() + 1);
			memory.put(store, stretch);
			if (store.kept() > 0) carried.put(store, arena.take(store.kept(), 0));
		}
	}

	/** What does not depend on the image, e.g. a bias for two phases. */
	private void computeWeight(final SameDiffOp step) {
		final String out = step.getOutputsOfOp().get(0);
		if (layout.isMap(out)) return;
		final PreparedOp op = PreparedOp.of(step, step.getInputsToOp().stream().map(
			weights::get).toList(), constants);
		try {
			op.run();
		}
		finally {
			op.close();
		}
		weights.put(out, op.outputs().get(0));
	}

	/** NB: Noted first, so that its steps are closed if one of them fails. */
	private void prepare(final StreamLayout.Pass pass) {
		if (prepared.containsKey(pass)) return;
		final List<List<List<PreparedStep>>> stages = new ArrayList<>();
		prepared.put(pass, new Prepared(stages));
		for (int s = 0; s < layout.stages(); s++) {
			final List<List<PreparedStep>> parts = new ArrayList<>();
			for (int k = 0; k < 2 * threads; k++)
				parts.add(new ArrayList<>());
			stages.add(parts);
		}
		for (int i = 0; i < layout.stores().size(); i++)
			move(layout.stores().get(i), pass.stores().get(i), stages, i);
		for (final StreamLayout.Step step : layout.steps())
			add(step, pass.steps().get(step.index()), stages.get(step.stage()));
	}

	/** Zeros, and rows from the pass before and for the next one. */
	private void move(final RowStore store, final RowStore.Range r,
		final List<List<List<PreparedStep>>> stages, final int number)
	{
		final Arena.Stretch here = memory.get(store);
		final Arena.Stretch there = carried.get(store);
		final int part = number % (2 * threads);
		final List<PreparedStep> first = stages.get(store.birth()).get(part);
		if (r.above() > 0) first.add(clear(here.view(0, r.above())));
		if (r.kept() > 0) first.add(copy(there.view(0, r.kept()), here.view(0, r
			.kept())));
		if (r.below() > 0) first.add(clear(here.view(r.end(), r.below())));
		if (r.nextKept() > 0) stages.get(store.death() + 1).get(part).add(copy(here
			.view(r.next(), r.nextKept()), there.view(0, r.nextKept())));
	}

	private void add(final StreamLayout.Step step,
		final StreamLayout.Places places, final List<List<PreparedStep>> parts)
	{
		final long rows = places.rows();
		final long n = rows < FINE * threads ? Math.min(rows, threads) : 2 *
			threads;
		for (int k = 0; k < n; k++) {
			final long from = rows * k / n;
			parts.get(k).add(prepare(step, places, from, rows * (k + 1) / n - from));
		}
	}

	/** Some rows of a step. */
	private PreparedStep prepare(final StreamLayout.Step step,
		final StreamLayout.Places places, final long from, final long rows)
	{
		final StreamLayout.RowMap out = layout.map(step.out());
		final INDArray result = view(out, places.out() + from * out.rowLength(),
			rows);
		if (step.kind() == PreparedOp.Kind.RELU) return PreparedOp.relu(result,
			result);
		final List<INDArray> in = new ArrayList<>();
		for (int i = 0; i < step.in().size(); i++) {
			final StreamLayout.RowMap map = layout.map(step.in().get(i));
			if (map == null) {
				in.add(weights.get(step.in().get(i)));
				continue;
			}
			final long each = map.rows() / out.rows();
			in.add(view(map, places.in().get(i) + from * each * map.rowLength(),
				rows * each + (step.wide() ? 2 : 0)));
		}
		return ConvolutionOp.isConvolution(step.op()) ? convolutions.forward(step
			.wide() ? ConvolutionOp.BETWEEN_ROWS : ConvolutionOp.of(step.op()), in,
			result, slice.absorbsRelu(step.op())) : PreparedOp.of(step.op(), in, List
				.of(result));
	}

	private INDArray view(final StreamLayout.RowMap map, final long place,
		final long rows)
	{
		return memory.get(map.store()).view(place, BandMap.withRows(map.shape(),
			rows));
	}

	/**
	 * Rows of a map, at a value of the whole map, while a pass is the present
	 * one.
	 */
	INDArray rows(final String name, final int pass, final long row,
		final long count)
	{
		final StreamLayout.RowMap map = layout.map(name);
		return view(map, map.store().place(pass, row * map.rowLength()), count);
	}

	void run(final int pass) {
		for (final List<List<PreparedStep>> stage : prepared.get(layout.passes()
			.get(pass)).stages())
			Parallelization.getTaskExecutor().forEach(stage, steps -> {
				Engine.useThisThreadOnly();
				steps.forEach(PreparedStep::run);
			});
	}

	long bytes() {
		return arena.bytes();
	}

	private static PreparedStep clear(final INDArray values) {
		return step("clear", () -> NativeArrays.clear(values));
	}

	private static PreparedStep copy(final INDArray from, final INDArray to) {
		return step("copy", () -> NativeArrays.copy(from, to));
	}

	private static PreparedStep step(final String name, final Runnable work) {
		return new PreparedStep() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public void run() {
				work.run();
			}
		};
	}

	@Override
	public void close() {
		prepared.values().forEach(p -> p.stages().forEach(s -> s.forEach(
			steps -> steps.forEach(PreparedStep::close))));
		arena.close();
		constants.close();
	}
}
