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
 * One nucleus: an ellipse whose outline a few low waves deform, with chromatin
 * texture and nucleoli. Immutable.
 */
final class Nucleus {

	private static final int WAVES = 4;

	final double x;
	final double y;
	final double radius;
	private final double brightness;
	private final double stretch;
	private final double angle;
	private final double[] amplitude = new double[WAVES];
	private final double[] phase = new double[WAVES];
	private final double[][] nucleoli;
	private final SmoothNoise coarse;
	private final SmoothNoise fine;
	private final double texture;

	/**
	 * @param radius of the circle of equal area, px
	 * @param brightness 1 = usual
	 * @param deformation 0 = a circle, 1 = usual
	 */
	Nucleus(final double x, final double y, final double radius,
		final double brightness, final double deformation,
		final RandomGenerator random)
	{
		this.x = x;
		this.y = y;
		this.radius = radius;
		this.brightness = brightness;
		stretch = Math.exp(deformation * (Math.abs(0.2 * random.nextGaussian()) +
			0.05));
		angle = Math.PI * random.nextDouble();
		for (int k = 0; k < WAVES; k++) {
			amplitude[k] = deformation * 0.09 / (k + 1) * random.nextGaussian();
			phase[k] = 2 * Math.PI * random.nextDouble();
		}
		nucleoli = nucleoli(random);
		coarse = new SmoothNoise(0.45 * radius, random.nextLong());
		fine = new SmoothNoise(Math.max(1.8, 0.15 * radius), random.nextLong());
		texture = 0.5 + 0.7 * random.nextDouble();
	}

	/** Position and radius within the nucleus of the dark spots. */
	private static double[][] nucleoli(final RandomGenerator random) {
		final double[][] spots = new double[random.nextInt(5)][];
		for (int k = 0; k < spots.length; k++) {
			final double distance = 0.65 * Math.sqrt(random.nextDouble());
			final double direction = 2 * Math.PI * random.nextDouble();
			spots[k] = new double[] { distance * Math.cos(direction), distance * Math
				.sin(direction), 0.1 + 0.12 * random.nextDouble() };
		}
		return spots;
	}

	/** No pixel of the nucleus is farther from its centre, px. */
	double reach() {
		return 1.6 * radius * stretch;
	}

	/** 0 in the centre, 1 on the outline. */
	double depth(final double px, final double py) {
		final double u = along(px, py) / (radius * stretch);
		final double v = across(px, py) * stretch / radius;
		final double direction = Math.atan2(v, u);
		double outline = 1;
		for (int k = 0; k < WAVES; k++)
			outline += amplitude[k] * Math.cos((k + 2) * direction + phase[k]);
		return Math.hypot(u, v) / outline;
	}

	private double along(final double px, final double py) {
		return (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
	}

	private double across(final double px, final double py) {
		return (py - y) * Math.cos(angle) - (px - x) * Math.sin(angle);
	}

	/**
	 * Light from a place: flat inside, falling off towards the outline as the
	 * nucleus gets thinner.
	 */
	double light(final double px, final double py, final double depth) {
		if (depth >= 1) return 0;
		final double thickness = Math.sqrt(1 - Math.pow(depth, 5));
		double chromatin = 1 + texture * (0.2 * coarse.at(px, py) + 0.26 * fine.at(
			px, py));
		for (final double[] spot : nucleoli)
			chromatin *= 1 - 0.4 * Math.exp(-square(along(px, py) / radius - spot[0],
				across(px, py) / radius - spot[1]) / (spot[2] * spot[2]));
		return brightness * thickness * Math.max(0.2, chromatin);
	}

	private static double square(final double a, final double b) {
		return a * a + b * b;
	}
}
