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

package org.unetlens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;

/** Profiles and widths of edges of known shape. */
class SharpnessTest {

	private static final int W = 41, H = 13;

	/** An object left of x = 20, so that its border is at 19.5. */
	private static final ReferenceMap HALF = ReferenceMap.of(labels(W, H, i -> i %
		W < 20 ? 7 : 0));

	@Test
	void aHardEdge() {
		final Sharpness hard = Sharpness.of(HALF, across(s -> s > 0 ? 1 : 0));
		assertEquals(H, hard.edges());
		assertEquals(0.8, hard.width(), 1e-9);
		assertProfile(hard, s -> s > 0 ? 1 : s < 0 ? 0 : 0.5);
	}

	@Test
	void aRampIsAsWideAsItIs() {
		final IntToDoubleFunction ramp = twice -> Math.max(0, Math.min(1, 0.5 +
			twice / 20.));
		final Sharpness tenPixels = Sharpness.of(HALF, across(ramp));
		assertEquals(8, tenPixels.width(), 1e-6);
		assertProfile(tenPixels, ramp);
	}

	@Test
	void aHardEdgeInTheWrongPlaceIsNoWider() {
		final Sharpness early = Sharpness.of(HALF, across(s -> s > -7 ? 0.9 : 0.2));
		assertEquals(0.8, early.width(), 1e-9);
		assertProfile(early, s -> s > -6 ? 0.9 : 0.2);
	}

	@Test
	void theEdgeNearestToTheBorderIsTaken() {
		// NB: A halo 4 to 6 px outside, in front of it less than behind it.
		final Sharpness halo = Sharpness.of(HALF, across(s -> s > 0 || s > -12 &&
			s < -8 ? 1 : s > -12 ? 0.08 : 0));
		// NB: From 0.1 to 0.9 at 0.92 per px is 0.87 px, counted by 0.05 px.
		assertEquals(0.85, halo.width(), 1e-9);
	}

	@Test
	void edgesOfMembranesFall() {
		final Sharpness falling = Sharpness.of(HALF, across(s -> s > 0 ? 0.1
			: 0.7));
		assertEquals(0.8, falling.width(), 1e-6);
		assertProfile(falling, s -> s > 0 ? 0.1 : s < 0 ? 0.7 : 0.4);
	}

	@Test
	void noEdgeIsNotANumber() {
		final Sharpness flat = Sharpness.of(HALF, across(s -> s > 0 ? 0.6 : 0.45));
		assertEquals(0, flat.edges());
		assertTrue(Double.isNaN(flat.width()));
		final ReferenceMap empty = ReferenceMap.of(ArrayImgs.ints(W, H));
		final Sharpness none = Sharpness.of(empty, new float[W * H]);
		assertTrue(Double.isNaN(none.width()));
		assertTrue(none.profile("").y().stream().allMatch(v -> v.isNaN()));
	}

	@Test
	void bordersBetweenTouchingObjectsAreLeftOut() {
		final ReferenceMap two = ReferenceMap.of(labels(W, H, i -> i % W < 20 ? 1
			: 2));
		assertEquals(0, two.lines().size());
		// NB: Lines end in the middle of a gap, and have 2 px in one of 3.
		for (int gap = 1; gap <= 6; gap++) {
			final int end = 20 + gap;
			final BorderLines lines = ReferenceMap.of(labels(W, H, i -> i % W < 20 ? 1
				: i % W < end ? 0 : 2)).lines();
			assertEquals(gap < 3 ? 0 : 2 * H, lines.size(), "gap of " + gap);
			for (int k = 0; k < lines.size(); k++)
				assertEquals(-(gap + 1) / 2., BorderLines.distance(lines.first(k)));
		}
	}

	@Test
	void smoothEdgesOfDiscs() {
		final int n = 61;
		for (final double sigma : new double[] { 1, 1.5, 2.5 }) {
			final double radius = 14.3, centre = 29.8;
			final ReferenceMap disc = ReferenceMap.of(labels(n, n, i -> Math.hypot(i %
				n - centre, i / n - centre) < radius ? 3 : 0));
			final float[] p = new float[n * n];
			for (int i = 0; i < p.length; i++)
				p[i] = (float) (0.5 + 0.5 * Erf.erf((radius - Math.hypot(i % n - centre,
					i / n - centre)) / (sigma * Math.sqrt(2))));
			final Sharpness found = Sharpness.of(disc, p);
			// NB: Where the rim is jagged, a line may end early.
			assertTrue(found.edges() > 0.9 * disc.boundary().size(), found.edges() +
				" edges");
			// NB: Phi^-1(0.9) = 1.2816; values between pixels widen sharp edges.
			assertEquals(2 * 1.2816 * sigma, found.width(), sigma < 1.2 ? 0.3 : 0.2);
			assertEquals(0.5, found.profile("").y().get(8), 0.06);
		}
	}

	@Test
	void sumsOfImages() {
		final Sharpness hard = Sharpness.of(HALF, across(s -> s > 0 ? 1 : 0));
		final Sharpness none = Sharpness.of(HALF, new float[W * H]);
		final Sharpness sum = hard.plus(none).plus(Sharpness.NONE);
		assertEquals(H, sum.edges());
		assertEquals(0.8, sum.width(), 1e-9);
		assertProfile(sum, s -> s > 0 ? 0.5 : s < 0 ? 0 : 0.25);
		final Sharpness ramp = Sharpness.of(HALF, across(s -> Math.max(0, Math.min(
			1, 0.5 + s / 20.))));
		assertEquals(8, hard.plus(ramp).plus(ramp).width(), 0.05);
	}

	@Test
	void objectsWithoutDirection() {
		// NB: Single pixels, a line of one pixel and an image of one object.
		for (final String[] rows : new String[][] { { "1.2", "...", "..3" }, {
			".......", "1111111", "......." }, { "1" }, { "11", "11" } })
			assertEquals(0, ReferenceMap.of(Pictures.labels(rows)).lines().size());
	}

	/**
	 * Probabilities by the signed distance to the border of the half, doubled.
	 */
	private static float[] across(final IntToDoubleFunction ofTwiceDistance) {
		final float[] p = new float[W * H];
		for (int i = 0; i < p.length; i++)
			p[i] = (float) ofTwiceDistance.applyAsDouble(39 - 2 * (i % W));
		return p;
	}

	private static void assertProfile(final Sharpness found,
		final IntToDoubleFunction ofTwiceDistance)
	{
		final Curve profile = found.profile("name");
		assertEquals("name", profile.name());
		assertEquals(17, profile.x().size());
		for (int i = 0; i < 17; i++) {
			assertEquals(i - 8, profile.x().get(i));
			// NB: The border runs between pixels, so do whole distances to it.
			final int twice = 2 * (i - 8);
			assertEquals((ofTwiceDistance.applyAsDouble(twice - 1) + ofTwiceDistance
				.applyAsDouble(twice + 1)) / 2, profile.y().get(i), 1e-6, "at " + (i -
					8));
		}
	}

	private static Img<IntType> labels(final int w, final int h,
		final IntToDoubleFunction label)
	{
		final Img<IntType> labels = ArrayImgs.ints(w, h);
		for (int i = 0; i < w * h; i++)
			labels.getAt(i % w, i / w).set((int) label.applyAsDouble(i));
		return labels;
	}
}
