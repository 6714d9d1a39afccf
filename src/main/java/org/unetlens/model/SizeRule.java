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

package org.unetlens.model;

import org.unetlens.network.Padding;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.TileRule;
import org.unetlens.network.TrainedNetwork;
import org.unetlens.network.TrainedUNet;
import org.unetlens.network.UNetSpec;

/**
 * Which sizes the spatial axes of a network may have, in pixels: the input has
 * {@code min + n * step}, the output {@code input - loss}, of which
 * {@code halo} at either side depends on what lies beyond the border.
 * Immutable.
 */
final class SizeRule {

	private final int step;
	private final int min;
	private final int halo;
	private final int loss;

	private SizeRule(final int step, final int min, final int halo,
		final int loss)
	{
		this.step = step;
		this.min = min;
		this.halo = halo;
		this.loss = loss;
	}

	/** Of any network. */
	static SizeRule of(final TrainedNetwork network) {
		if (network instanceof TrainedUNet unet) return of(unet.spec());
		final TileRule tiles = network.signature().tiles();
		return padded(tiles.step(), tiles.halo());
	}

	/** NB: bioimage.io wants the smallest size to exceed both halos. */
	private static SizeRule padded(final int step, final int halo) {
		final int wide = Math.max(6 * step, halo);
		return new SizeRule(step, 2 * wide + step, wide, 0);
	}

	static SizeRule of(final UNetSpec spec) {
		final int step = 1 << spec.depth();
		if (spec.padding() == Padding.SAME) return padded(step, ReceptiveField.halo(
			spec));
		// NB: With T pixels at the bottleneck the input has step * T + 4 (step -
		// 1);
		// T = 8 is the smallest that leaves an output of 4 pixels.
		return new SizeRule(step, 12 * step - 4, 0, lossBelow(spec.depth(), 0));
	}

	/**
	 * Pixels that a net of valid convolutions takes off an axis between the first
	 * convolution of a level on the way down and the last one on the way up.
	 */
	static int lossBelow(final int depth, final int level) {
		return level == depth ? 4 : 8 + 2 * lossBelow(depth, level + 1);
	}

	int step() {
		return step;
	}

	int min() {
		return min;
	}

	int halo() {
		return halo;
	}

	int loss() {
		return loss;
	}

	boolean allows(final int size) {
		return size >= min && (size - min) % step == 0;
	}

	/** The smallest legal size that is at least so many pixels. */
	int atLeast(final int size) {
		return size <= min ? min : min + (size - min + step - 1) / step * step;
	}
}
