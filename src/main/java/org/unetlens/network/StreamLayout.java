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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/**
 * How an image runs through a network from top to bottom, in passes of some
 * rows: which rows of each map each pass computes, and what it keeps for the
 * next one. Each row of each map is computed once: a 3x3 convolution keeps two
 * rows of what it reads, a skip connection as many as the expanding path lags
 * behind. All of it is arithmetic; nothing takes native memory. Immutable.
 */
final class StreamLayout {

	/** A map: rows of a store, in some shape. */
	record RowMap(RowStore store, long[] shape) {

		long rows() {
			return shape[BandMap.rowAxis(shape)];
		}

		long rowLength() {
			return BandMap.rowLength(shape);
		}
	}

	/**
	 * A step of the graph.
	 *
	 * @param index among all steps
	 * @param stage in which it runs
	 * @param wide whether it reads a row more above and below
	 * @param in names of what it reads; those that are no maps are weights
	 */
	record Step(int index, int stage, SameDiffOp op, PreparedOp.Kind kind,
			boolean wide, List<String> in, String out) {
	}

	/**
	 * Where a step reads and writes in a pass.
	 *
	 * @param rows that it computes
	 * @param out place of the first of these
	 * @param in for each input, the place of the first row that it reads; 0 for
	 *          weights
	 */
	record Places(long rows, long out, List<Long> in) {
	}

	/** All that a pass does; equal passes use the same prepared operations. */
	record Pass(List<Places> steps, List<RowStore.Range> stores) {
	}

	private final GraphSlice slice;
	private final Map<String, long[]> weights;
	private final String output;
	private final List<Step> steps = new ArrayList<>();
	private final List<RowStore> stores = new ArrayList<>();
	private final Map<String, RowMap> maps = new HashMap<>();
	/** Maps that a 3x3 convolution gives. */
	private final Set<String> wide = new HashSet<>();
	/** Rows at which stores were written in the present stage. */
	private final Map<RowStore, Long> fresh = new HashMap<>();
	private final long lag;
	private final long[] inputEnds;
	private final long[] outputEnds;
	private final List<Pass> passes = new ArrayList<>();
	private int stage;

	/**
	 * @param weights shapes of what is no map
	 * @param input name of the map that enters
	 * @param shape of it, whole, {@code [1, h, w, c]}
	 * @param output name of the map that leaves
	 * @param rows of the output that a pass should give
	 * @param step rows are pooled by so many at the deepest level
	 */
	StreamLayout(final GraphSlice slice, final Map<String, long[]> weights,
		final String input, final long[] shape, final String output,
		final long rows, final int step)
	{
		this.slice = slice;
		this.weights = weights;
		this.output = output;
		final long height = shape[1];
		build(input, shape, 1);
		lag = lag(input, height, step);
		final int n = (int) Math.max(1, (height - lag + rows - 1) / rows);
		inputEnds = ends(height, n == 1 ? height : lag, n, step);
		outputEnds = new long[inputEnds.length];
		if (inputEnds.length > 1) build(input, shape, inputEnds.length);
		final List<Map<String, Long>> ends = new ArrayList<>(List.of(Map.of()));
		for (int p = 0; p < inputEnds.length; p++)
			ends.add(pass(p, input, ends.get(p)));
		for (int p = 0; p < inputEnds.length; p++)
			passes.add(places(p, ends.get(p), ends.get(p + 1)));
	}

	/** Rows of the input by which a pass reads ahead of what it gives. */
	long lag() {
		return lag;
	}

	/** After how many rows of the input each pass begins to compute. */
	private static long[] ends(final long height, final long lag, final int n,
		final int step)
	{
		final long each = ((height - lag + n - 1) / n + step - 1) / step * step;
		final List<Long> ends = new ArrayList<>();
		for (long end = lag + each; end < height; end += each)
			ends.add(end);
		ends.add(height);
		return ends.stream().mapToLong(Long::longValue).toArray();
	}

	/** Rows by which the output lags behind the input, in whole steps. */
	private long lag(final String input, final long height, final int step) {
		final long most = (height - 1) / step * step;
		final Map<String, Long> ends = new HashMap<>();
		advance(input, most, ends);
		return (most - ends.get(output)) / step * step;
	}

	/** Maps, stores and stages. */
	private void build(final String input, final long[] shape,
		final int passCount)
	{
		steps.clear();
		stores.clear();
		maps.clear();
		fresh.clear();
		stage = 0;
		put(input, shape, passCount);
		for (final SameDiffOp op : slice.steps())
			add(op, slice.inputs(op), op.getOutputsOfOp().get(0), passCount);
		maps.get(output).store().readBy(stage);
	}

	private void add(final SameDiffOp op, final List<String> in, final String out,
		final int passCount)
	{
		final PreparedOp.Kind kind = PreparedOp.Kind.of(op.getOp());
		if (in.stream().noneMatch(maps::containsKey)) return;
		final RowMap first = maps.get(in.get(0));
		switch (kind) {
			case RESHAPE -> maps.put(out, new RowMap(first.store(), PreparedOp
				.reshapeTarget(op.getOp(), in.size() > 1 ? slice.constant(in.get(1))
					: null, WeightShapes.size(first.shape()))));
			case RELU -> {
				if (!slice.isAbsorbed(op)) steps.add(new Step(steps.size(), stage, op,
					kind, false, in, out));
				maps.put(out, first);
			}
			case OTHER -> {
				final boolean reaches = op.getOp().opName().equals("conv2d") && weights
					.get(in.get(1))[0] == 3;
				final long[] shape = shape(op.getOp().opName(), in);
				if (mapsOf(in).anyMatch(m -> fresh.containsKey(m.store()) && (reaches ||
					fresh.get(m.store()) != shape[BandMap.rowAxis(shape)]))) newStage();
				steps.add(new Step(steps.size(), stage, op, kind, reaches, in, out));
				mapsOf(in).forEach(m -> m.store().readBy(stage));
				if (reaches) {
					first.store().edge(first.rowLength());
					wide.add(out);
				}
				put(out, shape, passCount);
			}
			default -> throw new UnsupportedOperationException("The operation " + op
				.getOp().opName() + " cannot be computed row by row");
		}
	}

	private void put(final String name, final long[] shape, final int passCount) {
		final RowMap map = new RowMap(new RowStore(stage, passCount), shape);
		stores.add(map.store());
		maps.put(name, map);
		fresh.put(map.store(), map.rows());
	}

	private void newStage() {
		stage++;
		fresh.clear();
	}

	private Stream<RowMap> mapsOf(final List<String> names) {
		return names.stream().filter(maps::containsKey).map(maps::get);
	}

	/** The whole shape of what an operation gives. */
	private long[] shape(final String name, final List<String> in) {
		final long[] shape = maps.get(in.get(0)).shape().clone();
		switch (name) {
			case "conv2d" -> shape[3] = weights.get(in.get(1))[3];
			case "maxpool2d" -> {
				shape[1] /= 2;
				shape[2] /= 2;
			}
			case "concat" -> {
				final int axis = shape.length == 4 ? 3 : 1;
				shape[axis] = mapsOf(in).mapToLong(m -> m.shape()[axis]).sum();
			}
			case "softmax", "leakyrelu", "elu" -> {}
			default -> throw new UnsupportedOperationException("The operation " +
				name + " cannot be computed row by row");
		}
		return shape;
	}

	/** Computes how many rows of each map there are, given those of the input. */
	private void advance(final String input, final long inputEnd,
		final Map<String, Long> ends)
	{
		ends.put(input, inputEnd);
		for (final SameDiffOp op : slice.steps()) {
			final String out = op.getOutputsOfOp().get(0);
			final RowMap map = maps.get(out);
			if (map != null) ends.put(out, slice.inputs(op).stream().filter(
				maps::containsKey).mapToLong(in -> end(ends.get(in), maps.get(in), map,
					wide.contains(out))).min().orElseThrow());
		}
	}

	private static long end(final long inEnd, final RowMap in, final RowMap out,
		final boolean wide)
	{
		if (inEnd == in.rows()) return out.rows();
		if (wide) return Math.max(0, inEnd - 1);
		return inEnd * out.rows() / in.rows();
	}

	/**
	 * What a pass computes and keeps.
	 *
	 * @param before rows of each map that there are
	 * @return those after the pass
	 */
	private Map<String, Long> pass(final int pass, final String input,
		final Map<String, Long> before)
	{
		final Map<String, Long> ends = new HashMap<>();
		advance(input, inputEnds[pass], ends);
		outputEnds[pass] = ends.get(output);
		maps.forEach((name, map) -> map.store().set(pass, before.getOrDefault(name,
			0L) * map.rowLength(), ends.get(name) * map.rowLength()));
		if (pass < inputEnds.length - 1) for (final Step step : steps)
			if (step.kind() != PreparedOp.Kind.RELU) mapsOf(step.in()).forEach(
				in -> in.store().keep(pass, first(step, in, ends.get(step.out()))));
		return ends;
	}

	/** The first value of a map that a row of a step's output needs. */
	private long first(final Step step, final RowMap in, final long row) {
		final RowMap out = maps.get(step.out());
		return in.rowLength() * (row * in.rows() / out.rows() - (step.wide() ? 1
			: 0));
	}

	private Pass places(final int pass, final Map<String, Long> before,
		final Map<String, Long> after)
	{
		final List<Places> places = new ArrayList<>();
		for (final Step step : steps) {
			final long row = before.getOrDefault(step.out(), 0L);
			final RowMap out = maps.get(step.out());
			places.add(new Places(after.get(step.out()) - row, out.store().place(pass,
				row * out.rowLength()), step.in().stream().map(name -> maps.containsKey(
					name) ? maps.get(name).store().place(pass, first(step, maps.get(name),
						row)) : 0L).toList()));
		}
		return new Pass(places, stores.stream().map(s -> s.range(pass)).toList());
	}

	List<Step> steps() {
		return steps;
	}

	List<RowStore> stores() {
		return stores;
	}

	/** How many stages there are; the last one only moves what is kept. */
	int stages() {
		return stage + 2;
	}

	RowMap map(final String name) {
		return maps.get(name);
	}

	boolean isMap(final String name) {
		return maps.containsKey(name);
	}

	List<Pass> passes() {
		return passes;
	}

	/** How many rows of the input a pass needs. */
	long inputEnd(final int pass) {
		return inputEnds[pass];
	}

	/** How many rows of the output there are after a pass. */
	long outputEnd(final int pass) {
		return outputEnds[pass];
	}
}
