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
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeArrays;

/**
 * The graph of a network and its gradient for one image cut into bands of rows,
 * which the threads of the current {@link Parallelization} compute at a time. A
 * 3x3 convolution reads one row of each neighbouring band; its gradient leaves
 * one row in each, which is added there. So the result is that of the whole
 * image within rounding, and the same to the bit on any number of threads. NB:
 * OpenMP, which could share out a whole image, waits actively for its slowest
 * thread: beside one other busy process, a step takes five times as long. Not
 * thread-safe. Close it to free its buffers.
 */
final class BandedGraph implements StagedGraph {

	private final int bands;
	private final GraphSlice slice;
	private final Map<String, INDArray> weights;
	private final BandMaps maps;
	private final Map<String, INDArray> constants = new HashMap<>();
	/** Gradients of weights, one per band. */
	private final Map<String, List<Arena.Stretch>> sums = new HashMap<>();
	private final Map<String, long[]> sumShapes = new HashMap<>();
	private final Convolutions convolutions;
	private final List<BandStage> stages = new ArrayList<>();
	private final Set<String> fresh = new HashSet<>();
	/** Rows around the inputs. */
	private final List<INDArray> outside = new ArrayList<>();
	private int secondStage;

	/**
	 * @param weights arrays that the caller owns and keeps open
	 * @param inputs names and shapes of the maps that enter
	 */
	BandedGraph(final GraphSlice slice, final Map<String, INDArray> weights,
		final Map<String, long[]> inputs, final BandMap.Cuts cuts,
		final BufferSource source)
	{
		maps = new BandMaps(cuts, source);
		convolutions = Convolutions.ofChanging(source);
		this.slice = slice;
		this.weights = weights;
		bands = cuts.bands();
		try {
			newStage();
			inputs.forEach((name, shape) -> maps.put(name, maps.take(shape, time())));
			prepare();
			maps.place();
			stages.forEach(BandStage::make);
			inputs.keySet().forEach(name -> outside.addAll(maps.ends(maps.get(
				name))));
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	@Override
	public int parts() {
		return bands;
	}

	@Override
	public INDArray output(final String variable, final int part) {
		final List<Arena.Stretch> parts = sums.get(variable);
		return parts == null ? maps.get(variable).whole() : parts.get(part).view(0,
			sumShapes.get(variable));
	}

	@Override
	public List<PreparedStep> steps() {
		return stages.stream().flatMap(BandStage::steps).toList();
	}

	@Override
	public void runFirstStage() {
		outside.forEach(NativeArrays::clear);
		Parallelization.getTaskExecutor().forEach(convolutions.arrangements(),
			step -> {
				Engine.useThisThreadOnly();
				step.run();
			});
		stages.subList(0, secondStage).forEach(BandStage::run);
	}

	@Override
	public void runSecondStage() {
		stages.subList(secondStage, stages.size()).forEach(BandStage::run);
	}

	@Override
	public long bytes() {
		return maps.bytes() + convolutions.bytes();
	}

	@Override
	public void close() {
		stages.forEach(BandStage::close);
		convolutions.close();
		maps.close();
	}

	private void prepare() {
		for (int time = 0; time < slice.steps().size(); time++) {
			if (time == slice.secondStage()) beginSecondStage();
			prepare(slice.steps().get(time), time);
			// NB: Bands may read them until the end of the present stage.
			slice.lastUsedAt(time).forEach(name -> maps.release(name, time()));
		}
	}

	private void beginSecondStage() {
		newStage();
		secondStage = stages.size() - 1;
	}

	private void newStage() {
		stages.add(new BandStage(bands));
		fresh.clear();
	}

	private BandStage stage() {
		return stages.get(stages.size() - 1);
	}

	private void prepare(final SameDiffOp step, final int time) {
		final List<String> in = slice.inputs(step);
		final List<String> out = step.getOutputsOfOp();
		switch (PreparedOp.Kind.of(step.getOp())) {
			case RESHAPE -> reshape(step, in, out.get(0));
			case SHAPE -> constants.put(out.get(0), PreparedOp.shapeOf(maps.get(in
				.get(0)).shape()));
			case RELU -> relu(step, in.get(0), out.get(0));
			case RELU_GRADIENT -> reluGradient(in, out.get(0), time);
			case OTHER -> {
				if (ConvolutionOp.isConvolution(step)) convolution(step, in, out.get(
					0));
				else if (ConvolutionOp.isGradient(step)) convolutionGradient(step, in,
					out, time);
				else rowwise(step, in, out);
			}
		}
	}

	/** Whether it reads rows of neighbouring bands. */
	private boolean isWide(final List<String> in) {
		return weights.get(in.get(1)).size(0) == 3;
	}

	private void add(final IntFunction<PreparedStep> perBand) {
		for (int b = 0; b < bands; b++)
			plan(b, perBand);
	}

	private void plan(final int band, final IntFunction<PreparedStep> step) {
		stage().plan(band, () -> step.apply(band));
	}

	private void reshape(final SameDiffOp step, final List<String> in,
		final String out)
	{
		final BandMap from = maps.get(in.get(0));
		final INDArray target = in.size() > 1 ? constants.computeIfAbsent(in.get(1),
			slice::constant) : null;
		maps.put(out, from.reshaped(PreparedOp.reshapeTarget(step.getOp(), target,
			WeightShapes.size(from.shape()))));
		if (fresh.contains(in.get(0))) fresh.add(out);
	}

	private void relu(final SameDiffOp step, final String in, final String out) {
		final BandMap map = maps.get(in);
		if (!slice.isAbsorbed(step)) add(b -> PreparedOp.relu(map.own(b), map.own(
			b)));
		maps.put(out, map);
		fresh.add(out);
	}

	private void reluGradient(final List<String> in, final String out,
		final int time)
	{
		final BandMap activation = maps.get(in.get(0));
		final BandMap gradient = maps.get(in.get(1));
		final BandMap result = slice.lastUse(in.get(1)) == time ? gradient : map(
			gradient.shape());
		add(b -> new ReluGradient(activation.own(b), gradient.own(b), result.own(
			b)));
		maps.put(out, result);
	}

	private void convolution(final SameDiffOp step, final List<String> in,
		final String out)
	{
		final BandMap x = maps.get(in.get(0));
		final boolean wide = isWide(in);
		if (wide && fresh.contains(in.get(0))) newStage();
		final BandMap y = map(convolved(x.shape(), in));
		add(b -> convolutions.forward(operation(step, wide), arrays(in, b, wide), y
			.own(b), slice.absorbsRelu(step)));
		maps.put(out, y);
		fresh.add(out);
	}

	private static ConvolutionOp operation(final SameDiffOp step,
		final boolean wide)
	{
		return wide ? ConvolutionOp.BETWEEN_ROWS : ConvolutionOp.of(step);
	}

	private long[] convolved(final long[] shape, final List<String> in) {
		final long[] other = shape.clone();
		other[3] = weights.get(in.get(1)).size(3);
		return other;
	}

	private void convolutionGradient(final SameDiffOp step, final List<String> in,
		final List<String> out, final int time)
	{
		final BandMap x = maps.get(in.get(0));
		final boolean wide = isWide(in);
		final ConvolutionOp op = operation(step, wide);
		final BandMap gradient = convolutions.allowsWeightsOnly(op) && slice
			.lastUse(out.get(0)) == time ? null : wide ? maps.takeApart(x.shape(), 2 *
				x.rowLength(), time()) : map(x.shape());
		planSums(in, out);
		for (int b = 0; b < bands; b++)
			planGradient(op, in, out, gradient, b);
		if (gradient != null) maps.put(out.get(0), gradient);
		if (!wide) {
			fresh.add(out.get(0));
			return;
		}
		if (gradient != null) IntStream.range(0, bands - 1).forEach(b -> stage()
			.planAfterwards(() -> new BandSeam(gradient, b)));
		newStage();
	}

	/** @param gradient of the input, null when nobody reads it */
	private void planGradient(final ConvolutionOp op, final List<String> in,
		final List<String> out, final BandMap gradient, final int band)
	{
		final boolean wide = isWide(in);
		final BandMap x = maps.get(in.get(0));
		final long[] given = BandMap.withRows(x.shape(), x.rows(band));
		final long length = convolutions.scratch(op, wide ? BandMap.withRows(given,
			given[1] + 2) : given, weights.get(in.get(1)), in.size() > 3, convolved(
				given, in));
		final Arena.Stretch scratch = maps.values(length, time());
		scratch.release(time());
		plan(band, b -> convolutions.gradient(op, arrays(in, b, wide), gradients(
			gradient, wide, out, b), scratch.view(0, length)));
	}

	/** Where the gradients of input, kernel and bias are written. */
	private List<INDArray> gradients(final BandMap ofInput, final boolean wide,
		final List<String> out, final int band)
	{
		final List<INDArray> results = new ArrayList<>();
		if (ofInput == null) results.add(null);
		else results.add(wide ? ofInput.wide(band) : ofInput.own(band));
		results.addAll(sums(out, band));
		return results;
	}

	/** Memory for the gradients of kernel and bias. */
	private void planSums(final List<String> in, final List<String> out) {
		for (int i = 1; i < out.size(); i++) {
			final long[] shape = weights.get(in.get(i)).shape();
			sumShapes.put(out.get(i), shape);
			sums.put(out.get(i), IntStream.range(0, bands).mapToObj(b -> maps.values(
				WeightShapes.size(shape), time())).toList());
		}
	}

	private List<INDArray> sums(final List<String> out, final int band) {
		return out.stream().skip(1).map(name -> output(name, band)).toList();
	}

	/** A step that computes each row from the same row of its inputs. */
	private void rowwise(final SameDiffOp step, final List<String> in,
		final List<String> out)
	{
		// NB: Joining maps takes new ones as large, and frees as many.
		if (step.getOp().opName().equals("concat")) newStage();
		for (int i = 0; i < out.size(); i++) {
			maps.put(out.get(i), map(shape(step, in, i)));
			fresh.add(out.get(i));
		}
		add(b -> PreparedOp.of(step, arrays(in, b, false), out.stream().map(
			name -> maps.get(name).own(b)).toList()));
	}

	/** The whole shape of what a step gives. */
	private long[] shape(final SameDiffOp step, final List<String> in,
		final int output)
	{
		final long[] shape = maps.get(in.get(output)).shape().clone();
		switch (step.getOp().opName()) {
			case "maxpool2d" -> {
				shape[1] /= 2;
				shape[2] /= 2;
			}
			case "concat" -> shape[shape.length == 4 ? 3 : 1] = in.stream().map(
				maps::get).filter(Objects::nonNull).mapToLong(map -> map
					.shape()[shape.length == 4 ? 3 : 1]).sum();
			case "add", "softmax", "concat_bp", "maxpool2d_bp" -> {}
			default -> throw new UnsupportedOperationException("The operation " + step
				.getOp().opName() + " cannot be computed in bands");
		}
		return shape;
	}

	private List<INDArray> arrays(final List<String> names, final int band,
		final boolean wide)
	{
		final List<INDArray> arrays = new ArrayList<>();
		for (final String name : names) {
			final BandMap map = maps.get(name);
			if (map == null) arrays.add(weights.containsKey(name) ? weights.get(name)
				: constants.computeIfAbsent(name, slice::constant));
			else arrays.add(wide && arrays.isEmpty() ? map.wide(band) : map.own(
				band));
		}
		return arrays;
	}

	/** A new map, with a row of zeros above and below. */
	private BandMap map(final long[] shape) {
		final BandMap map = maps.take(shape, time());
		plan(0, b -> clear(maps.ends(map).get(0)));
		plan(bands - 1, b -> clear(maps.ends(map).get(1)));
		return map;
	}

	private int time() {
		return stages.size() - 1;
	}

	private static PreparedStep clear(final INDArray rows) {
		return new PreparedStep() {

			@Override
			public String name() {
				return "clear";
			}

			@Override
			public void run() {
				NativeArrays.clear(rows);
			}
		};
	}
}
