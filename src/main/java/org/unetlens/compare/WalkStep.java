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

package org.unetlens.compare;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

import org.unetlens.network.ReceptiveField;
import org.unetlens.network.ReceptiveField.Extent;

/**
 * The walk from 64 x 64 pixels to 2 x 2 values: one cell per level, each the
 * one that holds a given pixel of the user's image, from a single pixel to a 32
 * x 32 quadrant. By arithmetic, for two 3x3 convolutions per level.
 *
 * @param level how often the map was halved, 0 to 5; beyond a net's depth, what
 *          a deeper one would do
 * @param perSide how many such cells 64 pixels have along one side
 * @param covers pixels (x, y) that the cell stands for
 * @param sees pixels (x, y) that decide about it; may reach beyond the image
 */
public record WalkStep(int level, long perSide, Interval covers,
		Interval sees) {

	private static final int SIDE = 64;
	private static final int HALVINGS = 5;

	/** The steps down to 2 x 2 for a pixel. */
	public static List<WalkStep> of(final long x, final long y) {
		return IntStream.rangeClosed(0, HALVINGS).mapToObj(k -> step(k, x, y))
			.toList();
	}

	/** The 64 x 64 pixels of the walk. */
	public static Interval start(final long x, final long y) {
		return box(covered(x / SIDE, SIDE), covered(y / SIDE, SIDE));
	}

	/** E.g. {@code 2 x 2 values: this cell covers a 32 x 32 quadrant}. */
	public String text() {
		final long side = covers.dimension(0);
		return perSide + " x " + perSide + " values: this cell covers " +
			(perSide == 2 ? "a " + side + " x " + side + " quadrant" : side + " x " +
				side + (side == 1 ? " pixel" : " pixels")) + " and sees " + sees
					.dimension(0) + " x " + sees.dimension(1);
	}

	private static WalkStep step(final int level, final long x, final long y) {
		final long side = 1L << level;
		return new WalkStep(level, SIDE / side, box(covered(x / side, side),
			covered(y / side, side)), box(ReceptiveField.encoder(level, 2, x / side),
				ReceptiveField.encoder(level, 2, y / side)));
	}

	private static Extent covered(final long cell, final long side) {
		return new Extent(cell * side, (cell + 1) * side - 1);
	}

	private static Interval box(final Extent x, final Extent y) {
		return FinalInterval.createMinMax(x.from(), y.from(), x.to(), y.to());
	}
}
