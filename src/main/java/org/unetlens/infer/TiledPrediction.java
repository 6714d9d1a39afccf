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

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.engine.Progress;
import org.unetlens.infer.TileGrid.Tile;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.Scaling;

/**
 * Runs a network over an image plane, tile by tile, each by all threads. So a
 * tile may be as large as the memory allows, and little is spent on halos. The
 * result equals that of the untiled network within float error. Thread-safe:
 * one image at a time, others wait. Close it to free its plans.
 */
public final class TiledPrediction implements AutoCloseable {

	/** Tiles of an image after which plans are not kept for the next one. */
	private static final int LARGE = 16;

	/**
	 * Bands of a tile per thread: where other processes take turns on a
	 * processor, the others take over its bands.
	 */
	private static final int BANDS = 2;

	private final UNet net;
	private final int threads;
	private final long bytesPerPixel;
	private final long maxPixels;
	private final PlanPool plans;

	/**
	 * @param net stays the caller's, and open
	 * @param threads that compute a tile, at least 1
	 * @param memoryBudget bytes that all plans together may take
	 */
	public TiledPrediction(final UNet net, final int threads,
		final long memoryBudget)
	{
		this.net = net;
		this.threads = threads;
		bytesPerPixel = net.bytesPerPixel();
		maxPixels = Math.max(1, memoryBudget / bytesPerPixel);
		plans = new PlanPool(net, BANDS * threads);
	}

	/** How a plane of that size is cut. */
	public TileGrid grid(final long width, final long height) {
		return TileGrid.of(width, height, net.spec(), maxPixels);
	}

	/** Bytes that the plan takes while a plane of that size is computed. */
	public long planBytes(final long width, final long height) {
		final TileGrid grid = grid(width, height);
		return (long) grid.tileWidth() * grid.tileHeight() * bytesPerPixel;
	}

	/**
	 * Computes class probabilities.
	 *
	 * @param image axes (x, y, channel); read in windows, never copied whole nor
	 *          changed
	 * @param classes how many classes to keep, from class 0 on
	 * @param progress told after each tile, asked before each
	 * @return axes (x, y, class), one array per class
	 */
	public synchronized <T extends RealType<T>> PlanarImg<FloatType, FloatArray>
		run(final RandomAccessibleInterval<T> image, final Scaling scaling,
			final int classes, final Progress progress)
	{
		final TileGrid grid = grid(image.dimension(0), image.dimension(1));
		final PlanarImg<FloatType, FloatArray> output = planes(image, classes);
		forEach(List.of(grid.tiles()), image, scaling, (tile, width,
			probabilities) -> stitch(tile, width, probabilities, output), row -> {},
			progress);
		return output;
	}

	/** What is done with a tile. */
	@FunctionalInterface
	interface TileSink {

		/**
		 * @param tileWidth columns of {@code probabilities}
		 * @param probabilities {@code [1, h, w, classes]} of the whole tile, of
		 *          which the core counts; valid during the call
		 */
		void accept(Tile tile, int tileWidth, float[] probabilities);
	}

	/**
	 * Computes class probabilities row of tiles by row of tiles; the same values
	 * as those of {@link #run}.
	 *
	 * @param image axes (x, y, channel); read in windows
	 * @param sink takes each tile
	 * @param row is told after each row of tiles, one of which is given
	 */
	synchronized <T extends RealType<T>> void runRows(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final TileSink sink, final Consumer<Tile> row, final Progress progress)
	{
		forEach(grid(image.dimension(0), image.dimension(1)).rows(), image, scaling,
			sink, row, progress);
	}

	private <T extends RealType<T>> void forEach(final List<List<Tile>> rows,
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final TileSink sink, final Consumer<Tile> done, final Progress progress)
	{
		final TileGrid grid = grid(image.dimension(0), image.dimension(1));
		final TileShape shape = new TileShape(1, grid.tileHeight(), grid
			.tileWidth());
		plans.keepOnly(shape);
		final NormalizedBlocks reader = NormalizedBlocks.of(image, scaling);
		final AtomicLong finished = new AtomicLong();
		final int total = grid.tiles().size();
		inPool(() -> rows.forEach(row -> {
			row.forEach(tile -> {
				progress.checkCanceled();
				predict(tile, shape, reader, sink);
				progress.update(finished.incrementAndGet(), total, "Segmenting");
			});
			done.accept(row.get(0));
		}));
		// NB: Beside a large image, preparing plans anew takes no time, and what
		// follows needs the memory.
		if (total > LARGE) plans.close();
	}

	/** NB: Begun by a thread of the pool, so that it computes bands itself. */
	private void inPool(final Runnable work) {
		Parallelization.runWithNumThreads(threads, () -> Parallelization
			.getTaskExecutor().forEach(List.of(work), Runnable::run));
	}

	private void predict(final Tile tile, final TileShape shape,
		final NormalizedBlocks reader, final TileSink sink)
	{
		final TileWorker worker = plans.borrow(shape);
		try {
			reader.read(tile.x(), tile.y(), shape.width(), shape.height(), worker
				.input(), 0);
			sink.accept(tile, shape.width(), worker.run());
		}
		finally {
			plans.giveBack(worker);
		}
	}

	private void stitch(final Tile tile, final int tileWidth,
		final float[] probabilities, final PlanarImg<FloatType, FloatArray> output)
	{
		for (int c = 0; c < output.numSlices(); c++)
			stitch(tile, tileWidth, probabilities, c, output.getPlane(c)
				.getCurrentStorageArray(), output.dimension(0));
	}

	private void stitch(final Tile tile, final int tileWidth, final float[] from,
		final int channel, final float[] plane, final long width)
	{
		final int classes = net.spec().classes();
		for (int y = 0; y < tile.coreHeight(); y++) {
			int in = (int) (((tile.coreY() - tile.y() + y) * tileWidth + tile
				.coreX() - tile.x()) * classes) + channel;
			int out = (int) ((tile.coreY() + y) * width + tile.coreX());
			for (int x = 0; x < tile.coreWidth(); x++, in += classes)
				plane[out++] = from[in];
		}
	}

	private static PlanarImg<FloatType, FloatArray> planes(
		final RandomAccessibleInterval<?> image, final int classes)
	{
		if (image.dimension(0) * image.dimension(1) > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException("The plane has " + image.dimension(0) +
				" x " + image.dimension(1) +
				" pixels; at most 2^31 fit into memory as one plane. Cut it into parts");
		@SuppressWarnings("unchecked")
		final PlanarImg<FloatType, FloatArray> planes =
			(PlanarImg<FloatType, FloatArray>) new PlanarImgFactory<>(new FloatType())
				.create(image.dimension(0), image.dimension(1), classes);
		return planes;
	}

	@Override
	public void close() {
		plans.close();
	}
}
