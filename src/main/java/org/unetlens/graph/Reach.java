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

/**
 * Where the cells of a map lie on the input along one axis, by arithmetic. The
 * input has n * step pixels. Immutable.
 *
 * @param scale pixels of the input from one cell to the next
 * @param before pixels of the input that cell i sees before pixel i * scale
 * @param after pixels that it sees from there on, but for that one
 * @param excess cells that the map has more than n * step / scale
 */
record Reach(int scale, int before, int after, int excess) {

	/** Of the input itself. */
	static final Reach INPUT = new Reach(1, 0, 0, 0);

	/**
	 * Behind a window that moves over the map.
	 *
	 * @param size cells from its first to its last
	 * @param stride cells from one place of it to the next
	 * @param first cells added before the map
	 * @param last cells added behind it
	 */
	Reach window(final int size, final int stride, final int first,
		final int last)
	{
		return new Reach(scale * stride, before + scale * first, after + scale *
			(size - 1 - first), Math.floorDiv(excess + first + last - size, stride) +
				1);
	}

	/**
	 * Behind a step up, each cell of which depends on the one below it and so
	 * many to either side.
	 *
	 * @throws UnsupportedNetworkException if it goes above the input's resolution
	 */
	Reach up(final int factor, final int sides)
		throws UnsupportedNetworkException
	{
		if (scale % factor != 0) throw new UnsupportedNetworkException(
			"has a step up by the factor " + factor + " of a map of 1/" + scale +
				" of the resolution; maps of a higher resolution than the input cannot be computed");
		final int finer = scale / factor;
		return new Reach(finer, before + scale * sides + finer * (factor - 1),
			after + scale * sides, excess * factor);
	}

	/** Of a map that depends on both. */
	Reach with(final Reach other) {
		return new Reach(scale, Math.max(before, other.before), Math.max(after,
			other.after), excess);
	}

	/** Whether their cells lie side by side. */
	boolean fits(final Reach other) {
		return scale == other.scale && excess == other.excess;
	}

	/** How far it sees to either side. */
	int farthest() {
		return Math.max(0, Math.max(before, after));
	}
}
