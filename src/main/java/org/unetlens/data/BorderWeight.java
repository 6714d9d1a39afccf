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
 * How pixels between close objects gain weight in the loss. d1 and d2 are the
 * distances in pixels to the nearest and to the second nearest object; inside
 * an object d1 is 0. Interior pixels are not changed.
 */
public enum BorderWeight {

		/** Every pixel has the weight of its class. */
		NONE(0) {

			@Override
			double weight(final double classWeight, final double d1,
				final double d2)
		{
				return classWeight;
			}
		},

		/**
		 * {@code w + 10 exp(-(d1 + d2)^2 / (2 * 5^2))}: Ronneberger et al., U-Net,
		 * MICCAI 2015.
		 */
		PAPER_2015(30) {

			@Override
			double weight(final double classWeight, final double d1,
				final double d2)
		{
				return classWeight + 10 * gauss(d1 + d2, 5);
			}
		},

		/**
		 * {@code w (v + (1 - v) exp(-d1^2 / (2 * 10^2)) + 50 exp(-(d1 + d2)^2 / (2
		 * * 6^2)))} with v = 0.1: Falk et al., Nature Methods 2019.
		 */
		PLUGIN_2019(50) {

			@Override
			double weight(final double classWeight, final double d1,
				final double d2)
		{
				return classWeight * (0.1 + 0.9 * gauss(d1, 10) + 50 * gauss(d1 + d2,
					6));
			}
		};

	private final double reach;

	BorderWeight(final double reach) {
		this.reach = reach;
	}

	/** Objects farther away, px, change the weight by less than 0.00001. */
	double reach() {
		return reach;
	}

	/**
	 * The weight of a background or border pixel.
	 *
	 * @param classWeight weight of the class of the pixel
	 * @param d1 distance to the nearest object, infinite without objects
	 * @param d2 distance to the second nearest object, infinite with one object
	 */
	abstract double weight(double classWeight, double d1, double d2);

	private static double gauss(final double distance, final double sd) {
		return Math.exp(-distance * distance / (2 * sd * sd));
	}
}
