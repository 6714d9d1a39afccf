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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.engine.Progress;
import org.unetlens.infer.TileGrid.Tile;
import org.unetlens.network.Network;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.NetworkStream;
import org.unetlens.network.TileRule;
import org.unetlens.network.TileShape;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.Scaling;

/**
 * Runs a network over an image plane from top to bottom, by all threads. The
 * rows that are needed at a time grow with the width of the plane; where they
 * would take more memory than they may, the plane is cut into columns, which
 * overlap by what the network sees. The result equals that of the network on
 * the whole plane within float error. Thread-safe: one image at a time, others
 * wait. Close it to free its native memory.
 */
public final class TiledPrediction implements AutoCloseable {

	/** Pixels of an image after which nothing is kept for the next one. */
	private static final long LARGE = 16L << 20;

	/**
	 * Rows of the result that a pass gives, the most that memory allows. Passes
	 * of fewer rows spend more time on waiting; of more rows, on memory that is
	 * touched for the first time.
	 */
	private static final List<Integer> ROWS = List.of(512, 256, 128, 64);

	/**
	 * Columns that are computed together at most. NB: For each shape of a
	 * convolution ND4J's oneDNN keeps kernels that grow with the width of its
	 * map: about 100 kB for each column of a U-Net of depth 4, which nothing
	 * counts.
	 */
	private static final long WIDEST = 4096;

	/** Pixels of a row of tiles that wait for the last of them, as bytes. */
	private static final long WAITING = 128L << 20;

	/** How a plane is computed. */
	private record Course(TileGrid grid, int rows) {

		TileShape shape() {
			return new TileShape(1, grid.tileHeight(), grid.tileWidth());
		}
	}

	private final Network net;
	private final NetworkSignature signature;
	private final int threads;
	private final long memoryBudget;
	private final long waiting;
	private final StreamPool streams;
	/** Bytes per column of pixels, by the rows of a pass. */
	private final Map<Integer, Long> columnBytes = new ConcurrentHashMap<>();

	/**
	 * @param net stays the caller's, and open
	 * @param threads that compute at a time, at least 1
	 * @param memoryBudget bytes that all maps together may take
	 */
	public TiledPrediction(final Network net, final int threads,
		final long memoryBudget)
	{
		this(net, threads, memoryBudget, WAITING);
	}

	/**
	 * @param waiting pixels of a row of tiles, beside each other, that may wait
	 *          until the last of them is finished
	 */
	TiledPrediction(final Network net, final int threads, final long memoryBudget,
		final long waiting)
	{
		this.net = net;
		signature = net.signature();
		this.threads = threads;
		this.memoryBudget = memoryBudget;
		this.waiting = waiting;
		streams = new StreamPool(net, threads);
	}

	/** How a plane of that size is cut. */
	public TileGrid grid(final long width, final long height) {
		return course(width, height, Long.MAX_VALUE).grid();
	}

	/** How a plane is cut whose rows are finished one after the other. */
	TileGrid rowGrid(final long width, final long height) {
		return rowCourse(width, height).grid();
	}

	private Course rowCourse(final long width, final long height) {
		final Course whole = course(width, height, Long.MAX_VALUE);
		return isOneColumn(whole.grid()) ? whole : course(width, height, Math.max(1,
			waiting / width));
	}

	private static boolean isOneColumn(final TileGrid grid) {
		return grid.rows().get(0).size() == 1;
	}

	/** How many rows of a plane of that size are finished together at most. */
	int mostRows(final long width, final long height) {
		final Course course = rowCourse(width, height);
		return Math.toIntExact(Math.min(height, isOneColumn(course.grid())
			? passRows(course) : course.grid().tileHeight()));
	}

	/** The most rows that a pass reads or gives. */
	private int passRows(final Course course) {
		return Math.min(course.grid().tileHeight(), course.rows() + signature
			.tiles().halo() + 2 * signature.tiles().step());
	}

	private Course course(final long width, final long height,
		final long maxHeight)
	{
		final TileRule tiles = signature.tiles();
		Course course = null;
		for (final int few : ROWS) {
			final int rows = Math.max(few, tiles.step());
			final long fitting = memoryBudget / columnBytes.computeIfAbsent(rows,
				r -> net.columnBytes(r, threads));
			course = new Course(TileGrid.of(width, height, tiles, Math.min(WIDEST,
				fitting), maxHeight), rows);
			if (fitting >= WIDEST || isOneColumn(course.grid())) break;
		}
		return course;
	}

	/**
	 * Bytes that {@link #runRows} takes for a plane of that size: all maps, what
	 * is read, and what is given.
	 */
	long rowBytes(final long width, final long height) {
		final Course course = rowCourse(width, height);
		return net.streamBytes(course.shape(), course.rows(), threads) +
			Float.BYTES * (long) passRows(course) * course.grid().tileWidth() *
				(signature.channels() + signature.classes());
	}

	/**
	 * Computes class probabilities.
	 *
	 * @param image axes (x, y, channel); read in windows, never copied whole nor
	 *          changed
	 * @param classes how many classes to keep, from class 0 on
	 * @param progress told after each pass, asked before each
	 * @return axes (x, y, class), one array per class
	 */
	public synchronized <T extends RealType<T>> PlanarImg<FloatType, FloatArray>
		run(final RandomAccessibleInterval<T> image, final Scaling scaling,
			final int classes, final Progress progress)
	{
		final PlanarImg<FloatType, FloatArray> output = planes(image, classes);
		run(course(image.dimension(0), image.dimension(1), Long.MAX_VALUE), image,
			scaling, new RowSink()
			{

				@Override
				public void accept(final Tile tile, final int tileWidth, final long y,
					final int rows, final float[] probabilities, final int start)
			{
					stitch(tile, tileWidth, y, rows, probabilities, start, output);
				}

				@Override
				public void finished(final long y, final int rows) {}
			}, progress);
		return output;
	}

	/** Takes what was computed. */
	interface RowSink {

		/**
		 * @param tile whose columns were computed
		 * @param tileWidth columns of {@code probabilities}
		 * @param y first of the rows, in pixels of the image
		 * @param rows all of which belong to the tile's core
		 * @param probabilities {@code [rows, tileWidth, classes]} from
		 *          {@code start} on; valid during the call
		 */
		void accept(Tile tile, int tileWidth, long y, int rows,
			float[] probabilities, int start);

		/** These rows of the image were given, in all their columns. */
		void finished(long y, int rows);
	}

	/**
	 * Computes class probabilities so that rows are finished from top to bottom;
	 * the same values as those of {@link #run}.
	 *
	 * @param image axes (x, y, channel); read in windows
	 */
	synchronized <T extends RealType<T>> void runRows(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final RowSink sink, final Progress progress)
	{
		run(rowCourse(image.dimension(0), image.dimension(1)), image, scaling, sink,
			progress);
	}

	private <T extends RealType<T>> void run(final Course course,
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final RowSink sink, final Progress progress)
	{
		final NormalizedBlocks reader = NormalizedBlocks.of(image, scaling);
		final NetworkStream stream = streams.borrow(course.shape(), course.rows());
		final AtomicLong passes = new AtomicLong();
		final long total = (long) course.grid().tiles().size() * stream.passes();
		try {
			// NB: Begun by a thread of the pool, so that it computes rows itself.
			Parallelization.runWithNumThreads(threads, () -> Parallelization
				.getTaskExecutor().forEach(List.of(course.grid()), grid -> grid.rows()
					.forEach(row -> {
						row.forEach(tile -> run(tile, stream, reader, sink, row.size() == 1,
							() -> {
								progress.checkCanceled();
								if (passes.get() > 0) progress.update(passes.get(), total,
									"Segmenting");
								passes.incrementAndGet();
							}));
						if (row.size() > 1) sink.finished(row.get(0).coreY(), row.get(0)
							.coreHeight());
					})));
		}
		finally {
			streams.giveBack(stream);
		}
		progress.update(total, total, "Segmenting");
		// NB: Beside a large image, preparing anew takes no time, and what follows
		// needs the memory.
		if (image.dimension(0) * image.dimension(1) > LARGE) streams.close();
	}

	private void run(final Tile tile, final NetworkStream stream,
		final NormalizedBlocks reader, final RowSink sink, final boolean alone,
		final Runnable before)
	{
		final int width = stream.shape().width();
		stream.run((first, rows, values) -> reader.read(tile.x(), tile.y() + first,
			width, rows, values, 0), (first, rows, probabilities) -> {
				final long y = Math.max(tile.y() + first, tile.coreY());
				final int n = (int) (Math.min(tile.y() + first + rows, tile.coreY() +
					tile.coreHeight()) - y);
				if (n <= 0) return;
				sink.accept(tile, width, y, n, probabilities, (int) (y - tile.y() -
					first) * width * signature.classes());
				if (alone) sink.finished(y, n);
			}, before);
	}

	private void stitch(final Tile tile, final int tileWidth, final long y,
		final int rows, final float[] from, final int start,
		final PlanarImg<FloatType, FloatArray> output)
	{
		final int classes = signature.classes();
		for (int c = 0; c < output.numSlices(); c++) {
			final float[] plane = output.getPlane(c).getCurrentStorageArray();
			for (int row = 0; row < rows; row++) {
				int in = start + (int) (row * (long) tileWidth + tile.coreX() - tile
					.x()) * classes + c;
				int out = (int) ((y + row) * output.dimension(0) + tile.coreX());
				for (int x = 0; x < tile.coreWidth(); x++, in += classes)
					plane[out++] = from[in];
			}
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
		streams.close();
	}
}
