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

import java.util.concurrent.atomic.AtomicLong;

/**
 * A U-Net in the way of a program that computes images in one piece only: each
 * pass computes a block of rows with a halo on either side. It takes sides that
 * a U-Net need not have, to hold others to their rule.
 */
final class BlockNetwork implements Network {

	private final UNet net;
	private final NetworkSignature signature;
	private final AtomicLong arrays;

	/**
	 * @param net is closed with it
	 * @param arrays counts the bytes of Java arrays that streams take
	 */
	BlockNetwork(final UNet net, final AtomicLong arrays) {
		this.net = net;
		this.arrays = arrays;
		final NetworkSignature s = net.signature();
		final int step = 2 * s.tiles().step();
		signature = new NetworkSignature(s.channels(), s.classes(), s.skips(),
			new TileRule(step, 8 * step, (s.tiles().halo() + step - 1) / step *
				step));
	}

	@Override
	public NetworkSignature signature() {
		return signature;
	}

	@Override
	public NetworkStream stream(final TileShape shape, final int rows,
		final int threads)
	{
		signature.tiles().require(shape);
		return new Blocks(shape, stepped(rows));
	}

	private int stepped(final int rows) {
		final int step = signature.tiles().step();
		return (rows + step - 1) / step * step;
	}

	/** NB: Only a plan that was made knows what it takes. */
	@Override
	public long streamBytes(final TileShape shape, final int rows,
		final int threads)
	{
		final TileShape block = block(shape, stepped(rows));
		try (UNetPlan plan = net.plan(block)) {
			return plan.bytes() + arrayBytes(block);
		}
	}

	@Override
	public long columnBytes(final int rows, final int threads) {
		final int width = signature.tiles().least();
		return (streamBytes(new TileShape(1, 4 * (rows + width + signature.tiles()
			.halo()), width), rows, threads) + width - 1) / width;
	}

	private TileShape block(final TileShape shape, final int rows) {
		final TileRule tiles = signature.tiles();
		return new TileShape(1, (int) Math.min(shape.height(), tiles.atLeast(rows +
			2 * tiles.halo())), shape.width());
	}

	private long arrayBytes(final TileShape block) {
		return Float.BYTES * block.pixels() * (signature.channels() + signature
			.classes());
	}

	@Override
	public Network without(final SkipSet silenced) {
		return new BlockNetwork(net.without(silenced), arrays);
	}

	@Override
	public void close() {
		net.close();
	}

	private final class Blocks implements NetworkStream {

		private final TileShape shape;
		private final TileShape block;
		private final int rows;
		private final UNetPlan plan;
		private final float[] values;
		private final float[] probabilities;

		Blocks(final TileShape shape, final int rows) {
			this.shape = shape;
			block = block(shape, rows);
			this.rows = block.height() == shape.height() ? shape.height() : rows;
			plan = net.plan(block);
			values = new float[(int) block.pixels() * signature.channels()];
			probabilities = new float[(int) block.pixels() * signature.classes()];
			arrays.addAndGet(arrayBytes(block));
		}

		@Override
		public TileShape shape() {
			return shape;
		}

		@Override
		public int passes() {
			return (shape.height() + rows - 1) / rows;
		}

		@Override
		public void run(final RowSource source, final RowSink sink,
			final Runnable before)
		{
			int start = 0, read = 0;
			for (int p = 0; p < passes(); p++) {
				before.run();
				final int next = Math.max(0, Math.min(p * rows - signature.tiles()
					.halo(), shape.height() - block.height()));
				move(next - start, read - next);
				start = next;
				read = fill(source, start, read);
				plan.run(values, probabilities);
				give(sink, p * rows, start);
			}
		}

		private void move(final int by, final int kept) {
			final int row = block.width() * signature.channels();
			if (by > 0) System.arraycopy(values, by * row, values, 0, kept * row);
		}

		/** NB: In parts, as a pass may read so many rows at a time only. */
		private int fill(final RowSource source, final int start,
			final int alreadyRead)
		{
			final int row = block.width() * signature.channels();
			int read = alreadyRead;
			while (read < start + block.height()) {
				final int n = Math.min(rows, start + block.height() - read);
				final float[] part = new float[n * row];
				source.read(read, n, part);
				System.arraycopy(part, 0, values, (read - start) * row, part.length);
				read += n;
			}
			return read;
		}

		private void give(final RowSink sink, final int first, final int start) {
			final int row = block.width() * signature.classes();
			final int n = Math.min(rows, shape.height() - first);
			System.arraycopy(probabilities, (first - start) * row, probabilities, 0,
				n * row);
			sink.accept(first, n, probabilities);
		}

		@Override
		public long bytes() {
			return plan.bytes() + arrayBytes(block);
		}

		@Override
		public void close() {
			plan.close();
			arrays.addAndGet(-arrayBytes(block));
		}
	}
}
