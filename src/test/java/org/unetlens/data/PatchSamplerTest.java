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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.Scaling;

class PatchSamplerTest {

	private static final TargetRule TWO = TargetRule.semantic(0, 1);

	/** Intensity y * 1000 + x + channel / 2; label 1 where x + y is even. */
	private static Sample ramp(final String name, final int width,
		final int height, final int channels)
	{
		final float[] values = new float[width * height * channels];
		for (int i = 0; i < values.length; i++) {
			final int p = i % (width * height);
			values[i] = p / width * 1000 + p % width + i / (width * height) / 2f;
		}
		final int[] labels = new int[width * height];
		Arrays.setAll(labels, i -> (i / width + i % width + 1) % 2);
		return Sample.of(name, ArrayImgs.floats(values, width, height, channels),
			ArrayImgs.ints(labels, width, height));
	}

	private static PatchSampler sampler(final TargetRule rule,
		final Sample... samples)
	{
		return PatchSampler.of(List.of(samples), s -> Scaling.identity(s
			.channels()), rule);
	}

	@Test
	void withoutAugmentationAPatchIsTheCrop() {
		final PatchSampler sampler = sampler(TWO, ramp("a", 37, 29, 2))
			.withPatchSize(11, 7);
		final Set<Integer> origins = new HashSet<>();
		for (int index = 0; index < 50; index++) {
			final Patch patch = sampler.draw(index);
			final int x0 = (int) patch.input()[0] % 1000;
			final int y0 = (int) patch.input()[0] / 1000;
			origins.add(y0 * 37 + x0);
			for (int y = 0; y < 7; y++)
				for (int x = 0; x < 11; x++)
					assertPixel(patch, x, y, x0 + x, y0 + y);
		}
		assertTrue(origins.size() > 30, origins.size() + " places");
	}

	private static void assertPixel(final Patch patch, final int x, final int y,
		final int sx, final int sy)
	{
		final int i = y * patch.width() + x;
		final String place = x + ", " + y;
		for (int c = 0; c < patch.channels(); c++)
			assertEquals(sy * 1000 + sx + c / 2f, patch.input()[i * patch.channels() +
				c], place);
		assertEquals((sx + sy + 1) % 2, patch.classes()[i], place);
		assertEquals(1, patch.weights()[i], place);
	}

	@Test
	void quarterTurnsAndMirrorsAreExact() {
		for (final int[] size : new int[][] { { 8, 8 }, { 7, 8 }, { 6, 11 } }) {
			final PatchSampler sampler = sampler(TWO, ramp("a", 41, 43, 1))
				.withPatchSize(size[0], size[1]).withAugmentation(Augmentation.none()
					.withQuarterTurns(1).withMirror(0.5));
			final Set<List<Integer>> seen = new HashSet<>();
			for (int index = 0; index < 100; index++)
				checkTurned(sampler.draw(index), seen);
			assertEquals(8, seen.size(), "different turns " + seen);
		}
	}

	/** Steps along x and y must be one of the 8 symmetries, exactly. */
	private static void checkTurned(final Patch patch,
		final Set<List<Integer>> seen)
	{
		final int w = patch.width();
		// NB: in the middle, where nothing was mirrored at the image border
		final int middle = patch.height() / 2 * w + w / 2;
		final int stepX = step(patch, middle, middle + 1);
		final int stepY = step(patch, middle, middle + w);
		assertTrue(stepX == 1 || stepX == -1 || stepX == 1000 || stepX == -1000,
			"step " + stepX);
		assertEquals(1000, Math.abs(stepX * stepY));
		seen.add(List.of(stepX, stepY));
		for (int i = 0; i < w * patch.height(); i++) {
			final int value = (int) patch.input()[i];
			assertEquals(value, patch.input()[i], "a whole pixel");
			assertEquals((value / 1000 + value % 1000 + 1) % 2, patch.classes()[i]);
		}
	}

	private static int step(final Patch patch, final int from, final int to) {
		return (int) (patch.input()[to] - patch.input()[from]);
	}

	@Test
	void sameIndexGivesSameBytesInEveryThread() {
		final PatchSampler sampler = sampler(TWO, ramp("a", 61, 53, 1), ramp("b",
			47, 83, 1)).withPatchSize(32, 24).withSeed(7).withAugmentation(
				Augmentation.default2d());
		final Patch[] alone = IntStream.range(0, 64).mapToObj(sampler::draw)
			.toArray(Patch[]::new);
		final Patch[] together = IntStream.range(0, 64).parallel().mapToObj(
			i -> sampler.draw(63 - i)).toArray(Patch[]::new);
		for (int i = 0; i < 64; i++) {
			assertArrayEquals(alone[i].input(), together[63 - i].input());
			assertArrayEquals(alone[i].classes(), together[63 - i].classes());
			assertArrayEquals(alone[i].weights(), together[63 - i].weights());
		}
		assertFalse(Arrays.equals(alone[0].input(), alone[1].input()));
		assertFalse(Arrays.equals(alone[0].input(), sampler.withSeed(8).draw(0)
			.input()));
	}

	@Test
	void foregroundIsFoundWhereItIsRare() {
		final int[] labels = new int[300 * 300];
		labels[40 * 300 + 250] = 3;
		final Sample s = Sample.of("one", ArrayImgs.floats(300, 300, 1), ArrayImgs
			.ints(labels, 300, 300));
		final PatchSampler sampler = sampler(TargetRule.interiorBorder(), s)
			.withPatchSize(20, 20);
		assertEquals(1, share(sampler.withForegroundShare(1)), 0);
		assertEquals(0.7, share(sampler), 0.06);
		assertTrue(share(sampler.withForegroundShare(0)) < 0.03);
	}

	private static double share(final PatchSampler sampler) {
		int hits = 0;
		for (int i = 0; i < 500; i++)
			for (final byte c : sampler.draw(i).classes())
				if (c > 0) hits++;
		return hits / 500.0;
	}

	@Test
	void sampleWeightsAreKept() {
		final PatchSampler sampler = sampler(TWO, Sample.of("a", ArrayImgs.floats(
			new float[] { 5 }, 1, 1, 1), ArrayImgs.ints(1, 1)), Sample.of("b",
				ArrayImgs.floats(new float[] { 9 }, 1, 1, 1), ArrayImgs.ints(1, 1)))
			.withPatchSize(3, 2);
		assertEquals(0.5, shareOf(sampler, 9), 0.08);
		assertEquals(0.75, shareOf(sampler.withSampleWeights(1, 3), 9), 0.08);
		assertEquals(0, shareOf(sampler.withSampleWeights(1, 0), 9));
	}

	private static double shareOf(final PatchSampler sampler, final float value) {
		return IntStream.range(0, 500).filter(i -> sampler.draw(i)
			.input()[5] == value).count() / 500.0;
	}

	@Test
	void imagesSmallerThanThePatchAreMirrored() {
		final Patch patch = sampler(TWO, ramp("a", 3, 2, 1)).withPatchSize(8, 5)
			.draw(1);
		assertTrue(IntStream.range(0, 4 * 2).anyMatch(start -> isMirrored(patch,
			start % 4, start / 4)), Arrays.toString(patch.input()));
	}

	/** Columns 0 1 2 1 and rows 0 1, over and over. */
	private static boolean isMirrored(final Patch patch, final int startX,
		final int startY)
	{
		final int[] columns = { 0, 1, 2, 1 };
		return IntStream.range(0, 40).allMatch(i -> patch.input()[i] == columns[(i %
			8 + startX) % 4] + 1000 * ((i / 8 + startY) % 2));
	}

	@Test
	void warpsKeepImageAndClassesTogether() {
		final Augmentation warp = Augmentation.default2d().withElastic(Chance.of(1,
			4, 6), 48).withRotation(Chance.of(1, -180, 180)).withScale(Chance.of(1,
				0.7, 1.4)).withBrightness(Chance.NEVER).withContrast(Chance.NEVER)
			.withGamma(Chance.NEVER).withNoise(Chance.NEVER).withBlur(Chance.NEVER);
		final PatchSampler sampler = sampler(TargetRule.semantic(0, 1, 2), blobs())
			.withPatchSize(96, 64).withAugmentation(warp);
		for (int index = 0; index < 20; index++) {
			final Patch patch = sampler.draw(index);
			for (int i = 0; i < patch.classes().length; i++)
				assertTrue(Math.abs(patch.input()[i] - patch.classes()[i]) <= 0.76 * 2,
					"pixel " + i);
			assertTrue(matches(patch) > 0.9, "share of equal pixels " + matches(
				patch));
		}
	}

	/** Between pixels the image is mixed; away from edges it is the class. */
	private static double matches(final Patch patch) {
		return IntStream.range(0, patch.classes().length).filter(i -> Math.round(
			patch.input()[i]) == patch.classes()[i]).count() / (double) patch
				.classes().length;
	}

	private static Sample blobs() {
		final int[] labels = new int[200 * 150];
		final Random random = new Random(3);
		for (int n = 0; n < 60; n++) {
			final int cx = random.nextInt(200), cy = random.nextInt(150);
			for (int i = 0; i < labels.length; i++)
				if (Math.hypot(i % 200 - cx, i / 200 - cy) < 7) labels[i] = n % 3;
		}
		final float[] values = new float[labels.length];
		for (int i = 0; i < values.length; i++)
			values[i] = labels[i];
		return Sample.of("blobs", ArrayImgs.floats(values, 200, 150, 1), ArrayImgs
			.ints(labels, 200, 150));
	}

	@Test
	void scaleAndRotationAreThoseAsked() {
		final PatchSampler sampler = sampler(TWO, ramp("a", 400, 300, 1))
			.withPatchSize(15, 9).withForegroundShare(0);
		final Patch large = sampler.withAugmentation(Augmentation.none().withScale(
			Chance.of(1, 2, 2))).draw(3);
		assertEquals(0.5, large.input()[1] - large.input()[0], 1e-6);
		final Patch turned = sampler.withAugmentation(Augmentation.none()
			.withRotation(Chance.of(1, 30, 30))).draw(3);
		// NB: one step in x goes cos 30 in x and sin 30 = 0.5 in y.
		assertEquals(500 + Math.sqrt(0.75), Math.abs(turned.input()[68] - turned
			.input()[67]), 0.05);
	}

	@Test
	void elasticShiftsHaveTheirSize() {
		final Random random = new Random(5);
		double sum = 0;
		for (int n = 0; n < 200; n++) {
			final float[] sx = new float[65];
			final float[] sy = new float[65];
			new ElasticField(65, 33, 16, 2, random).row(16, sx, sy);
			sum += sx[32] * sx[32] + sy[32] * sy[32];
			for (int x = 1; x < 65; x++)
				assertTrue(Math.abs(sx[x] - sx[x - 1]) < 1, "no fold, no jump");
		}
		// NB: cutting at 2 sd leaves 0.96 of the standard deviation.
		assertEquals(0.96 * 2, Math.sqrt(sum / 400), 0.2);
	}

	@Test
	void ignoredPixelsStayIgnored() {
		final int[] labels = new int[90 * 90];
		Arrays.setAll(labels, i -> i % 90 < 45 ? -1 : i / 90 < 45 ? 1 : 0);
		final Sample s = Sample.of("half", ArrayImgs.floats(90, 90, 1), ArrayImgs
			.ints(labels, 90, 90));
		final PatchSampler sampler = sampler(TargetRule.interiorBorder(), s)
			.withPatchSize(40, 40).withAugmentation(Augmentation.default2d());
		int ignored = 0;
		for (int index = 0; index < 40; index++) {
			final Patch patch = sampler.draw(index);
			for (int i = 0; i < 1600; i++) {
				assertEquals(patch.classes()[i] == -1, patch.weights()[i] == 0);
				if (patch.classes()[i] == -1) ignored++;
			}
		}
		assertTrue(ignored > 1000, ignored + " ignored pixels");
	}

	@Test
	void samplesAreScaled() {
		final Sample s = ramp("a", 5, 4, 2);
		final Patch patch = PatchSampler.of(List.of(s), x -> new Scaling(
			new float[] { 1000, 0 }, new float[] { 2, 10 }), TWO).withPatchSize(5, 4)
			.draw(0);
		assertEquals(2 * (3002 - 1000), patch.input()[2 * 17]);
		assertEquals(10 * 3002.5f, patch.input()[2 * 17 + 1]);
	}

	@Test
	void planesOfAStackAreScaledTogether() {
		final Sample dim = constantSteps("s:1", 1);
		final Sample bright = constantSteps("s:2", 10);
		final Normalization minMax = Normalization.of(Normalization.Kind.MIN_MAX);
		assertEquals(1, largest(PatchSampler.of(List.of(dim, bright), minMax, TWO)
			.withSampleWeights(1, 0)));
		assertEquals(0.1f, largest(PatchSampler.of(List.of(dim.inGroup("s"), bright
			.inGroup("s")), minMax, TWO).withSampleWeights(1, 0)), 1e-6);
	}

	private static Sample constantSteps(final String name, final float top) {
		return Sample.of(name, ArrayImgs.floats(new float[] { 0, 0, top, top }, 2,
			2, 1), ArrayImgs.ints(2, 2));
	}

	private static float largest(final PatchSampler sampler) {
		float largest = 0;
		for (final float v : sampler.withPatchSize(2, 2).draw(0).input())
			largest = Math.max(largest, v);
		return largest;
	}

	@Test
	void wrongUseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> sampler(TWO));
		assertThrows(IllegalArgumentException.class, () -> sampler(TWO, ramp("a", 2,
			2, 1), ramp("b", 2, 2, 2)));
		final PatchSampler sampler = sampler(TWO, ramp("a", 2, 2, 1));
		assertThrows(IllegalArgumentException.class, () -> sampler.withPatchSize(0,
			4));
		assertThrows(IllegalArgumentException.class, () -> sampler
			.withSampleWeights(0));
		assertThrows(IllegalArgumentException.class, () -> sampler
			.withForegroundShare(1.1));
	}
}
