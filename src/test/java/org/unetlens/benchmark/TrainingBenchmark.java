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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;

import net.imglib2.parallel.Parallelization;
import net.imglib2.view.Views;

import org.unetlens.data.Augmentation;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Engine;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientGraph;
import org.unetlens.network.GradientPlan;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.OpTimes;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.UNetStream;
import org.unetlens.tensor.Normalization;
import org.unetlens.train.StepMemory;
import org.unetlens.train.StepTimes;
import org.unetlens.train.TrainingConfig;

/**
 * Time, processor time and page faults of training steps, augmentation and
 * optimiser included, and where the time goes. Arguments: depth, base width,
 * side of the patch, patches per step, steps; the word {@code busy} for one
 * other process per processor.
 */
public final class TrainingBenchmark {

	/** Steps that are not counted. */
	private static final int WARM_UP = 8;

	private final UNetSpec spec;
	private final TrainingConfig config;
	private final PatchSampler patches;
	private final long[] times;
	private final long[] faults;
	private final long[] processorTimes;

	TrainingBenchmark(final int depth, final int width, final int patch,
		final int batch, final int steps)
	{
		spec = UNetSpec.default2d(1, 3).withDepth(depth).withBaseWidth(width);
		config = TrainingConfig.defaults().withPatch(patch).withBatch(batch)
			.withSteps(steps + WARM_UP).withValidateEvery(steps + WARM_UP);
		patches = patches(patch);
		times = new long[config.steps()];
		faults = new long[config.steps()];
		processorTimes = new long[config.steps()];
	}

	public static void main(final String[] args) throws Exception {
		final int[] n = { 4, 32, 256, 1, 100 };
		final boolean busy = List.of(args).contains("busy");
		for (int i = 0; i < Math.min(n.length, args.length - (busy ? 1 : 0)); i++)
			n[i] = Integer.parseInt(args[i]);
		Engine.start();
		System.out.println(Machine.text());
		final TrainingBenchmark benchmark = new TrainingBenchmark(n[0], n[1], n[2],
			n[3], n[4]);
		try (AutoCloseable load = busy ? new BusyProcessors() : () -> {}) {
			benchmark.reportSteps();
		}
		benchmark.reportParts();
	}

	/** Seconds per step. */
	double medianStep() {
		final double[] sorted = steps();
		return sorted[sorted.length / 2];
	}

	/** Seconds of the network on one patch with the present threads. */
	double medianForward() throws Exception {
		final int side = config.patch();
		final float[] in = patches.draw(0).input();
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				UNetStream stream = net.stream(new TileShape(1, side, side), side,
					Parallelization.getTaskExecutor().getParallelism()))
		{
			return new Rounds(11, () -> stream.run((first, rows, values) -> System
				.arraycopy(in, 0, values, 0, in.length), (first, rows, p) -> {},
				() -> {})).median(0);
		}
	}

	private double[] steps() {
		final AtomicInteger done = new AtomicInteger();
		StepTimes.train(spec, config, patches, () -> {
			times[done.get()] = System.nanoTime();
			processorTimes[done.get()] = processorTime();
			faults[done.getAndIncrement()] = pageFaults();
		});
		final double[] seconds = new double[times.length - WARM_UP];
		for (int i = 0; i < seconds.length; i++)
			seconds[i] = (times[i + WARM_UP] - times[i + WARM_UP - 1]) / 1e9;
		Arrays.sort(seconds);
		return seconds;
	}

	private void reportSteps() {
		final double[] s = steps();
		final int last = times.length - 1;
		System.out.printf(Locale.ROOT,
			"depth %d, base width %d, %d x %d px, batch %d: %.3f s per step (%.3f to %.3f, 9 of 10 below %.3f), %.3f s of processors, %d page faults, foretold %.0f MB native%n",
			spec.depth(), spec.baseWidth(), config.patch(), config.patch(), config
				.batch(), s[s.length / 2], s[0], s[s.length - 1], s[s.length * 9 / 10],
			(processorTimes[last] - processorTimes[WARM_UP - 1]) / 1e9 / s.length,
			(faults[last] - faults[WARM_UP - 1]) / s.length, StepMemory.predict(spec,
				config).nativeBytes() / 1e6);
	}

	private void reportParts() throws Exception {
		System.out.printf(Locale.ROOT,
			"a patch is drawn in %.2f ms by one thread%n", 1e3 * new Rounds(50,
				() -> patches.draw(7)).median(0));
		try (EngineWeights weights = new EngineWeights(spec, InitialWeights.he(
			spec)))
		{
			final Set<String> names = new LinkedHashSet<>(weights.arrays().keySet());
			try (GradientPlan plan = new GradientGraph(spec, new TileShape(1, config
				.patch(), config.patch())).plan(weights, names))
			{
				final OpTimes ops = OpTimes.of(plan, 5);
				System.out.printf(Locale.ROOT,
					"operations of one patch in one thread: %.1f ms, buffers %.0f MB%n%s",
					1e3 * ops.total(), plan.bytes() / 1e6, ops);
				if (Boolean.getBoolean("all")) System.out.println(ops.all());
			}
		}
	}

	/** Nanoseconds that all threads of this process computed so far. */
	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** Minor page faults of this process so far; 0 where there is no /proc. */
	private static long pageFaults() {
		try {
			final String stat = Files.readString(Path.of("/proc/self/stat"));
			return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(
				" ")[7]);
		}
		catch (final IOException e) {
			return 0;
		}
	}

	private static PatchSampler patches(final int side) {
		final Field field = NucleiField.default2d().generate();
		return PatchSampler.of(List.of(Sample.of("field", Views.addDimension(field
			.image(), 0, 0), field.labels())), Normalization.percentile(1, 99.8),
			TargetRule.interiorBorder()).withPatchSize(side, side).withAugmentation(
				Augmentation.default2d());
	}
}
