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

package org.unetlens.data;

/**
 * A piece of a sample as a network takes it. The arrays belong to whoever drew
 * the patch.
 */
public final class Patch {

	private final int width;
	private final int height;
	private final int channels;
	private final float[] input;
	private final byte[] classes;
	private final float[] weights;

	Patch(final int width, final int height, final int channels,
		final float[] input, final byte[] classes, final float[] weights)
	{
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.input = input;
		this.classes = classes;
		this.weights = weights;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int channels() {
		return channels;
	}

	/**
	 * Normalised intensities, order (height, width, channel): {@code (y * width +
	 * x) * channels + c}.
	 */
	public float[] input() {
		return input;
	}

	/**
	 * Classes, order (height, width): 0 and up, or {@link Targets#IGNORED}.
	 */
	public byte[] classes() {
		return classes;
	}

	/** Weights, order (height, width): above 0, or 0 where ignored. */
	public float[] weights() {
		return weights;
	}
}
