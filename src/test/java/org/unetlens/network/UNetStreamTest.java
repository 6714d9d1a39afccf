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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UNetStreamTest {

	private static final int WIDTH = 48;

	/** Rows of the image, rows per pass, depth, skips, threads. */
	@ParameterizedTest
	@CsvSource({ "16, 64, 2, 3, 1", "320, 64, 2, 3, 2", "320, 20, 2, 1, 3",
		"400, 16, 3, 7, 2", "400, 100, 3, 5, 2", "408, 8, 3, 0, 1",
		"480, 32, 4, 15, 2", "480, 96, 4, 6, 3", "32, 1, 1, 1, 2",
		"16, 1, 4, 15, 2" })
	void rowsMakeTheWhole(final int height, final int rows, final int depth,
		final int skips, final int threads)
	{
		final UNetSpec spec = UNetSpec.default2d(2, 3).withDepth(depth)
			.withBaseWidth(5).withSkips(new SkipSet(skips));
		compare(spec, height, rows, threads);
	}

	/** What imported networks may have. */
	@ParameterizedTest
	@CsvSource({ "0, RELU, 0", "1, ELU, 6", "1, LEAKY_RELU, 0", "0, ELU, 4" })
	void formsOfOtherNetworks(final int upReach, final Activation.Kind kind,
		final int head)
	{
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(2).withBaseWidth(4)
			.withForm(new UNetForm(upReach, true, true, head > 0, head,
				kind == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(0.1)
					: new Activation(kind, 0)));
		compare(spec, 200, 32, 2);
	}

	private static void compare(final UNetSpec spec, final int height,
		final int rows, final int threads)
	{
		final TileShape shape = new TileShape(1, height, WIDTH);
		final Weights weights = InitialWeights.he(spec);
		final float[] whole = new float[height * WIDTH * spec.classes()];
		try (UNet net = new UNet(spec, weights);
				UNetPlan plan = net.plan(shape);
				UNetStream stream = net.stream(shape, rows, threads))
		{
			assertEquals(net.streamBytes(shape, rows, 1), stream.bytes());
			// NB: Nothing of the first image may be left when the second one runs.
			for (int seed = 1; seed < 3; seed++) {
				final float[] input = random(height * WIDTH * spec.channels(), seed);
				plan.run(input, whole);
				assertArrayEquals(whole, run(stream, input, spec, threads), 1e-5f);
			}
		}
	}

	private static float[] run(final UNetStream stream, final float[] input,
		final UNetSpec spec, final int threads)
	{
		final int in = WIDTH * spec.channels(), out = WIDTH * spec.classes();
		final float[] result = new float[stream.shape().height() * out];
		Arrays.fill(result, Float.NaN);
		final int[] next = new int[2];
		Parallelization.runWithNumThreads(threads, () -> stream.run((first, rows,
			values) -> {
			assertEquals(next[0], first);
			next[0] += rows;
			System.arraycopy(input, first * in, values, 0, rows * in);
		}, (first, rows, p) -> {
			assertEquals(next[1], first);
			next[1] += rows;
			System.arraycopy(p, 0, result, first * out, rows * out);
		}, () -> {}));
		return result;
	}

	/** A higher image takes no more memory than one of some passes. */
	@Test
	void memoryDoesNotGrowWithTheHeight() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(3).withBaseWidth(
			8);
		try (UNet net = new UNet(spec, InitialWeights.he(spec))) {
			final long some = net.streamBytes(new TileShape(1, 1024, 64), 128, 1);
			final long many = net.streamBytes(new TileShape(1, 8192, 64), 128, 1);
			final long wide = net.streamBytes(new TileShape(1, 8192, 128), 128, 1);
			final long whole = net.streamBytes(new TileShape(1, 1024, 64), 1024, 1);
			assertEquals(1, (double) many / some, 0.1);
			assertEquals(2, (double) wide / many, 0.01);
			assertTrue(whole > 3 * some, whole + " and " + some);
		}
	}

	/** What columns are chosen by is what they take at any height. */
	@ParameterizedTest
	@CsvSource({ "2, 64", "3, 32", "4, 64", "4, 128" })
	void noHeightTakesMoreThanItsColumns(final int depth, final int rows) {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(depth)
			.withBaseWidth(4);
		try (UNet net = new UNet(spec, InitialWeights.he(spec))) {
			final double most = net.columnBytes(rows, 1) * (double) WIDTH;
			for (int height = 512; height < 1200; height += 7 * spec.tileStep()) {
				final double bytes = net.streamBytes(new TileShape(1, height, WIDTH),
					rows, 1);
				assertTrue(bytes <= 1.01 * most && bytes > 0.6 * most, height +
					" rows: " + bytes / most);
			}
		}
	}

	@Test
	void stopsBetweenPassesAndCanRunAgain() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(2).withBaseWidth(
			4);
		final float[] input = random(400 * WIDTH, 7);
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				UNetStream stream = net.stream(new TileShape(1, 400, WIDTH), 64, 2))
		{
			final float[] expected = run(stream, input, spec, 2);
			final int[] passes = new int[1];
			assertThrows(CancellationException.class, () -> stream.run((first, rows,
				values) -> Arrays.fill(values, 9), (first, rows, p) -> {}, () -> {
					if (++passes[0] > 2) throw new CancellationException();
				}));
			assertEquals(3, passes[0]);
			assertArrayEquals(expected, run(stream, input, spec, 2));
		}
	}

	@Test
	void refusesSidesThatPoolingCannotHalve() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(3);
		try (UNet net = new UNet(spec, InitialWeights.he(spec))) {
			assertTrue(assertThrows(IllegalArgumentException.class, () -> net.stream(
				new TileShape(1, 20, 16), 64, 1)).getMessage().contains(
					"multiples of 8 px"));
		}
	}

	private static float[] random(final int n, final int seed) {
		final Random random = new Random(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = random.nextFloat();
		return values;
	}
}
