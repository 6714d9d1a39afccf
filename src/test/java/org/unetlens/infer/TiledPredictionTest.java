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

package org.unetlens.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.engine.Progress;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Scaling;

class TiledPredictionTest {

	private static final Scaling SCALING = new Scaling(new float[] { 100, 90 },
		new float[] { 0.02f, 0.03f });

	@ParameterizedTest
	@CsvSource({ "331, 157, 2", "131, 223, 3", "61, 300, 1", "5, 7, 2", "1, 1, 2",
		"1, 200, 2" })
	void tiledEqualsUntiled(final int width, final int height, final int depth) {
		final UNetSpec spec = UNetSpec.default2d(2, 3).withDepth(depth)
			.withBaseWidth(4).withSeed(9);
		final Img<UnsignedByteType> image = noise(width, height);
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				TiledPrediction whole = new TiledPrediction(net, 1, 1L << 30);
				TiledPrediction tiled = new TiledPrediction(net, 3, net
					.bytesPerPixel() * 9000))
		{
			assertEquals(1, whole.grid(width, height).tiles().size());
			if (width > 100 && height > 100) assertTrue(tiled.grid(width, height)
				.tiles().size() > 2);
			final var expected = whole.run(image, SCALING, 3, Progress.NONE);
			final var found = tiled.run(image, SCALING, 3, Progress.NONE);
			compare(expected, found);
		}
	}

	/** In one column, pass by pass; in columns whose tiles are cut in height. */
	@ParameterizedTest
	@CsvSource({ "30, 1000000", "1, 1000000", "1, 7000" })
	void rowsAreFinishedFromTopToBottom(final int memory, final long waiting) {
		final UNetSpec spec = UNetSpec.default2d(2, 3).withDepth(2).withBaseWidth(4)
			.withSeed(3);
		final Img<UnsignedByteType> image = noise(131, 423);
		final float[] found = new float[131 * 423];
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				TiledPrediction prediction = new TiledPrediction(net, 2, memory *
					600_000L, waiting))
		{
			final TileGrid grid = prediction.rowGrid(131, 423);
			assertEquals(memory > 1, grid.rows().get(0).size() == 1);
			assertEquals(waiting < 10_000, grid.rows().size() > 2);
			final int[] next = new int[1];
			prediction.runRows(image, SCALING, new TiledPrediction.RowSink() {

				@Override
				public void accept(final TileGrid.Tile tile, final int tileWidth,
					final long y, final int rows, final float[] p, final int start)
				{
					for (int r = 0; r < rows; r++)
						for (int x = 0; x < tile.coreWidth(); x++)
							found[(int) ((y + r) * 131 + tile.coreX() + x)] = p[start +
								(int) (r * tileWidth + tile.coreX() - tile.x() + x) * 3 + 1];
				}

				@Override
				public void finished(final long y, final int rows) {
					assertEquals(next[0], y);
					next[0] += rows;
					assertTrue(rows <= prediction.mostRows(131, 423), rows + " rows");
				}
			}, Progress.NONE);
			assertEquals(423, next[0]);
			final float[] expected = prediction.run(image, SCALING, 3, Progress.NONE)
				.getPlane(1).getCurrentStorageArray();
			assertArrayEquals(expected, found, 1e-5f);
		}
	}

	@Test
	void keepsTheFirstClassesOnly() {
		final UNetSpec spec = UNetSpec.default2d(2, 4).withDepth(1).withBaseWidth(
			3);
		final Img<UnsignedByteType> image = noise(19, 11);
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				TiledPrediction prediction = new TiledPrediction(net, 1, 1L << 28))
		{
			final var all = prediction.run(image, SCALING, 4, Progress.NONE);
			final var two = prediction.run(image, SCALING, 2, Progress.NONE);
			assertEquals(2, two.dimension(2));
			compare(Views.interval(all, two), two);
			double sum = 0;
			for (int c = 0; c < 4; c++)
				sum += all.getAt(7, 5, c).get();
			assertEquals(1, sum, 1e-5);
		}
	}

	/** However much memory there is: what the engine keeps grows with them. */
	@Test
	void wideImagesAreCutIntoColumns() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(2).withBaseWidth(
			2);
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				TiledPrediction prediction = new TiledPrediction(net, 2, 1L << 40))
		{
			assertEquals(1, prediction.grid(3900, 9000).tiles().size());
			final TileGrid wide = prediction.grid(20_000, 9000);
			assertEquals(1, wide.rows().size());
			assertTrue(wide.tiles().size() > 4 && wide.tileWidth() <= 4096, wide
				.tiles().size() + " columns of " + wide.tileWidth() + " px");
		}
	}

	@Test
	void stopsBetweenPassesWhenCanceled() {
		final UNetSpec spec = UNetSpec.default2d(2, 2).withDepth(1).withBaseWidth(
			2);
		final AtomicLong finished = new AtomicLong();
		final Progress progress = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				finished.set(done);
			}

			@Override
			public boolean isCanceled() {
				return finished.get() >= 2;
			}
		};
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				TiledPrediction prediction = new TiledPrediction(net, 1, net
					.bytesPerPixel() * 2500))
		{
			assertTrue(prediction.grid(300, 300).tiles().size() > 10);
			final Throwable thrown = assertThrows(RuntimeException.class,
				() -> prediction.run(noise(300, 300), SCALING, 2, progress));
			assertTrue(thrown instanceof CancellationException || thrown
				.getCause() instanceof CancellationException, thrown.toString());
			assertEquals(2, finished.get());
		}
	}

	private static Img<UnsignedByteType> noise(final int width,
		final int height)
	{
		final byte[] values = new byte[width * height * 2];
		new Random(4).nextBytes(values);
		return ArrayImgs.unsignedBytes(values, width, height, 2);
	}

	private static void compare(
		final RandomAccessibleInterval<FloatType> expected,
		final RandomAccessibleInterval<FloatType> found)
	{
		final var cursor = expected.localizingCursor();
		while (cursor.hasNext()) {
			final float value = cursor.next().get();
			assertEquals(value, found.getAt(cursor).get(), 1e-5, () -> "at " +
				net.imglib2.util.Util.printCoordinates(cursor));
		}
	}
}
