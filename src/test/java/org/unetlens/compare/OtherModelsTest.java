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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.engine.Progress;
import org.unetlens.label.LabelPlane;
import org.unetlens.label.ObjectRule;
import org.unetlens.label.ObjectRule.Kind;
import org.unetlens.label.Pictures;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/** Untrained models of other kinds: channels, classes, some skips only. */
class OtherModelsTest {

	private static final int WIDTH = 37;
	private static final int HEIGHT = 29;

	@Test
	void aModelThatLacksASkipHasFewerSubsets() {
		final ModelBundle model = model(1, 2, Kind.FOREGROUND, SkipSet.of(0, 2));
		try (SkipComparison session = session(model, 0)) {
			final ImageComparison compared = session.compare(image(1, Optional
				.empty()), Progress.NONE);
			assertEquals(List.of("0+2", "2", "0", "none"), compared.comparison()
				.knockOuts().keySet().stream().map(SkipSet::toString).toList());
			assertEquals(Set.of(0, 2), Set.copyOf(compared.comparison().effects()
				.stream().map(SkipEffect::level).toList()));
			final Output output = compared.output(SkipGains.all(3));
			assertEquals("Full model", output.variant().name());
			assertEquals(compared.comparison().full(), output.variant());
			assertEquals("Knock-out at gains 0:0.5 1:0 2:1", compared.output(SkipGains
				.all(3).with(0, 0.5)).variant().name());
		}
	}

	@Test
	void oneClassOfSeveralIsComparedWithItsPartOfTheTruth() {
		final ModelBundle model = model(3, 4, Kind.FOREGROUND, SkipSet.all(3));
		final int[] truth = LabelPlane.of(Pictures.randomLabels(new Random(3),
			WIDTH, HEIGHT, 3)).pixels();
		final int pixels = (int) IntStream.of(truth).filter(v -> v == 2).count();
		try (SkipComparison session = session(model, 2)) {
			final ImageComparison compared = session.compare(image(3, Optional.of(
				truth)), Progress.NONE);
			int reference = 0;
			for (final IntType label : Views.flatIterable(compared.reference()))
				if (label.get() > 0) reference++;
			assertEquals(pixels, reference);
			final Output full = compared.output(SkipGains.all(3));
			final float p = full.foreground().getAt(20, 10).get();
			assertTrue(p > 0 && p < 1, p + "");
			assertEquals(p >= 0.5, full.labels().getAt(20, 10).get() > 0);
			assertTrue(compared.comparison().notes().stream().anyMatch(n -> n
				.contains("of the class class 2:")), compared.comparison().notes()
					.toString());
			assertTrue(compared.comparison().notes().stream().anyMatch(n -> n
				.contains("3 channels (red, green, blue)")));
		}
	}

	@Test
	void aMaskAsTruthIsSaidTo() {
		final ModelBundle model = model(1, 2, Kind.FOREGROUND, SkipSet.all(3));
		final int[] mask = new int[WIDTH * HEIGHT];
		mask[3] = 255;
		mask[100] = 255;
		final String note =
			"The truth is a mask: its connected areas are taken as the objects.";
		try (SkipComparison session = session(model, 0)) {
			final Comparison c = session.compare(image(1, Optional.of(mask)),
				Progress.NONE).comparison();
			assertEquals(2, c.n());
			assertTrue(c.notes().contains(note), c.notes().toString());
			mask[100] = 254;
			final Comparison labels = session.compare(image(1, Optional.of(mask)),
				Progress.NONE).comparison();
			assertFalse(labels.notes().contains(note));
		}
	}

	@Test
	void membranesAreComparedByTheRegionsTheyEnclose() {
		final ModelBundle model = model(1, 2, Kind.ENCLOSED, SkipSet.all(3));
		try (SkipComparison session = session(model, 0)) {
			final ImageComparison compared = session.compare(image(1, Optional
				.empty()), Progress.NONE);
			final Output full = compared.output(SkipGains.all(3));
			assertArrayEquals(LabelPlane.of(compared.reference()).pixels(), LabelPlane
				.of(full.labels()).pixels());
			float largest = 0;
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					largest = Math.max(largest, full.foreground().getAt(x, y).get());
			assertEquals(largest, full.variant().scores().get(
				Score.LARGEST_PROBABILITY), 1e-7);
		}
	}

	@Test
	void anImageOfOtherChannelsIsToldInASentence() {
		final ModelBundle model = model(1, 2, Kind.FOREGROUND, SkipSet.all(3));
		try (SkipComparison session = session(model, 0)) {
			final ComparisonImage image = image(3, Optional.empty());
			assertTrue(org.junit.jupiter.api.Assertions.assertThrows(
				IllegalArgumentException.class, () -> session.compare(image,
					Progress.NONE)).getMessage().contains("3 channels"));
		}
	}

	private static SkipComparison session(final ModelBundle model,
		final int classIndex)
	{
		return SkipComparison.of(model, List.of(), ComparisonSettings.defaults()
			.withClassIndex(classIndex));
	}

	private static ComparisonImage image(final int channels,
		final Optional<int[]> truth)
	{
		final byte[] pixels = new byte[WIDTH * HEIGHT * channels];
		new Random(5).nextBytes(pixels);
		return new ComparisonImage("noise", ArrayImgs.unsignedBytes(pixels, WIDTH,
			HEIGHT, channels), truth.map(t -> ArrayImgs.ints(t, WIDTH, HEIGHT)),
			PixelSize.UNCALIBRATED);
	}

	private static ModelBundle model(final int channels, final int classes,
		final Kind kind, final SkipSet skips)
	{
		final UNetSpec spec = UNetSpec.default2d(channels, classes).withDepth(3)
			.withBaseWidth(4).withSkips(skips);
		return new ModelBundle(ComparisonSamples.card("test"), spec, InitialWeights
			.he(spec), Normalization.percentile(1, 99.8), PixelSize.UNCALIBRATED,
			IntStream.range(0, classes).mapToObj(i -> "class " + i).toList(),
			ObjectRule.of(kind).withMinSize(0).withFillHoles(false));
	}
}
