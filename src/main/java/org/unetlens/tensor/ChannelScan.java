
package org.unetlens.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

import net.imglib2.Interval;
import net.imglib2.parallel.Parallelization;

/**
 * Goes over all values of one channel in blocks, on several threads. The result
 * is the same for any number of threads. Thread-safe.
 */
final class ChannelScan {

	static final int CHANNEL_AXIS = 2;

	/** Values per block: small enough for the processor's cache. */
	private static final int BLOCK = 1 << 16;
	/** NB: Fixed, so that sums do not depend on the number of threads. */
	private static final int PARTS = 16;

	private final FloatBlocks blocks;
	private final Interval image;
	private final int channel;
	private final int[] blockSize;
	private final long[] grid;

	/** @param image axes (x, y, channel) and any others */
	ChannelScan(final FloatBlocks blocks, final Interval image,
		final int channel)
	{
		this.blocks = blocks;
		this.image = image;
		this.channel = channel;
		final int n = image.numDimensions();
		blockSize = new int[n];
		grid = new long[n];
		for (int d = 0, room = BLOCK; d < n; d++) {
			final long length = d == CHANNEL_AXIS ? 1 : image.dimension(d);
			blockSize[d] = (int) Math.min(length, Math.max(1, room));
			grid[d] = (length + blockSize[d] - 1) / blockSize[d];
			room /= blockSize[d];
		}
	}

	/** Takes the first {@code n} of {@code values} into a partial result. */
	interface Step<A> {

		void add(A part, float[] values, int n);
	}

	<A> A collect(final Supplier<A> start, final Step<A> step,
		final BinaryOperator<A> merge)
	{
		long total = 1;
		for (final long g : grid)
			total *= g;
		final int parts = (int) Math.min(PARTS, total);
		final List<long[]> ranges = new ArrayList<>();
		for (int i = 0; i < parts; i++)
			ranges.add(new long[] { total * i / parts, total * (i + 1) / parts });
		return Parallelization.getTaskExecutor().forEachApply(ranges, //
			range -> part(range[0], range[1], start.get(), step)).stream().reduce(
				merge).orElseThrow();
	}

	private <A> A part(final long from, final long to, final A part,
		final Step<A> step)
	{
		final FloatBlocks reader = blocks.independentCopy();
		final float[] values = new float[PrimitiveFloatBlocks.elements(blockSize)];
		final long[] min = new long[grid.length];
		final int[] size = new int[grid.length];
		for (long index = from; index < to; index++) {
			locate(index, min, size);
			reader.read(min, size, values);
			step.add(part, values, PrimitiveFloatBlocks.elements(size));
		}
		return part;
	}

	private void locate(final long index, final long[] min, final int[] size) {
		long rest = index;
		for (int d = 0; d < grid.length; d++) {
			final long start = rest % grid[d] * blockSize[d];
			rest /= grid[d];
			final boolean isChannel = d == CHANNEL_AXIS;
			min[d] = image.min(d) + (isChannel ? channel : start);
			size[d] = isChannel ? 1 : (int) Math.min(blockSize[d], image.dimension(
				d) - start);
		}
	}
}
