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

/**
 * Which tiles a network takes, and how far around itself a pixel of its result
 * sees; the same for both axes. Immutable.
 *
 * @param step sides of tiles are multiples of this, in pixels
 * @param least side of a tile in pixels
 * @param halo pixels around an area, whose sides lie on multiples of the step,
 *          that decide about the result in it
 */
public record TileRule(int step, int least, int halo) {

	public TileRule {
		if (step < 1 || least < step || least % step != 0 || halo < 0 || halo %
			step != 0) throw new IllegalArgumentException("Tiles of at least " +
				least + " px in steps of " + step + " px with a halo of " + halo +
				" px were asked for; the least side and the halo must be multiples of the step, which is at least 1");
	}

	/** The rule of a U-Net of this project. */
	public static TileRule of(final UNetSpec spec) {
		return new TileRule(spec.tileStep(), spec.tileStep(), ReceptiveField.halo(
			spec));
	}

	/** The smallest legal side of at least so many pixels. */
	public long atLeast(final long pixels) {
		return Math.max(least, (pixels + step - 1) / step * step);
	}

	/**
	 * @throws IllegalArgumentException unless the network takes such tiles
	 */
	public void require(final TileShape shape) {
		if (isLegal(shape.height()) && isLegal(shape.width())) return;
		throw new IllegalArgumentException(
			"The network needs tiles whose sides are multiples of " + step +
				" px and at least " + least + " px, but " + shape.width() + " x " +
				shape.height() + " px was asked for");
	}

	private boolean isLegal(final int side) {
		return side >= least && side % step == 0;
	}
}
