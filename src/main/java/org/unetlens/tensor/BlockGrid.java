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

package org.unetlens.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import net.imglib2.Interval;
import net.imglib2.img.NativeImg;
import net.imglib2.parallel.Parallelization;

/**
 * Cuts a box of values, the first axis running fastest, into blocks that fit
 * the processor's cache. Immutable.
 */
final class BlockGrid {

	/** Values per block: 128 KB of floats. */
	private static final int ROOM = 1 << 15;
	/** Values that should lie together in memory, to be copied as one. */
	private static final int RUN = 64;
	/** The longest row of a block of a view, whose memory is unknown. */
	private static final int VIEW_ROW = 256;

	private final long[] dimensions;
	private final int[] blockSize;
	private final long[] grid;
	private final long count;

	private BlockGrid(final long[] dimensions, final int[] start) {
		this.dimensions = dimensions;
		final int n = dimensions.length;
		blockSize = new int[n];
		grid = new long[n];
		long blocks = 1;
		int room = ROOM / PrimitiveFloatBlocks.elements(start);
		for (int d = 0; d < n; d++) {
			blockSize[d] = (int) Math.min(dimensions[d], (long) start[d] * Math.max(1,
				room));
			room /= Math.max(1, blockSize[d] / start[d]);
			grid[d] = (dimensions[d] + blockSize[d] - 1) / blockSize[d];
			blocks *= grid[d];
		}
		count = blocks;
	}

	/** Blocks that follow each other in memory. */
	static BlockGrid inOrder(final long... dimensions) {
		return new BlockGrid(dimensions, ones(dimensions.length));
	}

	/**
	 * Blocks whose rows are long both in the box and in the image that it is read
	 * from.
	 *
	 * @param order for each axis of the box, which axis of the image it is
	 */
	static BlockGrid of(final Interval image, final int... order) {
		return of(isPlain(image), Arrays.stream(order).mapToLong(image::dimension)
			.toArray(), order);
	}

	/** Blocks of one position along an axis of the image, in its order. */
	static BlockGrid ofSlice(final Interval image, final int axis) {
		final long[] dimensions = image.dimensionsAsLongArray();
		dimensions[axis] = 1;
		final int[] order = new int[dimensions.length];
		Arrays.setAll(order, d -> d);
		return of(isPlain(image), dimensions, order);
	}

	private static boolean isPlain(final Interval image) {
		return image instanceof NativeImg || image instanceof ArgbChannels;
	}

	private static BlockGrid of(final boolean plain, final long[] dimensions,
		final int... order)
	{
		final int[] start = ones(order.length);
		// NB: Square blocks of views are never read with tiny rows.
		if (!plain && order.length > 1) start[1] = (int) Math.min(dimensions[1],
			ROOM / VIEW_ROW);
		for (int axis = 0, run = 1; axis < order.length && run < RUN; axis++) {
			final int d = indexOf(axis, order);
			start[d] = Math.max(start[d], (int) Math.min(dimensions[d], (RUN + run -
				1) / run));
			run *= start[d];
		}
		return new BlockGrid(dimensions, start);
	}

	private static int[] ones(final int n) {
		final int[] ones = new int[n];
		Arrays.fill(ones, 1);
		return ones;
	}

	private static int indexOf(final int axis, final int[] order) {
		int d = 0;
		while (order[d] != axis)
			d++;
		return d;
	}

	/** Number of blocks. */
	long count() {
		return count;
	}

	/** Values in the largest block. */
	int capacity() {
		return PrimitiveFloatBlocks.elements(blockSize);
	}

	/** A run of neighbouring blocks. */
	record Range(long from, long to) {
	}

	/** All blocks in at most {@code parts} runs. */
	List<Range> ranges(final int parts) {
		final int n = (int) Math.min(parts, count);
		final List<Range> ranges = new ArrayList<>(n);
		for (int i = 0; i < n; i++)
			ranges.add(new Range(count * i / n, count * (i + 1) / n));
		return ranges;
	}

	/** Works on all blocks, on the threads of the current Parallelization. */
	void forEachRange(final Consumer<Range> work) {
		final int tasks = Parallelization.getTaskExecutor().suggestNumberOfTasks();
		final List<Range> ranges = ranges(tasks);
		if (ranges.size() == 1) work.accept(ranges.get(0));
		else Parallelization.getTaskExecutor().forEach(ranges, work);
	}

	/**
	 * Finds a block.
	 *
	 * @param min takes its first position, counted from 0
	 * @param size takes its size
	 */
	void locate(final long block, final long[] min, final int[] size) {
		long rest = block;
		for (int d = 0; d < grid.length; d++) {
			min[d] = rest % grid[d] * blockSize[d];
			size[d] = (int) Math.min(blockSize[d], dimensions[d] - min[d]);
			rest /= grid[d];
		}
	}

	/** Takes n values of a block that lie together in the box. */
	interface Sink {

		/**
		 * @param from index in the block
		 * @param position how many values of the box lie before them
		 */
		void accept(Object block, int from, long position, int n);
	}

	/** Reads blocks one after the other, and passes them on row by row. */
	void read(final Range range, final BlockSource source,
		final SampleType sample, final Sink sink)
	{
		final Object block = sample.newArray(capacity());
		final long[] min = new long[dimensions.length];
		final int[] size = new int[dimensions.length];
		for (long i = range.from; i < range.to; i++) {
			locate(i, min, size);
			source.read(min, size, block);
			final int n = PrimitiveFloatBlocks.elements(size);
			final int run = run(size);
			for (int from = 0; from < n; from += run)
				sink.accept(block, from, position(from, min, size), run);
		}
	}

	/** How many values of a block lie together in the box. */
	private int run(final int[] size) {
		int run = 1;
		for (int d = 0; d < size.length; d++) {
			run *= size[d];
			if (size[d] < dimensions[d]) return run;
		}
		return run;
	}

	private long position(final int index, final long[] min, final int[] size) {
		int rest = index;
		long position = 0;
		long stride = 1;
		for (int d = 0; d < size.length; d++) {
			position += (min[d] + rest % size[d]) * stride;
			rest /= size[d];
			stride *= dimensions[d];
		}
		return position;
	}
}
