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
 * Generates fields of fluorescent nuclei with their truth: touching and
 * overlapping, of varied size and brightness, some cut by the border, on an
 * unevenly lit background with blur, photon and read noise. Immutable
 * configuration, the same one gives the same field; thread-safe.
 *
 * @param width of the field, px
 * @param height of the field, px
 * @param count how many nuclei are tried; crowded fields get fewer
 * @param radius mean radius, px, 2 or more
 * @param touching share of nuclei that touch another one, 0 to 1
 * @param broken share of nuclei that are broken into 2 to 26 fragments which
 *          cover each other in part, 0 to 1
 * @param dim share of nuclei that are 3 to 7 times darker, 0 to 1
 * @param unevenness how much light is missing in the darkest corner, 0 to 1
 * @param blur standard deviation of the point spread, px
 * @param photons expected per pixel of a usual nucleus, above 0; fewer are
 *          noisier
 * @param bits 8 or 16: grey values up to 255, or about 100 to 3000
 * @param seed of everything random
 */
public record NucleiField(int width, int height, int count, double radius,
		double touching, double broken, double dim, double unevenness, double blur,
		double photons, int bits, long seed) {

	/** Checks the ranges. */
	public NucleiField {
		if (width < 1 || height < 1 || (long) width * height > 1 << 28)
			throw new IllegalArgumentException("A field of " + width + " x " +
				height + " px; both sides must be above 0, at most 2^28 px in all");
		if (!(radius >= 2)) throw new IllegalArgumentException("A mean radius of " +
			radius + " px; it must be 2 px or more");
		if (bits != 8 && bits != 16) throw new IllegalArgumentException(bits +
			" bits; 8 or 16 are possible");
		if (!(photons > 0) || !(blur >= 0 && blur <= 20))
			throw new IllegalArgumentException(photons + " photons and a blur of " +
				blur + " px; photons must be above 0, the blur 0 to 20 px");
		if (!isShare(touching) || !isShare(broken) || !isShare(dim) || !isShare(
			unevenness)) throw new IllegalArgumentException("touching " + touching +
				", broken " + broken + ", dim " + dim + ", unevenness " + unevenness +
				"; all must be 0 to 1");
	}

	/** 512 x 512 px, 16 bits, about 90 nuclei of 13 px, half of them touching. */
	public static NucleiField default2d() {
		return new NucleiField(512, 512, 95, 13, 0.5, 0, 0.12, 0.4, 1.3, 150, 16,
			1);
	}

	/**
	 * A crowd: nearly all nuclei touch or overlap others, as in dense cultures
	 * and clusters of small nuclei. For training, where real images have few of
	 * them.
	 *
	 * @param number another number gives another field; radius (5 to 14 px), blur
	 *          and noise vary with it
	 */
	public static NucleiField crowd(final int number) {
		final double r = 5 + 9 * (number * 0.618034 % 1);
		return new NucleiField(320, 320, (int) (17000 / (r * r)), r, 0.9, 0, 0.12,
			0.35, 0.8 + 0.25 * (number % 3), 120 + 60 * (number % 4), 16, 1000 +
				number);
	}

	/**
	 * Nuclei that are broken into fragments, as after a failed division and in
	 * dying cells, among whole ones. For training, where real images have few of
	 * them.
	 *
	 * @param number another number gives another field; radius (8 to 17 px), how
	 *          many are broken, blur and noise vary with it
	 */
	public static NucleiField broken(final int number) {
		final double r = 8 + 9 * (number * 0.618034 % 1);
		return new NucleiField(320, 320, (int) (5500 / (r * r)), r, 0.4, 0.3 + 0.1 *
			(number % 5), 0.05, 0.35, 0.7 + 0.25 * (number % 3), 90 + 70 * (number %
				4), 16, 2000 + number);
	}

	/** The same density on another size, px. */
	public NucleiField withSize(final int w, final int h) {
		final long n = Math.round(count * ((double) w * h) / ((double) width *
			height));
		return new NucleiField(w, h, (int) n, radius, touching, broken, dim,
			unevenness, blur, photons, bits, seed);
	}

	public NucleiField withCount(final int nuclei) {
		return new NucleiField(width, height, nuclei, radius, touching, broken, dim,
			unevenness, blur, photons, bits, seed);
	}

	/** Another mean radius, px. */
	public NucleiField withRadius(final double pixels) {
		return new NucleiField(width, height, count, pixels, touching, broken, dim,
			unevenness, blur, photons, bits, seed);
	}

	public NucleiField withTouching(final double share) {
		return new NucleiField(width, height, count, radius, share, broken, dim,
			unevenness, blur, photons, bits, seed);
	}

	public NucleiField withDim(final double share) {
		return new NucleiField(width, height, count, radius, touching, broken,
			share, unevenness, blur, photons, bits, seed);
	}

	public NucleiField withBroken(final double share) {
		return new NucleiField(width, height, count, radius, touching, share, dim,
			unevenness, blur, photons, bits, seed);
	}

	/** Another imaging: see the components of the record. */
	public NucleiField withImaging(final double newUnevenness,
		final double newBlur, final double newPhotons)
	{
		return new NucleiField(width, height, count, radius, touching, broken, dim,
			newUnevenness, newBlur, newPhotons, bits, seed);
	}

	public NucleiField withBits(final int newBits) {
		return new NucleiField(width, height, count, radius, touching, broken, dim,
			unevenness, blur, photons, newBits, seed);
	}

	public NucleiField withSeed(final long newSeed) {
		return new NucleiField(width, height, count, radius, touching, broken, dim,
			unevenness, blur, photons, bits, newSeed);
	}

	/** Makes the field. */
	public Field generate() {
		final SplittableRandom random = new SplittableRandom(seed);
		final NucleiCanvas canvas = new NucleiCanvas(width, height, random);
		for (int n = 0; n < count; n++)
			add(canvas, random);
		final float[] light = haze(canvas.light);
		illuminate(light, random);
		Intensities.blur(light, width, blur);
		for (int i = 0; i < light.length; i++)
			light[i] *= (float) photons;
		return Field.of(camera().expose(light, random), canvas.labels, width);
	}

	private void add(final NucleiCanvas canvas, final SplittableRandom random) {
		if (broken > 0 && random.nextDouble() < broken) {
			// NB: Those of dying cells are dense and bright.
			final double usual = Math.exp(0.35 * random.nextGaussian());
			canvas.addBroken(radius, random.nextDouble() < 0.2 ? usual * (2 + 4 *
				random.nextDouble()) : usual);
			return;
		}
		double size = radius * Math.exp(0.2 * random.nextGaussian());
		double brightness = Math.exp(0.25 * random.nextGaussian());
		final double fate = random.nextDouble();
		if (fate < dim) brightness *= 0.14 + 0.2 * random.nextDouble();
		else if (fate > 0.97) {
			// NB: a cell in division or dying: small, dense and bright
			size *= 0.6;
			brightness *= 2.2;
		}
		if (random.nextDouble() < touching) canvas.addTouching(size, brightness,
			0.12);
		else canvas.addAlone(size, brightness);
	}

	/** Adds light from outside the focal plane around the nuclei. */
	private float[] haze(final float[] light) {
		final float[] near = light.clone();
		Intensities.blur(near, width, 0.35 * radius);
		final float[] far = near.clone();
		Intensities.blur(far, width, 1.5 * radius);
		final float[] sum = new float[light.length];
		for (int i = 0; i < sum.length; i++)
			sum[i] = 0.9f * light[i] + 0.07f * near[i] + 0.1f * far[i] + 0.02f;
		return sum;
	}

	/** Darker away from a point near the middle, plus slow clouds. */
	private void illuminate(final float[] light, final SplittableRandom random) {
		final double cx = width * (0.3 + 0.4 * random.nextDouble());
		final double cy = height * (0.3 + 0.4 * random.nextDouble());
		final double farthest = Math.hypot(Math.max(cx, width - cx), Math.max(cy,
			height - cy));
		final SmoothNoise clouds = new SmoothNoise(8 * radius, random.nextLong());
		for (int i = 0; i < light.length; i++) {
			final double x = i % width;
			final double y = i / width;
			final double r = Math.hypot(x - cx, y - cy) / farthest;
			light[i] += (float) (0.01 * (1 + clouds.at(x, y)));
			light[i] *= (float) (1 - unevenness * r * r);
		}
	}

	private Camera camera() {
		return bits == 16 ? new Camera(1000 / photons, 8, 120, 65535) : new Camera(
			75 / photons, 0.6, 4, 255);
	}

	private static boolean isShare(final double value) {
		return value >= 0 && value <= 1;
	}
}
