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
 * What the contracting path made of an image at one skip connection, and each
 * channel's mean, which stands in for the silenced part. Immutable; equal only
 * to itself.
 */
public final class SkipMap {

	private final float[] values;
	private final float[] means;

	/**
	 * @param values {@code [n, h, w, c]} in 'c' order; shared and not to be
	 *          changed
	 * @param means one per channel
	 */
	public SkipMap(final float[] values, final float[] means) {
		if (values.length % means.length != 0) throw new IllegalArgumentException(
			"A map of " + values.length + " values cannot have " + means.length +
				" channels");
		this.values = values;
		this.means = means.clone();
	}

	/** {@code [n, h, w, c]}; shared and not to be changed. */
	public float[] values() {
		return values;
	}

	public int channels() {
		return means.length;
	}

	/**
	 * Writes gain * map + (1 - gain) * fill.
	 *
	 * @param start index of the first value, a multiple of the channels
	 * @param length how many values, a multiple of the channels
	 * @param out written from its first element on
	 */
	void mix(final double gain, final SkipFill fill, final int start,
		final int length, final float[] out)
	{
		final int c = means.length;
		final float g = (float) gain;
		final float[] rest = new float[c];
		if (fill == SkipFill.MEAN) for (int i = 0; i < c; i++)
			rest[i] = (1 - g) * means[i];
		for (int cell = 0; cell < length; cell += c)
			for (int i = 0; i < c; i++)
				out[cell + i] = g * values[start + cell + i] + rest[i];
	}
}
