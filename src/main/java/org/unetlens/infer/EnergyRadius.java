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

package org.unetlens.infer;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How the energy (squared value) of an image lies around a pixel. Immutable.
 */
final class EnergyRadius {

	/** Energy by squared distance in pixels. */
	private final double[] energy;

	private EnergyRadius(final double[] energy) {
		this.energy = energy;
	}

	static EnergyRadius of(final RandomAccessibleInterval<FloatType> image,
		final long x, final long y)
	{
		final long dx = Math.max(x - image.min(0), image.max(0) - x);
		final long dy = Math.max(y - image.min(1), image.max(1) - y);
		final double[] energy = new double[Math.toIntExact(dx * dx + dy * dy + 1)];
		final Cursor<FloatType> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			final double value = cursor.next().get();
			final long ex = cursor.getLongPosition(0) - x;
			final long ey = cursor.getLongPosition(1) - y;
			energy[(int) (ex * ex + ey * ey)] += value * value;
		}
		return new EnergyRadius(energy);
	}

	/**
	 * The smallest distance, in pixels, within which at least that share of the
	 * energy lies; 0 when there is none at all.
	 */
	double holding(final double share) {
		double total = 0;
		for (final double e : energy)
			total += e;
		double sum = 0;
		int squared = 0;
		while (squared < energy.length && (sum += energy[squared]) < share * total)
			squared++;
		return Math.sqrt(squared);
	}
}
