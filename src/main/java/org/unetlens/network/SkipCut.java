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

import java.util.ArrayList;
import java.util.List;

import org.unetlens.network.Weights.Weight;

/**
 * Takes skip connections out of a trained network. Where they lead to, the
 * kernel loses the input channels that came through them, so that the others
 * give what they gave beside zeros.
 */
final class SkipCut {

	private SkipCut() {}

	/**
	 * The weights of {@code spec} without some of its skips.
	 *
	 * @param cut among those that it has
	 */
	static Weights of(final UNetSpec spec, final Weights weights,
		final SkipSet cut)
	{
		final List<Weight> kept = new ArrayList<>(weights.all());
		for (final int level : cut.levels()) {
			final Weight merged = weights.get(LayerNames.weight(LayerNames.decoder(
				level, 1)));
			kept.set(kept.indexOf(merged), behind(merged, spec.width(level)));
		}
		return new Weights(kept);
	}

	/** The kernel without its first input channels: those of the skip. */
	private static Weight behind(final Weight kernel, final int channels) {
		final long[] shape = kernel.shape().clone();
		final int in = Math.toIntExact(shape[2]), out = Math.toIntExact(shape[3]);
		shape[2] = in - channels;
		final int places = Math.toIntExact(shape[0] * shape[1]);
		final int length = (in - channels) * out;
		final float[] values = new float[places * length];
		for (int p = 0; p < places; p++)
			System.arraycopy(kernel.values(), (p * in + channels) * out, values, p *
				length, length);
		return new Weight(kernel.name(), shape, values);
	}
}
