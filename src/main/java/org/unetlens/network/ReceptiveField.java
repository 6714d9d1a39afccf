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

import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * What a cell of a map can see of the input, by arithmetic, along one axis and
 * for SAME padding; with VALID padding all positions shift, the sizes are the
 * same. Going back from the cell, a 3x3 convolution widens an interval [a, b]
 * of cells to [a - 1, b + 1], an up-convolution halves it to [floor(a / 2),
 * floor(b / 2)], a pooling doubles it to [2a, 2b + 1].
 */
public final class ReceptiveField {

	/**
	 * Cells from..to along one axis, both included; pixels on the input.
	 *
	 * @param from first one
	 * @param to last one
	 */
	public record Extent(long from, long to) {

		/** Number of cells. */
		public long size() {
			return to - from + 1;
		}

		private Extent convolved(final int times) {
			return new Extent(from - times, to + times);
		}

		private Extent upSampled() {
			return new Extent(Math.floorDiv(from, 2), Math.floorDiv(to, 2));
		}

		private Extent pooled() {
			return new Extent(2 * from, 2 * to + 1);
		}
	}

	private ReceptiveField() {}

	/**
	 * What the output pixel at {@code position} sees through the skip of a level.
	 */
	public static Extent throughSkip(final UNetSpec spec, final int level,
		final long position)
	{
		return contract(level, 2, expand(spec, level, position).convolved(2));
	}

	/**
	 * What the output pixel at {@code position} sees through the bottleneck, and
	 * so at most.
	 */
	public static Extent throughBottleneck(final UNetSpec spec,
		final long position)
	{
		return contract(spec.depth(), 2, expand(spec, spec.depth(), position));
	}

	/**
	 * What a cell of the contracting path sees.
	 *
	 * @param convolutions how many at this level lie before the cell: 0 for the
	 *          pooling's map, 1 or 2
	 */
	public static Extent encoder(final int level, final int convolutions,
		final long cell)
	{
		return contract(level, convolutions, new Extent(cell, cell));
	}

	/**
	 * What a cell of the expanding path sees: through the bottleneck. What comes
	 * through a skip lies within that.
	 *
	 * @param convolutions how many at this level lie before the cell: 0 for the
	 *          merge's map, 1 or 2; 3 for the third of some networks
	 */
	public static Extent decoder(final UNetSpec spec, final int level,
		final int convolutions, final long cell)
	{
		return up(spec, level, new Extent(cell, cell).convolved(convolutions));
	}

	/** What a cell of an up-convolution's map sees. */
	public static Extent up(final UNetSpec spec, final int level,
		final long cell)
	{
		return up(spec, level, new Extent(cell, cell));
	}

	/** The largest extent of the whole network over all positions, in pixels. */
	public static long size(final UNetSpec spec) {
		return largest(spec, p -> throughBottleneck(spec, p));
	}

	/** The largest size over all positions. */
	static long largest(final UNetSpec spec, final LongFunction<Extent> at) {
		// NB: Sizes repeat with the period of the poolings.
		return LongStream.range(0, spec.tileStep()).map(p -> at.apply(p).size())
			.max().getAsLong();
	}

	/**
	 * How many pixels around an area, whose sides lie on multiples of
	 * {@link UNetSpec#tileStep()}, decide about the output in it: itself such a
	 * multiple.
	 */
	public static int halo(final UNetSpec spec) {
		final int step = spec.tileStep();
		final long need = Math.max(-throughBottleneck(spec, 0).from(),
			throughBottleneck(spec, step - 1).to() - step + 1);
		return Math.toIntExact((need + step - 1) / step * step);
	}

	/** From an output pixel to the cells of the level that decide about it. */
	private static Extent expand(final UNetSpec spec, final int level,
		final long position)
	{
		Extent cells = new Extent(position, position).convolved(spec.form()
			.headWidth() > 0 ? 1 : 0);
		for (int k = 0; k < level; k++)
			cells = below(spec, cells.convolved(2));
		return cells;
	}

	/** What an up-convolution reads of the map below. */
	private static Extent below(final UNetSpec spec, final Extent cells) {
		return cells.upSampled().convolved(spec.form().upReach());
	}

	/** From cells of the contracting path to the input. */
	private static Extent contract(final int level, final int convolutions,
		final Extent cells)
	{
		Extent pixels = cells.convolved(convolutions);
		for (int k = 0; k < level; k++)
			pixels = pixels.pooled().convolved(2);
		return pixels;
	}

	private static Extent up(final UNetSpec spec, final int level,
		final Extent cells)
	{
		final Extent below = below(spec, cells);
		return level + 1 == spec.depth() ? contract(spec.depth(), 2, below) : up(
			spec, level + 1, below.convolved(2));
	}
}
