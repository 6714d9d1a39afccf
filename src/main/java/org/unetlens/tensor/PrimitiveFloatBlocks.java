
package org.unetlens.tensor;

import java.lang.reflect.Array;

import net.imglib2.blocks.PrimitiveBlocks;

/** Blocks of an image whose samples lie in primitive arrays. */
final class PrimitiveFloatBlocks implements FloatBlocks {

	private final PrimitiveBlocks<?> blocks;
	private final SampleType sample;
	private Object scratch;

	PrimitiveFloatBlocks(final PrimitiveBlocks<?> blocks,
		final SampleType sample)
	{
		this.blocks = blocks;
		this.sample = sample;
		scratch = sample.newArray(0);
	}

	@Override
	public void read(final long[] min, final int[] size, final float[] to) {
		if (sample == SampleType.F32) {
			blocks.copy(min, to, size);
			return;
		}
		final int n = elements(size);
		if (Array.getLength(scratch) < n) scratch = sample.newArray(n);
		blocks.copy(min, scratch, size);
		sample.toFloats(scratch, to, 0, n);
	}

	@Override
	public FloatBlocks independentCopy() {
		return new PrimitiveFloatBlocks(blocks.independentCopy(), sample);
	}

	/** Number of pixels of a box. */
	static int elements(final int[] size) {
		int n = 1;
		for (final int s : size)
			n = Math.multiplyExact(n, s);
		return n;
	}
}
