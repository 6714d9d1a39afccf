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

import java.util.SplittableRandom;

/**
 * Draws vesicles and mitochondria into the cells of an electron micrograph.
 * Brightness is 0 black to 1 white. Not thread-safe.
 */
final class Organelles {

	private final float[] brightness;
	private final int width;
	private final CellMosaic cells;
	private final SplittableRandom random;
	private final boolean[] taken;

	Organelles(final float[] brightness, final int width, final CellMosaic cells,
		final SplittableRandom random)
	{
		this.brightness = brightness;
		this.width = width;
		this.cells = cells;
		this.random = random;
		taken = new boolean[brightness.length];
	}

	/** A cloud of small rings around a random place. */
	void vesicles(final int count, final double spread) {
		final int centre = random.nextInt(brightness.length);
		for (int n = 0; n < count; n++)
			ring(centre % width + spread * random.nextGaussian(), centre / width +
				spread * random.nextGaussian(), 1.8 + 1.2 * random.nextDouble());
	}

	private void ring(final double x, final double y, final double radius) {
		if (!isFree(x, y, radius + 4)) return;
		final double wall = 0.75 + 0.2 * random.nextDouble();
		final double core = random.nextDouble() < 0.15 ? 0.3 : 0;
		visit(x, y, radius + 3, (i, dx, dy) -> {
			final double r = Math.hypot(dx, dy);
			final double dark = 0.42 * wall * Math.exp(-(r - radius) * (r - radius)) +
				core * Math.exp(-r * r / 2);
			brightness[i] *= (float) (1 - dark);
			if (r < radius - 0.5) brightness[i] = Math.min(1, brightness[i] * 1.06f);
		});
	}

	/** A grey bean with a dark skin and folds across. */
	void mitochondrion(final double size) {
		final int centre = random.nextInt(brightness.length);
		final Bean bean = new Bean(centre, centre % width, centre / width, size *
			(0.8 + 0.6 * random.nextDouble()), size * (0.4 + 0.25 * random
				.nextDouble()), Math.PI * random.nextDouble(), 0.02 * (random
					.nextDouble() - 0.5), new SmoothNoise(4, random.nextLong()));
		if (!isFree(bean.x, bean.y, (bean.a + bean.b) / 2 + 3)) return;
		final boolean[] meets = new boolean[1];
		visit(bean.x, bean.y, bean.a + 4, (i, dx, dy) -> meets[0] |= taken[i] &&
			bean.outside(dx, dy) < 3);
		if (meets[0]) return;
		visit(bean.x, bean.y, bean.a + 4, (i, dx, dy) -> draw(bean, i, dx, dy));
	}

	private void draw(final Bean bean, final int i, final double dx,
		final double dy)
	{
		if (cells.cell[i] != cells.cell[bean.centre] || cells.toMembrane[i] < 3)
			return;
		final double outside = bean.outside(dx, dy);
		if (outside < 3) taken[i] = true;
		shade(i, outside, bean.fold(dx, dy));
	}

	private void shade(final int i, final double outside, final double fold) {
		final double skin = 0.62 * Math.exp(-outside * outside / 1.3);
		final double inner = outside < 0 ? 0.34 + 0.14 * Math.max(-0.8, fold) : 0;
		brightness[i] *= (float) (1 - Math.max(skin, inner));
	}

	/** Whether the place is that far from membranes and from the border. */
	private boolean isFree(final double x, final double y, final double needed) {
		final int height = brightness.length / width;
		if (x < 0 || y < 0 || x >= width || y >= height) return false;
		final int i = (int) y * width + (int) x;
		return cells.toMembrane[i] > needed && !taken[i];
	}

	private void visit(final double x, final double y, final double reach,
		final Painter painter)
	{
		final int height = brightness.length / width;
		for (int py = (int) Math.max(0, y - reach); py <= Math.min(height - 1, y +
			reach); py++)
			for (int px = (int) Math.max(0, x - reach); px <= Math.min(width - 1, x +
				reach); px++)
				painter.paint(py * width + px, px - x, py - y);
	}

	/** An ellipse of half axes a and b around (x, y), turned and bent. */
	private record Bean(int centre, double x, double y, double a, double b,
			double angle, double bend, SmoothNoise wave) {

		private double along(final double dx, final double dy) {
			return dx * Math.cos(angle) + dy * Math.sin(angle);
		}

		/** About how far a place is outside, px; negative inside. */
		private double outside(final double dx, final double dy) {
			final double u = along(dx, dy);
			final double v = dy * Math.cos(angle) - dx * Math.sin(angle) + bend * u *
				u;
			return (Math.hypot(u / a, v / b) - 1) * b;
		}

		private double fold(final double dx, final double dy) {
			return Math.sin(1.7 * along(dx, dy) + 2 * wave.at(dx, dy));
		}
	}

	@FunctionalInterface
	private interface Painter {

		void paint(int pixel, double dx, double dy);
	}
}
