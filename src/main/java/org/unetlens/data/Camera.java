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

import java.util.random.RandomGenerator;

/**
 * Turns light into grey values: photon (Poisson) and read (normal) noise, an
 * offset, rounding and saturation. Immutable.
 */
final class Camera {

	/** NB: From here on the normal distribution is close enough. */
	private static final double MANY = 60;

	private final double greyPerPhoton;
	private final double readNoise;
	private final double offset;
	private final int saturation;

	/**
	 * @param greyPerPhoton grey values per photon
	 * @param readNoise standard deviation in grey values
	 * @param offset grey value without light
	 * @param saturation largest grey value
	 */
	Camera(final double greyPerPhoton, final double readNoise,
		final double offset, final int saturation)
	{
		this.greyPerPhoton = greyPerPhoton;
		this.readNoise = readNoise;
		this.offset = offset;
		this.saturation = saturation;
	}

	/** Takes the picture of so many expected photons per pixel. */
	int[] expose(final float[] photons, final RandomGenerator random) {
		final int[] grey = new int[photons.length];
		for (int i = 0; i < grey.length; i++) {
			final double value = offset + greyPerPhoton * poisson(photons[i],
				random) + readNoise * random.nextGaussian();
			grey[i] = (int) Math.max(0, Math.min(saturation, Math.round(value)));
		}
		return grey;
	}

	static double poisson(final double mean, final RandomGenerator random) {
		if (mean > MANY) return Math.max(0, Math.rint(mean + Math.sqrt(mean) *
			random.nextGaussian()));
		final double limit = Math.exp(-mean);
		int count = 0;
		for (double p = random.nextDouble(); p > limit; p *= random.nextDouble())
			count++;
		return count;
	}
}
