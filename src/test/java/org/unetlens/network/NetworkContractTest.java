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
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.engine.Progress;
import org.unetlens.infer.TiledPrediction;
import org.unetlens.tensor.Scaling;

/**
 * What every {@link Network} must do; the test of each implementation extends
 * it.
 */
public abstract class NetworkContractTest {

	protected static final int CHANNELS = 2;
	protected static final int CLASSES = 3;
	private static final double TOLERANCE = 1e-5;

	private Network net;
	private NetworkSignature signature;
	private int step;
	private int halo;

	/**
	 * A small network with {@link #CHANNELS}, {@link #CLASSES} and at least one
	 * skip connection; always the same one.
	 */
	protected abstract Network open();

	/**
	 * What it must give, computed in another way.
	 *
	 * @param image {@code [height, width, channels]}
	 * @return {@code [height, width, classes]}
	 */
	protected abstract double[] expected(float[] image, int height, int width,
		SkipSet silenced);

	/** Bytes that networks of its kind take in this process at present. */
	protected abstract long memoryInUse();

	@BeforeEach
	void begin() {
		net = open();
		signature = net.signature();
		step = signature.tiles().step();
		halo = signature.tiles().halo();
	}

	@AfterEach
	void end() {
		net.close();
	}

	@Test
	void saysWhatGoesInAndComesOut() {
		assertEquals(CHANNELS, signature.channels());
		assertEquals(CLASSES, signature.classes());
		assertTrue(signature.skips().bits() != 0, "it has skip connections");
	}

	/** Steps more than the least height and width, rows of a pass, threads. */
	@ParameterizedTest
	@CsvSource({ "0, 0, 64, 1", "2, 4, 1000, 2", "6, 2, 1, 2", "12, 0, 7, 3",
		"17, 1, 16, 2" })
	void givesWhatAnotherComputationGives(final int high, final int wide,
		final int rows, final int threads)
	{
		final TileShape shape = shape(high, wide);
		try (NetworkStream stream = net.stream(shape, rows, threads)) {
			assertEquals(shape, stream.shape());
			// NB: Nothing of the first image may be left when the second one runs.
			for (int seed = 1; seed < 3; seed++) {
				final float[] image = random(shape, seed);
				assertSame(expected(image, shape.height(), shape.width(), SkipSet
					.none()), run(stream, image, rows, threads));
			}
		}
	}

	@Test
	void sizesOffItsRuleAreRefused() {
		final int least = signature.tiles().least();
		for (final int bad : new int[] { least - step, least + 1, least + step -
			1 })
		{
			if (bad < 1 || bad % step == 0 && bad >= least) continue;
			for (final TileShape shape : List.of(new TileShape(1, bad, least),
				new TileShape(1, least, bad)))
			{
				final String message = assertThrows(IllegalArgumentException.class,
					() -> net.stream(shape, 64, 1)).getMessage();
				assertTrue(message.contains("multiples of " + step + " px") && message
					.contains(shape.width() + " x " + shape.height()), message);
			}
		}
	}

	/** All that lies farther from a cell than the halo is changed. */
	@Test
	void nothingBeyondTheHaloDecides() {
		final int side = Math.toIntExact(signature.tiles().atLeast(2 * halo + 5 *
			step));
		final TileShape shape = new TileShape(1, side, side);
		final int from = (side / step / 2) * step;
		final float[] image = random(shape, 3), other = random(shape, 4);
		for (int y = from - halo; y < from + step + halo; y++)
			System.arraycopy(image, (y * side + from - halo) * CHANNELS, other, (y *
				side + from - halo) * CHANNELS, (2 * halo + step) * CHANNELS);
		try (NetworkStream stream = net.stream(shape, 64, 2)) {
			final float[] a = run(stream, image, 64, 2), b = run(stream, other, 64,
				2);
			for (int y = from; y < from + step; y++)
				for (int i = 0; i < step * CLASSES; i++)
					assertEquals(a[(y * side + from) * CLASSES + i], b[(y * side + from) *
						CLASSES + i], TOLERANCE, "row " + y);
			assertTrue(largest(a, b) > 1e-3, "the images differ");
		}
	}

	/** Halos and pixels of the width, the same of the height. */
	@ParameterizedTest
	@CsvSource({ "5, 1, 3, 2", "2, 3, 6, 5", "0, 5, 0, 7", "0, 1, 0, 1",
		"0, 1, 4, 3" })
	void tiledEqualsUntiled(final int halosWide, final int wide,
		final int halosHigh, final int high)
	{
		final int width = halosWide * halo + wide, height = halosHigh * halo + high;
		final ArrayImg<FloatType, FloatArray> image = image(width, height);
		try (TiledPrediction whole = new TiledPrediction(net, 1, 1L << 32);
				TiledPrediction tiled = new TiledPrediction(net, 2, narrowBudget()))
		{
			assertEquals(1, whole.grid(width, height).tiles().size());
			if (halosWide > 3) assertTrue(tiled.grid(width, height).tiles()
				.size() > 1);
			assertSame(predict(whole, image, Progress.NONE), predict(tiled, image,
				Progress.NONE));
		}
	}

	/** Of columns hardly wider than what each of them must see beside it. */
	private long narrowBudget() {
		final int width = Math.toIntExact(signature.tiles().atLeast(2 * halo + 2 *
			step));
		return net.streamBytes(new TileShape(1, width * 8, width), 64, 2);
	}

	@Test
	void stopsBetweenPassesAndCanRunAgain() {
		final int rows = Math.max(step, 8);
		final TileShape shape = new TileShape(1, Math.toIntExact(signature.tiles()
			.atLeast(4 * halo + 4 * rows)), Math.toIntExact(signature.tiles().atLeast(
				1)));
		final float[] image = random(shape, 5);
		try (NetworkStream stream = net.stream(shape, rows, 2)) {
			assertTrue(stream.passes() > 3, stream.passes() + " passes");
			final float[] expected = run(stream, image, rows, 2);
			final int[] passes = new int[1];
			assertThrows(CancellationException.class, () -> stream.run((first, n,
				values) -> Arrays.fill(values, 9), (first, n, p) -> {}, () -> {
					if (++passes[0] > 2) throw new CancellationException();
				}));
			assertEquals(3, passes[0]);
			assertArrayEquals(expected, run(stream, image, rows, 2));
		}
	}

	@Test
	void anImageThatWasCanceledCanBeComputedAgain() {
		final int width = 6 * halo + 3;
		final ArrayImg<FloatType, FloatArray> image = image(width, 2 * halo + 1);
		try (TiledPrediction prediction = new TiledPrediction(net, 2,
			narrowBudget()))
		{
			final Throwable thrown = assertThrows(RuntimeException.class,
				() -> predict(prediction, image, new CanceledAfter(2)));
			assertTrue(thrown instanceof CancellationException || thrown
				.getCause() instanceof CancellationException, thrown.toString());
			final float[] again = predict(prediction, image, Progress.NONE);
			try (TiledPrediction fresh = new TiledPrediction(net, 2,
				narrowBudget()))
			{
				assertArrayEquals(predict(fresh, image, Progress.NONE), again);
			}
		}
	}

	private static final class CanceledAfter implements Progress {

		private final long passes;
		private volatile long done;

		CanceledAfter(final long passes) {
			this.passes = passes;
		}

		@Override
		public void update(final long finished, final long total,
			final String message)
		{
			done = finished;
		}

		@Override
		public boolean isCanceled() {
			return done >= passes;
		}
	}

	/** NB: What is freed besides makes neither difference too small. */
	@Test
	void takesTheMemoryThatItStates() {
		final TileShape shape = shape(40, 20);
		// NB: The first stream takes copies of the weights, which stay.
		net.stream(shape, 16, 2).close();
		final long before = memoryInUse(), between, stated;
		try (NetworkStream stream = net.stream(shape, 16, 2)) {
			run(stream, random(shape, 1), 16, 2);
			between = memoryInUse();
			stated = stream.bytes();
			assertEquals(net.streamBytes(shape, 16, 2), stated);
		}
		assertTrue(between - before <= stated + 2000, between - before +
			" bytes taken, " + stated + " stated");
		final long freed = between - memoryInUse();
		assertTrue(freed >= stated - 2000, freed + " bytes freed, " + stated +
			" stated");
	}

	/** Heights of one pass to many, whole passes and others. */
	@Test
	void noHeightTakesMoreMemoryThanItsColumnsAreSaidTo() {
		final TileRule tiles = signature.tiles();
		final int rows = 8 * step, width = Math.toIntExact(tiles.atLeast(8 * step));
		final long stated = net.columnBytes(rows, 2);
		long most = 0;
		for (long height = tiles.least(); height < 6 * (rows + halo); height += 3 *
			step)
			most = Math.max(most, bytes(height, width, rows));
		assertTrue(most <= (stated + 1) * width, most + " bytes, " + stated +
			" stated for each of " + width + " columns");
		assertTrue(most >= 0.97 * stated * width, most + " bytes, " + stated +
			" stated for each of " + width + " columns");
	}

	@Test
	void memoryGrowsWithTheWidthOnly() {
		final long high = signature.tiles().atLeast(8 * halo + 512), wide =
			signature.tiles().atLeast(4 * step);
		final long some = bytes(high, wide, 64);
		assertEquals(1, (double) bytes(8 * high, wide, 64) / some, 0.1);
		assertEquals(4, (double) bytes(high, 4 * wide, 64) / some, 0.2);
		assertTrue(bytes(high, wide, (int) high) > some,
			"more rows take more memory");
	}

	private long bytes(final long height, final long width, final int rows) {
		return net.streamBytes(new TileShape(1, Math.toIntExact(height), Math
			.toIntExact(width)), rows, 2);
	}

	@Test
	void closingFreesItsMemory() {
		// NB: What is kept for the shapes of arrays, once for all.
		use();
		final long before = memoryInUse();
		for (int i = 0; i < 3; i++)
			assertTrue(use() > before, "it takes memory");
		final long left = memoryInUse() - before;
		assertTrue(left <= 1000, left + " bytes are left");
	}

	/** The memory that is in use before all is closed again. */
	private long use() {
		final TileShape shape = shape(9, 11);
		try (Network other = open();
				Network silenced = other.without(signature.skips());
				NetworkStream stream = silenced.stream(shape, 16, 2))
		{
			run(stream, random(shape, 1), 16, 2);
			return memoryInUse();
		}
	}

	@Test
	void aSilencedSkipCarriesZeros() {
		final TileShape shape = shape(4, 6);
		final float[] image = random(shape, 6);
		final float[] full = run(net, shape, image);
		final SkipSet all = signature.skips();
		IntStream.concat(IntStream.of(all.levels()).map(k -> 1 << k), IntStream.of(
			all.bits())).mapToObj(SkipSet::new).forEach(silenced -> {
				try (Network without = net.without(silenced)) {
					assertEquals(all.bits() & ~silenced.bits(), without.signature()
						.skips().bits());
					assertEquals(signature.tiles().step(), without.signature().tiles()
						.step());
					final float[] found = run(without, shape, image);
					assertSame(expected(image, shape.height(), shape.width(), silenced),
						found);
					assertTrue(largest(full, found) > 1e-3, silenced +
						" silenced changes nothing");
				}
			});
		assertArrayEquals(full, run(net, shape, image));
	}

	@Test
	void theSilencedNetworkStaysWhenTheOtherIsClosed() {
		final TileShape shape = shape(1, 2);
		final float[] image = random(shape, 7);
		final Network other = open();
		try (Network without = other.without(signature.skips())) {
			other.close();
			assertSame(expected(image, shape.height(), shape.width(), signature
				.skips()), run(without, shape, image));
		}
	}

	@Test
	void skipsThatItHasNotCannotBeSilenced() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> net.without(SkipSet.of(0, 29))).getMessage();
		assertTrue(message.contains("29") && message.contains(signature.skips()
			.toString()), message);
	}

	@Test
	void severalThreadsMayUseIt() {
		final TileShape one = shape(6, 5), two = shape(3, 8);
		final float[] first = run(net, one, random(one, 8)), second = run(net, two,
			random(two, 9));
		final CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
			for (int i = 0; i < 5; i++)
				assertArrayEquals(second, run(net, two, random(two, 9)));
		});
		for (int i = 0; i < 5; i++)
			assertArrayEquals(first, run(net, one, random(one, 8)));
		other.join();
	}

	private TileShape shape(final int stepsHigh, final int stepsWide) {
		final int least = signature.tiles().least();
		return new TileShape(1, least + stepsHigh * step, least + stepsWide * step);
	}

	private float[] run(final Network network, final TileShape shape,
		final float[] image)
	{
		try (NetworkStream stream = network.stream(shape, 16, 2)) {
			return run(stream, image, 16, 2);
		}
	}

	/** All rows are read and given once, from top to bottom, few at a time. */
	private float[] run(final NetworkStream stream, final float[] image,
		final int rows, final int threads)
	{
		final int in = stream.shape().width() * CHANNELS, out = stream.shape()
			.width() * CLASSES, most = Math.max(rows, step) + halo + 2 * step;
		final float[] result = new float[stream.shape().height() * out];
		final int[] next = new int[3];
		Parallelization.runWithNumThreads(threads, () -> stream.run((first, n,
			values) -> {
			assertEquals(next[0], first);
			next[0] += n;
			assertTrue(n <= most, n + " rows are read, at most " + most + " allowed");
			System.arraycopy(image, first * in, values, 0, n * in);
		}, (first, n, p) -> {
			assertEquals(next[1], first);
			next[1] += n;
			assertTrue(n <= most, n + " rows come, at most " + most + " allowed");
			System.arraycopy(p, 0, result, first * out, n * out);
		}, () -> next[2]++));
		assertArrayEquals(new int[] { stream.shape().height(), stream.shape()
			.height(), stream.passes() }, next);
		return result;
	}

	private static float[] predict(final TiledPrediction prediction,
		final ArrayImg<FloatType, FloatArray> image, final Progress progress)
	{
		final PlanarImg<FloatType, FloatArray> found = prediction.run(image,
			new Scaling(new float[] { 0.2f, 0.1f }, new float[] { 1, 1.5f }), CLASSES,
			progress);
		final int n = found.getPlane(0).getCurrentStorageArray().length;
		final float[] all = new float[CLASSES * n];
		for (int c = 0; c < CLASSES; c++)
			System.arraycopy(found.getPlane(c).getCurrentStorageArray(), 0, all, c *
				n, n);
		return all;
	}

	private static ArrayImg<FloatType, FloatArray> image(final int width,
		final int height)
	{
		return ArrayImgs.floats(random(new TileShape(1, height, width), 10), width,
			height, CHANNELS);
	}

	private static float[] random(final TileShape shape, final int seed) {
		final Random random = new Random(seed);
		final float[] values = new float[(int) shape.pixels() * CHANNELS];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		return values;
	}

	private static void assertSame(final double[] expected, final float[] found) {
		assertEquals(expected.length, found.length);
		for (int i = 0; i < found.length; i++)
			assertEquals(expected[i], found[i], TOLERANCE, "value " + i);
	}

	private static void assertSame(final float[] expected, final float[] found) {
		assertArrayEquals(expected, found, (float) TOLERANCE);
	}

	private static float largest(final float[] a, final float[] b) {
		float d = 0;
		for (int i = 0; i < a.length; i++)
			d = Math.max(d, Math.abs(a[i] - b[i]));
		return d;
	}
}
