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
 * How patches are varied before a network sees them. Each step happens with its
 * own probability; lengths are pixels of the patch, intensities are normalised
 * ones. Immutable configuration; thread-safe.
 */
public final class Augmentation {

	private static final Augmentation NONE = new Augmentation(new Steps());

	private final Steps steps;

	private Augmentation(final Steps steps) {
		this.steps = steps;
	}

	/** Patches as they are in the image. */
	public static Augmentation none() {
		return NONE;
	}

	/**
	 * For microscopy without a preferred direction: mirror and quarter turns
	 * always, the rest in 15 to 30 % of the patches, in the ranges of nnU-Net
	 * (Isensee et al., Nature Methods 2021) plus weak elastic deformation.
	 */
	public static Augmentation default2d() {
		return none().withMirror(0.5).withQuarterTurns(1).withRotation(Chance.of(
			0.25, -45, 45)).withScale(Chance.of(0.3, 0.7, 1.4)).withElastic(Chance.of(
				0.2, 1, 5), 48).withBrightness(Chance.of(0.3, -0.1, 0.1)).withContrast(
					Chance.of(0.3, 0.65, 1.5)).withGamma(Chance.of(0.3, 0.7, 1.5))
			.withNoise(Chance.of(0.2, 0, 0.08)).withBlur(Chance.of(0.15, 0.5, 1.2));
	}

	/** Mirrored in x, and independently in y, in this share of the patches. */
	public Augmentation withMirror(final double probability) {
		final Steps s = steps.copy();
		s.mirror = Chance.of(probability);
		return new Augmentation(s);
	}

	/** Turned by 0, 90, 180 or 270 degrees in this share of the patches. */
	public Augmentation withQuarterTurns(final double probability) {
		final Steps s = steps.copy();
		s.quarterTurns = Chance.of(probability);
		return new Augmentation(s);
	}

	/** Turned by a free angle in degrees. */
	public Augmentation withRotation(final Chance degrees) {
		final Steps s = steps.copy();
		s.rotation = degrees;
		return new Augmentation(s);
	}

	/** Magnified by a factor, 0.1 to 10; above 1 makes objects larger. */
	public Augmentation withScale(final Chance factor) {
		check("scale", factor, 0.1, 10);
		final Steps s = steps.copy();
		s.scale = factor;
		return new Augmentation(s);
	}

	/**
	 * Deformed smoothly: a grid of points moves by normally distributed shifts,
	 * with cubic interpolation (Catmull-Rom) in between.
	 *
	 * @param sd standard deviation of the shift in x and in y, px; at most an
	 *          eighth of the spacing, so that the picture does not fold
	 * @param spacing distance of the grid points, px, 4 or more
	 */
	public Augmentation withElastic(final Chance sd, final int spacing) {
		if (spacing < 4) throw new IllegalArgumentException(
			"The elastic grid has " + "a spacing of " + spacing +
				" px; it must be 4 px or more");
		check("elastic shift", sd, 0, spacing / 8.0);
		final Steps s = steps.copy();
		s.elastic = sd;
		s.elasticSpacing = spacing;
		return new Augmentation(s);
	}

	/** Adds a constant to all channels. */
	public Augmentation withBrightness(final Chance shift) {
		final Steps s = steps.copy();
		s.brightness = shift;
		return new Augmentation(s);
	}

	/** Multiplies the distance to the mean of the patch by a factor above 0. */
	public Augmentation withContrast(final Chance factor) {
		check("contrast", factor, 1e-3, 1e3);
		final Steps s = steps.copy();
		s.contrast = factor;
		return new Augmentation(s);
	}

	/** Grey curve {@code v^gamma} between minimum and maximum of the patch. */
	public Augmentation withGamma(final Chance gamma) {
		check("gamma", gamma, 0.05, 20);
		final Steps s = steps.copy();
		s.gamma = gamma;
		return new Augmentation(s);
	}

	/** Adds noise, close to normally distributed, with a standard deviation. */
	public Augmentation withNoise(final Chance sd) {
		check("noise", sd, 0, Double.MAX_VALUE);
		final Steps s = steps.copy();
		s.noise = sd;
		return new Augmentation(s);
	}

	/** Blurs with a Gaussian of a standard deviation in px, at most 20. */
	public Augmentation withBlur(final Chance sd) {
		check("blur", sd, 0, 20);
		final Steps s = steps.copy();
		s.blur = sd;
		return new Augmentation(s);
	}

	public Chance mirror() {
		return steps.mirror;
	}

	public Chance quarterTurns() {
		return steps.quarterTurns;
	}

	/** Angle in degrees. */
	public Chance rotation() {
		return steps.rotation;
	}

	/** Magnification. */
	public Chance scale() {
		return steps.scale;
	}

	/** Standard deviation of the shifts in px. */
	public Chance elastic() {
		return steps.elastic;
	}

	/** Distance of the points that shift, px. */
	public int elasticSpacing() {
		return steps.elasticSpacing;
	}

	public Chance brightness() {
		return steps.brightness;
	}

	public Chance contrast() {
		return steps.contrast;
	}

	public Chance gamma() {
		return steps.gamma;
	}

	/** Standard deviation of the noise. */
	public Chance noise() {
		return steps.noise;
	}

	/** Standard deviation of the blur in px. */
	public Chance blur() {
		return steps.blur;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Augmentation a && a.toString().equals(toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	@Override
	public String toString() {
		return steps.toString();
	}

	private static void check(final String what, final Chance range,
		final double least, final double most)
	{
		if (range.probability() > 0 && !(range.low() >= least && range
			.high() <= most)) throw new IllegalArgumentException("The range of " +
				what + " is " + range.low() + " to " + range.high() + "; allowed is " +
				least + " to " + most);
	}

	/** Written to while a new configuration is made, never afterwards. */
	private static final class Steps {

		private Chance mirror = Chance.NEVER;
		private Chance quarterTurns = Chance.NEVER;
		private Chance rotation = Chance.NEVER;
		private Chance scale = Chance.NEVER;
		private Chance elastic = Chance.NEVER;
		private int elasticSpacing = 48;
		private Chance brightness = Chance.NEVER;
		private Chance contrast = Chance.NEVER;
		private Chance gamma = Chance.NEVER;
		private Chance noise = Chance.NEVER;
		private Chance blur = Chance.NEVER;

		private Steps copy() {
			final Steps c = new Steps();
			c.mirror = mirror;
			c.quarterTurns = quarterTurns;
			c.rotation = rotation;
			c.scale = scale;
			c.elastic = elastic;
			c.elasticSpacing = elasticSpacing;
			c.brightness = brightness;
			c.contrast = contrast;
			c.gamma = gamma;
			c.noise = noise;
			c.blur = blur;
			return c;
		}

		@Override
		public String toString() {
			return "mirror " + mirror + ", quarter turns " + quarterTurns +
				", rotation " + rotation + ", scale " + scale + ", elastic " + elastic +
				" / " + elasticSpacing + " px, brightness " + brightness +
				", contrast " + contrast + ", gamma " + gamma + ", noise " + noise +
				", blur " + blur;
		}
	}
}
