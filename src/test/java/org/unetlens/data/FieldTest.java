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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.unetlens.label.DistanceTransform;
import org.unetlens.label.NearestObjects;

class FieldTest {

	private static final NucleiField NUCLEI = NucleiField.default2d().withSize(
		233, 181);
	private static final MembraneField MEMBRANES = MembraneField.default2d()
		.withSize(233, 181);

	@Test
	void sameSeedSameFieldOtherSeedAnother() {
		final Sample nuclei = NUCLEI.generate().sample("n");
		assertArrayEquals(nuclei.channelArray(0), NUCLEI.generate().sample("n")
			.channelArray(0));
		assertArrayEquals(nuclei.labelArray(), NUCLEI.generate().sample("n")
			.labelArray());
		assertFalse(Arrays.equals(nuclei.labelArray(), NUCLEI.withSeed(2).generate()
			.sample("n").labelArray()));
		assertArrayEquals(MEMBRANES.generate().sample("m").channelArray(0),
			MEMBRANES.generate().sample("m").channelArray(0));
		assertFalse(Arrays.equals(MEMBRANES.generate().sample("m").labelArray(),
			MEMBRANES.withSeed(2).generate().sample("m").labelArray()));
	}

	@Test
	void nucleiAreBrightTouchAndReachTheBorder() {
		final Sample s = NUCLEI.generate().sample("n");
		final int[] labels = s.labelArray();
		final int count = Arrays.stream(labels).max().getAsInt();
		assertTrue(count >= 12 && count <= 17, count + " nuclei");
		assertTrue(mean(s, true) > 3 * mean(s, false) - 2 * 120, mean(s, true) +
			" on " + mean(s, false));
		final NearestObjects near = DistanceTransform.nearest(labels, 233, 181, 10);
		int touching = 0;
		int atBorder = 0;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] > 0 && near.secondDistance()[i] == 1) touching++;
			if (labels[i] > 0 && (i % 233 == 0 || i % 233 == 232 || i < 233 ||
				i >= 233 * 180)) atBorder++;
		}
		assertTrue(touching > 10, touching + " pixels touch");
		assertTrue(atBorder > 5, atBorder + " pixels at the border");
	}

	@Test
	void withoutTouchingAllStandAlone() {
		final int[] labels = NUCLEI.withTouching(0).generate().sample("n")
			.labelArray();
		final NearestObjects near = DistanceTransform.nearest(labels, 233, 181, 10);
		for (int i = 0; i < labels.length; i++)
			assertFalse(labels[i] > 0 && near.secondDistance()[i] <= 1, "pixel " + i);
	}

	@Test
	void brokenNucleiAreSmallRoundAndMany() {
		final NucleiField whole = NUCLEI.withTouching(0).withCount(8);
		final int[] broken = whole.withBroken(1).generate().sample("n")
			.labelArray();
		final long[] areas = areas(broken);
		final long[] before = areas(whole.generate().sample("n").labelArray());
		assertEquals(8, before.length);
		assertTrue(areas.length > 4 * before.length, areas.length + " fragments");
		assertTrue(median(areas) < median(before) / 4, median(areas) + " and " +
			median(before) + " px");
		final NearestObjects near = DistanceTransform.nearest(broken, 233, 181, 10);
		final boolean[] touching = new boolean[areas.length + 1];
		for (int i = 0; i < broken.length; i++)
			if (near.secondDistance()[i] == 1) touching[broken[i]] = true;
		int together = 0;
		for (int label = 1; label <= areas.length; label++)
			if (touching[label]) together++;
		assertTrue(together > 0.7 * areas.length, together + " of " + areas.length +
			" touch");
	}

	@Test
	void fieldsOfBrokenNucleiVary() {
		final NucleiField one = NucleiField.broken(0);
		final NucleiField two = NucleiField.broken(1);
		assertFalse(one.radius() == two.radius() || one.broken() == two.broken() ||
			one.seed() == two.seed(), one + " " + two);
		final long[] areas = areas(two.withBroken(1).generate().sample("n")
			.labelArray());
		assertTrue(areas.length > 100, areas.length + " fragments");
		final long least = Arrays.stream(areas).min().getAsLong();
		assertTrue(least >= 8, "only " + least + " px of one are seen");
		assertThrows(IllegalArgumentException.class, () -> NUCLEI.withBroken(1.01));
	}

	/** Pixels of each object, those of label 1 first. */
	private static long[] areas(final int[] labels) {
		final long[] areas = new long[Arrays.stream(labels).max().getAsInt()];
		for (final int label : labels)
			if (label > 0) areas[label - 1]++;
		return areas;
	}

	private static long median(final long[] values) {
		return Arrays.stream(values).sorted().skip(values.length / 2).findFirst()
			.getAsLong();
	}

	@Test
	void greyValuesAreThoseOfTheCamera() {
		final float[] bright = NUCLEI.withBits(8).generate().sample("n")
			.channelArray(0);
		for (final float v : bright)
			assertTrue(v >= 0 && v <= 255);
		final float[] sixteen = NUCLEI.generate().sample("n").channelArray(0);
		float max = 0;
		for (final float v : sixteen)
			max = Math.max(max, v);
		assertTrue(max > 1000 && max < 8000, "largest " + max);
	}

	@Test
	void photonsFollowThePoissonDistribution() {
		final SplittableRandom random = new SplittableRandom(2);
		for (final double mean : new double[] { 0.5, 7, 59, 61, 400 }) {
			double sum = 0, squares = 0;
			final int n = 20_000;
			for (int i = 0; i < n; i++) {
				final double k = Camera.poisson(mean, random);
				assertEquals(Math.rint(k), k);
				sum += k;
				squares += k * k;
			}
			assertEquals(mean, sum / n, 4 * Math.sqrt(mean / n));
			assertEquals(mean, squares / n - sum / n * sum / n, 0.06 * mean + 0.05);
		}
	}

	@Test
	void membranesAreDarkAndSeparateRegions() {
		final Sample s = MEMBRANES.generate().sample("m");
		assertTrue(mean(s, true) > 1.5 * mean(s, false), mean(s, true) + " / " +
			mean(s, false));
		final int[] labels = s.labelArray();
		final int count = Arrays.stream(labels).max().getAsInt();
		assertTrue(count > 10 && count < 60, count + " regions");
		for (int i = 0; i + 1 < labels.length; i++)
			assertTrue(labels[i] == 0 || labels[i + 1] == 0 || labels[i] == labels[i +
				1] || i % 233 == 232, "regions meet at " + i);
		final double share = Arrays.stream(labels).filter(l -> l == 0).count() /
			(double) labels.length;
		assertEquals(0.18, share, 0.08, "share of membrane");
	}

	@Test
	void anySizeWorks() {
		for (final int[] size : new int[][] { { 1, 1 }, { 1, 17 }, { 13, 2 } }) {
			assertEquals(size[0], NUCLEI.withSize(size[0], size[1]).generate()
				.labels().dimension(0));
			assertEquals(size[1], MEMBRANES.withSize(size[0], size[1]).generate()
				.image().dimension(1));
		}
	}

	@Test
	void wrongConfigurationsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> NUCLEI.withBits(12));
		assertThrows(IllegalArgumentException.class, () -> NUCLEI.withSize(0, 5));
		assertThrows(IllegalArgumentException.class, () -> NUCLEI.withTouching(
			1.5));
		assertThrows(IllegalArgumentException.class, () -> NUCLEI.withImaging(0.5,
			-1, 100));
		assertThrows(IllegalArgumentException.class, () -> MEMBRANES.withCellSize(
			3));
		assertThrows(IllegalArgumentException.class, () -> MEMBRANES.withNoise(-1));
	}

	private static double mean(final Sample s, final boolean labelled) {
		final int[] labels = s.labelArray();
		final float[] values = s.channelArray(0);
		double sum = 0;
		int count = 0;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > 0 == labelled) {
				sum += values[i];
				count++;
			}
		return sum / count;
	}
}
