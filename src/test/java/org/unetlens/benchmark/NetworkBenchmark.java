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

package org.unetlens.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import net.imglib2.parallel.Parallelization;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.LayerNames;
import org.unetlens.network.OpTimes;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetGraph;
import org.unetlens.network.UNetPlan;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.UNetStream;
import org.unetlens.network.Weights;

/**
 * The network alone on one image: ours on all processors, ONNX Runtime,
 * SameDiff, and the limit: the plan's convolutions alone. Arguments: rounds,
 * then networks as depth/width/channels/side.
 */
public final class NetworkBenchmark {

	private static final List<String> NETWORKS = List.of("4/32/1/256",
		"4/32/1/512", "4/32/1/1024", "4/16/1/512", "3/32/1/512", "4/64/1/256",
		"5/16/1/512", "4/32/3/512");

	/** As in TiledPrediction. */
	private static final int ROWS = 512;

	private final UNetSpec spec;
	private final TileShape shape;
	private final Weights weights;
	private final float[] input;
	private final float[] output;
	private final int threads = Runtime.getRuntime().availableProcessors();

	private NetworkBenchmark(final String network) {
		final int[] n = java.util.Arrays.stream(network.split("/")).mapToInt(
			Integer::parseInt).toArray();
		spec = UNetSpec.default2d(n[2], 2).withDepth(n[0]).withBaseWidth(n[1]);
		shape = new TileShape(1, n[3], n[3]);
		weights = InitialWeights.he(spec);
		input = new float[n[3] * n[3] * n[2]];
		output = new float[n[3] * n[3] * 2];
		final Random random = new Random(1);
		for (int i = 0; i < input.length; i++)
			input[i] = random.nextFloat();
	}

	public static void main(final String[] args) throws Exception {
		final int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
		Engine.start();
		System.out.println(Machine.text());
		System.out.println(
			"| depth/width/channels/side | ours ms | ONNX Runtime: ratio | SameDiff: ratio | all operations to convolutions | bytes per pixel | plan made in ms |");
		System.out.println("|---|---|---|---|---|---|---|");
		for (final String network : args.length > 1 ? List.of(args).subList(1,
			args.length) : NETWORKS)
			System.out.println("| " + network + new NetworkBenchmark(network).row(
				rounds));
		System.out.printf(Locale.ROOT, "memcpy: %.1f GB/s%n", memcpy());
	}

	private String row(final int rounds) throws Exception {
		try (UNet net = new UNet(spec, weights);
				OnnxNetwork onnx = new OnnxNetwork(InferenceBenchmark.model(spec),
					threads);
				EngineWeights arrays = new EngineWeights(spec, weights))
		{
			final long start = System.nanoTime();
			try (UNetStream stream = net.stream(shape, ROWS, threads);
					UNetPlan single = net.plan(shape))
			{
				final double made = (System.nanoTime() - start) / 2e6;
				final SameDiff graph = graph(arrays);
				final Rounds r = Parallelization.runWithNumThreads(threads,
					() -> new Rounds(rounds, () -> inPool(() -> run(stream)), () -> onnx
						.run(input, shape.width(), shape.height(), output), () -> output(
							graph)));
				final OpTimes ops = OpTimes.of(single, 5);
				return String.format(Locale.ROOT,
					" | %.1f | %s | %s | %.2f | %d | %.0f |", 1e3 * r.median(0), r.ratios(
						0, 1, "**%.2f** (%.2f to %.2f)"), r.ratios(0, 2,
							"%.2f (%.2f to %.2f)"), ops.total() / ops.seconds().get("conv2d"),
					stream.bytes() / shape.pixels(), made);
			}
		}
	}

	private void run(final UNetStream stream) {
		final int in = shape.width() * spec.channels(), out = shape.width() * spec
			.classes();
		stream.run((first, rows, values) -> System.arraycopy(input, first * in,
			values, 0, rows * in), (first, rows, p) -> System.arraycopy(p, 0, output,
				first * out, rows * out), () -> {});
	}

	private static void inPool(final Runnable work) {
		Parallelization.getTaskExecutor().forEach(List.of(work), Runnable::run);
	}

	/** With weights as constants, which are not fed each time. */
	private SameDiff graph(final EngineWeights arrays) {
		final SameDiff graph = UNetGraph.inference(spec, shape);
		arrays.arrays().forEach((name, array) -> {
			graph.getVariable(name).setArray(array);
			graph.getVariable(name).convertToConstant();
		});
		return graph;
	}

	private void output(final SameDiff graph) {
		final Map<String, INDArray> in = new LinkedHashMap<>();
		in.put(LayerNames.INPUT, Nd4j.create(input, new long[] { 1, shape.height(),
			shape.width(), spec.channels() }, 'c'));
		graph.output(in, LayerNames.PROBABILITIES);
	}

	/** Bytes read and written per second and 1e9, one thread. */
	private static double memcpy() {
		final float[] from = new float[1 << 24];
		final float[] to = new float[from.length];
		double best = 0;
		for (int i = 0; i < 10; i++) {
			final long start = System.nanoTime();
			System.arraycopy(from, 0, to, 0, from.length);
			best = Math.max(best, 8.0 * from.length / (System.nanoTime() - start));
		}
		return best;
	}
}
