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

package org.unetlens.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.unetlens.network.NetworkSignature;
import org.unetlens.network.NetworkStream;
import org.unetlens.network.TileShape;

/**
 * A graph of layers through which images of one size run, block by block of
 * rows: a block is computed with all that decides about it above and below, and
 * the threads of the current {@link Parallelization} compute a block each at a
 * time. Not thread-safe. Close it to free its native memory.
 */
final class GraphStream implements NetworkStream {

	/**
	 * How an image is cut.
	 *
	 * @param shape of the image
	 * @param rows of the result that a block gives, but for the last one
	 * @param portion rows that are read or given at a time at most
	 * @param block what a plan computes
	 * @param parts blocks that are computed at a time
	 */
	record Layout(TileShape shape, int rows, int portion, TileShape block,
			int parts) {

		/**
		 * The one that takes the least time, of those that take no more memory than
		 * blocks of the asked rows with all that decides about them.
		 *
		 * @param passRows that a pass shall give
		 */
		static Layout of(final NetworkSignature signature, final TileShape shape,
			final int passRows, final int threads)
		{
			final int portion = rows(signature, passRows, threads);
			final int most = portion + 2 * signature.tiles().halo();
			final int enough = (shape.height() + portion - 1) / portion;
			Layout best = null;
			for (int blocks = 1; blocks < enough + threads; blocks++) {
				final Layout layout = of(signature, shape, portion, threads, blocks);
				if (layout.block.height() <= most && (best == null || layout
					.time() < best.time())) best = layout;
			}
			return best;
		}

		/** Rows of a block of long images. */
		static int rows(final NetworkSignature signature, final int passRows,
			final int threads)
		{
			return stepped((passRows + threads - 1) / threads, signature.tiles()
				.step());
		}

		/** NB: The first and the last block have an end of the image. */
		private static Layout of(final NetworkSignature signature,
			final TileShape shape, final int portion, final int threads,
			final int blocks)
		{
			final int halo = signature.tiles().halo();
			final int rows = stepped((shape.height() + blocks - 1) / blocks, signature
				.tiles().step());
			final int height = Math.min(shape.height(), rows + Math.min(2, blocks -
				1) * halo);
			return new Layout(shape, rows, portion, new TileShape(1, height, shape
				.width()), Math.min(threads, blocks));
		}

		/** In rows that are computed one after the other. */
		private long time() {
			return (long) (blocks() + parts - 1) / parts * block.height();
		}

		private static int stepped(final int rows, final int step) {
			return (rows + step - 1) / step * step;
		}

		int blocks() {
			return (shape.height() + rows - 1) / rows;
		}

		/** The first row that a block reads. */
		int start(final int number, final int halo) {
			return Math.max(0, Math.min(number * rows - halo, shape.height() - block
				.height()));
		}

		/** Rows that the blocks of a pass read together at most. */
		int window() {
			return Math.min(shape.height(), block.height() + (parts - 1) * rows);
		}
	}

	private final Layout layout;
	private final NetworkSignature signature;
	private final List<GraphPlan> plans = new ArrayList<>();
	private final float[] values;
	private final float[] probabilities;

	GraphStream(final GraphNetwork net, final Layout layout) {
		this.layout = layout;
		signature = net.signature();
		try {
			for (int i = 0; i < layout.parts(); i++)
				plans.add(net.plan(layout.block()));
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
		final int width = layout.shape().width();
		values = new float[Math.multiplyExact(layout.window() * width, signature
			.channels())];
		probabilities = new float[Math.multiplyExact(layout.parts() * layout
			.rows() * width, signature.classes())];
	}

	@Override
	public TileShape shape() {
		return layout.shape();
	}

	@Override
	public int passes() {
		return (layout.blocks() + layout.parts() - 1) / layout.parts();
	}

	@Override
	public void run(final RowSource source, final RowSink sink,
		final Runnable before)
	{
		final int halo = signature.tiles().halo();
		int start = 0, read = 0;
		for (int p = 0; p < passes(); p++) {
			before.run();
			final int first = p * layout.parts();
			final int last = Math.min(first + layout.parts(), layout.blocks()) - 1;
			final int next = layout.start(first, halo);
			move(next - start, read - next);
			start = next;
			read = fill(source, start, read, layout.start(last, halo) + layout.block()
				.height());
			compute(first, last, start);
			for (int b = first; b <= last; b++)
				give(sink, b, first);
		}
	}

	private void move(final int by, final int kept) {
		final int row = layout.shape().width() * signature.channels();
		if (by > 0 && kept > 0) System.arraycopy(values, by * row, values, 0, kept *
			row);
	}

	/** NB: In parts, as so many rows may be read at a time only. */
	private int fill(final RowSource source, final int start,
		final int alreadyRead, final int end)
	{
		final int row = layout.shape().width() * signature.channels();
		int read = alreadyRead;
		while (read < end) {
			final int n = Math.min(layout.portion(), end - read);
			final float[] part = new float[n * row];
			source.read(read, n, part);
			System.arraycopy(part, 0, values, (read - start) * row, part.length);
			read += n;
		}
		return read;
	}

	private void compute(final int first, final int last, final int start) {
		final int halo = signature.tiles().halo(), width = layout.shape().width();
		Parallelization.getTaskExecutor().forEach(IntStream.rangeClosed(first, last)
			.boxed().toList(), b -> {
				final int top = layout.start(b, halo);
				final GraphPlan plan = plans.get(b - first);
				plan.run(values, (top - start) * width * signature.channels());
				plan.read(b * layout.rows() - top, rows(b), probabilities, place(b -
					first));
			});
	}

	private int rows(final int block) {
		return Math.min(layout.rows(), layout.shape().height() - block * layout
			.rows());
	}

	private int place(final int part) {
		return part * layout.rows() * layout.shape().width() * signature.classes();
	}

	private void give(final RowSink sink, final int block, final int first) {
		final int row = layout.shape().width() * signature.classes();
		for (int y = 0; y < rows(block); y += layout.portion()) {
			final int n = Math.min(layout.portion(), rows(block) - y);
			System.arraycopy(probabilities, place(block - first) + y * row,
				probabilities, 0, n * row);
			sink.accept(block * layout.rows() + y, n, probabilities);
		}
	}

	@Override
	public long bytes() {
		return plans.stream().mapToLong(GraphPlan::bytes).sum();
	}

	@Override
	public void close() {
		plans.forEach(GraphPlan::close);
		plans.clear();
	}
}
