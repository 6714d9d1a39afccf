
package org.unetlens.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import net.imglib2.parallel.Parallelization;

/**
 * Cuts a box into blocks that follow each other in memory when the first axis
 * runs fastest. Immutable.
 */
final class BlockGrid {

	/** Values per block: small enough for the processor's cache. */
	private static final int ROOM = 1 << 15;

	private final long[] dimensions;
	private final int[] blockSize;
	private final long[] grid;
	private final long count;

	BlockGrid(final long... dimensions) {
		this.dimensions = dimensions;
		final int n = dimensions.length;
		blockSize = new int[n];
		grid = new long[n];
		long blocks = 1;
		for (int d = 0, room = ROOM; d < n; d++) {
			blockSize[d] = (int) Math.min(dimensions[d], Math.max(1, room));
			grid[d] = (dimensions[d] + blockSize[d] - 1) / blockSize[d];
			room /= blockSize[d];
			blocks *= grid[d];
		}
		count = blocks;
	}

	/** Values in the largest block. */
	int capacity() {
		return PrimitiveFloatBlocks.elements(blockSize);
	}

	/** Number of blocks. */
	long count() {
		return count;
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
	 * @return how many values of the box lie before it in memory
	 */
	long locate(final long block, final long[] min, final int[] size) {
		long rest = block;
		long position = 0;
		long stride = 1;
		for (int d = 0; d < grid.length; d++) {
			min[d] = rest % grid[d] * blockSize[d];
			size[d] = (int) Math.min(blockSize[d], dimensions[d] - min[d]);
			rest /= grid[d];
			position += min[d] * stride;
			stride *= dimensions[d];
		}
		return position;
	}

	/** Takes the first n values of a block; {@code position} as in locate. */
	interface Sink {

		void accept(Object block, long position, int n);
	}

	/** Reads the blocks of a run one after the other. */
	void read(final Range range, final BlockSource source,
		final SampleType sample, final Sink sink)
	{
		final Object block = sample.newArray(capacity());
		final long[] min = new long[dimensions.length];
		final int[] size = new int[dimensions.length];
		for (long i = range.from; i < range.to; i++) {
			final long position = locate(i, min, size);
			source.read(min, size, block);
			sink.accept(block, position, PrimitiveFloatBlocks.elements(size));
		}
	}
}
