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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;
import org.unetlens.tensor.AxisOrder;
import org.unetlens.tensor.Images;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.SampleType;
import org.unetlens.tensor.Scaling;
import org.unetlens.tensor.Tensors;

/**
 * How fast images become tensors and back, type by type and layout by layout,
 * against {@link System#arraycopy} of as many output bytes between Java arrays
 * that exist already. Prints the best time, the median and the ratio of speeds;
 * above 0.5 is the mark. Memory copy and bridge take turns, so that both see
 * the same machine. Argument: what the names of the rows shall contain, e.g.
 * {@code rotated}.
 */
public final class BridgeBenchmark {

	private static final int SIDE = 2048;
	private static final int RUNS = 15;

	private BridgeBenchmark() {}

	/** Rows whose names hold this are measured. */
	private static String wanted = "";

	public static void main(final String[] args) {
		if (args.length > 0) wanted = args[0];
		Engine.start();
		System.out.printf("%-44s %27s %27s%n", "", "best of " + RUNS, "median");
		System.out.printf("%-44s %9s %9s %7s %9s %9s %7s%n", SIDE + " x " + SIDE,
			"copy ms", "bridge ms", "ratio", "copy ms", "bridge ms", "ratio");
		both("u8", new UnsignedByteType());
		both("u16", new UnsignedShortType());
		both("i32", new IntType());
		both("f32", new FloatType());
		both("f64", new DoubleType());
		channelsLast();
		firstTouch();
		normalisation();
	}

	private static <T extends NativeType<T> & RealType<T>>
		Map<String, RandomAccessibleInterval<T>> layouts(final T type)
	{
		final Map<String, RandomAccessibleInterval<T>> layouts =
			new LinkedHashMap<>();
		layouts.put("array", filled(new ArrayImgFactory<>(type), SIDE, SIDE, 1));
		layouts.put("planar", filled(new PlanarImgFactory<>(type), SIDE, SIDE, 1));
		layouts.put("cell 256", filled(new CellImgFactory<>(type, 256, 256, 1),
			SIDE, SIDE, 1));
		layouts.put("cropped", Views.interval(filled(new PlanarImgFactory<>(type),
			SIDE + 9, SIDE + 9, 1), new long[] { 5, 4, 0 }, new long[] { SIDE + 4,
				SIDE + 3, 0 }));
		layouts.put("rotated", Views.rotate(layouts.get("planar"), 0, 1));
		return layouts;
	}

	private static <T extends NativeType<T> & RealType<T>>
		RandomAccessibleInterval<T> filled(final ImgFactory<T> factory,
			final long... size)
	{
		final var image = factory.create(size);
		int i = 0;
		for (final T v : image)
			v.setReal(i++ * 31 & 127);
		return image;
	}

	private static <T extends NativeType<T> & RealType<T>> void both(
		final String name, final T type)
	{
		final SampleType sample = SampleType.of(type).orElseThrow();
		final long pixels = (long) SIDE * SIDE;
		final Map<String, RandomAccessibleInterval<T>> layouts = layouts(type);
		layouts.forEach((layout, image) -> {
			final String from = name + " " + layout;
			try (INDArray into = Nd4j.create(DataType.FLOAT, 1, SIDE, SIDE, 1);
					INDArray same = Tensors.copy(image, AxisOrder.XYC, AxisOrder.NHWC))
			{
				report(from + " -> float, given tensor", 4 * pixels, () -> Tensors
					.write(image, AxisOrder.XYC, AxisOrder.NHWC, into));
				report(from + " -> " + name + ", given tensor", sample.bytes() * pixels,
					() -> Tensors.write(image, AxisOrder.XYC, AxisOrder.NHWC, same));
			}
			report(from + " -> float, new tensor", 4 * pixels, () -> Tensors
				.copyFloats(image, AxisOrder.XYC, AxisOrder.NHWC).close());
		});
		try (INDArray tensor = Tensors.copy(layouts.get("array"))) {
			report(name + " tensor -> image, new", sample.bytes() * pixels,
				() -> Images.<T> copy(tensor));
			report(name + " tensor, turned -> image, new", sample.bytes() * pixels,
				() -> Images.<T> copy(tensor.permute(0, 2, 1)));
			report(name + " tensor -> image, shared", sample.bytes() * pixels,
				() -> Images.<T> wrap(tensor));
		}
	}

	private static void channelsLast() {
		final RandomAccessibleInterval<UnsignedByteType> rgb = filled(
			new PlanarImgFactory<>(new UnsignedByteType()), SIDE, SIDE, 3);
		final int[] colours = new int[SIDE * SIDE];
		try (INDArray into = Nd4j.create(DataType.FLOAT, 1, SIDE, SIDE, 3)) {
			report("u8 x 3 planar -> float NHWC", 12L * SIDE * SIDE, () -> Tensors
				.write(rgb, AxisOrder.XYC, AxisOrder.NHWC, into));
			report("ARGB -> float NHWC", 12L * SIDE * SIDE, () -> Tensors.write(
				ArrayImgs.argbs(colours, SIDE, SIDE), AxisOrder.XYC, AxisOrder.NHWC,
				into));
			report("float NHWC x 3 -> image", 12L * SIDE * SIDE, () -> Images
				.<FloatType> copy(into, AxisOrder.NHWC, AxisOrder.XYC));
		}
	}

	/** What a new tensor costs beside its contents. */
	private static void firstTouch() {
		report("new float tensor, zeroed", 4L * SIDE * SIDE, () -> Nd4j.create(
			DataType.FLOAT, 1, SIDE, SIDE, 1).close());
		report("new float tensor, not touched", 4L * SIDE * SIDE, () -> Nd4j
			.createUninitialized(DataType.FLOAT, 1, SIDE, SIDE, 1).close());
	}

	private static void normalisation() {
		final RandomAccessibleInterval<UnsignedShortType> image = layouts(
			new UnsignedShortType()).get("planar");
		report("u16 percentiles", 4L * SIDE * SIDE, () -> Normalization.percentile(
			1, 99.8).measure(image));
		final NormalizedBlocks blocks = NormalizedBlocks.of(image, Scaling.identity(
			1));
		final float[] tile = new float[256 * 256];
		report("u16 64 tiles of 256 x 256, one thread", 4L * SIDE * SIDE, () -> {
			for (int i = 0; i < 64; i++)
				blocks.read(i % 8 * 256L, i / 8 * 256L, 256, 256, tile, 0);
		});
	}

	private static void report(final String name, final long bytes,
		final Runnable bridge)
	{
		if (!name.contains(wanted)) return;
		final byte[] from = new byte[(int) bytes];
		final byte[] to = new byte[(int) bytes];
		final long[] copyTimes = new long[RUNS];
		final long[] bridgeTimes = new long[RUNS];
		for (int i = -RUNS; i < RUNS; i++) {
			final long copy = time(() -> System.arraycopy(from, 0, to, 0, to.length));
			final long own = time(bridge);
			if (i < 0) continue;
			copyTimes[i] = copy;
			bridgeTimes[i] = own;
		}
		Arrays.sort(copyTimes);
		Arrays.sort(bridgeTimes);
		System.out.printf("%-44s", name);
		for (final int i : new int[] { 0, RUNS / 2 })
			System.out.printf(" %9.2f %9.2f %7.2f", copyTimes[i] / 1e6,
				bridgeTimes[i] / 1e6, (double) copyTimes[i] / bridgeTimes[i]);
		System.out.println();
	}

	private static long time(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return System.nanoTime() - start;
	}
}
