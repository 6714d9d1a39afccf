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

import java.util.Arrays;

/**
 * A measured {@link Normalization}: per channel, {@code (v - offset) * factor}.
 * A constant channel has the factor 0, so that it becomes 0 everywhere. The
 * arrays are shared and not to be changed.
 *
 * @param offset one value per channel, in image intensities
 * @param factor one value per channel
 */
public record Scaling(float[] offset, float[] factor) {

	public Scaling {
		if (offset.length != factor.length) throw new IllegalArgumentException(
			"A scaling needs one offset and one factor per channel, but there are " +
				offset.length + " offsets and " + factor.length + " factors");
	}

	/** Leaves values as they are. */
	public static Scaling identity(final int channels) {
		final float[] factor = new float[channels];
		Arrays.fill(factor, 1);
		return new Scaling(new float[channels], factor);
	}

	/** Number of channels it was measured for. */
	public int channels() {
		return offset.length;
	}

	public float apply(final int channel, final float value) {
		return (value - offset[channel]) * factor[channel];
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Scaling that && Arrays.equals(offset,
			that.offset) && Arrays.equals(factor, that.factor);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(offset) + Arrays.hashCode(factor);
	}

	@Override
	public String toString() {
		return "Scaling[offset=" + Arrays.toString(offset) + ", factor=" + Arrays
			.toString(factor) + "]";
	}
}
