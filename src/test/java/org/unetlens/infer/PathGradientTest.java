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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.NativeArrays;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientGraph;
import org.unetlens.network.GradientPlan;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.LayerNames;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

class PathGradientTest {

	private static final int WIDTH = 75;
	private static final int HEIGHT = 90;
	private static final Img<FloatType> IMAGE = image();

	/** At corners, edges and inside, odd and even. */
	@ParameterizedTest
	@CsvSource({ "0, 0", "74, 89", "33, 41", "7, 60", "52, 3" })
	void allPathsTogetherGiveTheGradientOfTheWholeImage(final int x,
		final int y)
	{
		final ModelBundle model = model(2, SkipSet.of(1));
		final List<PathGradient> all;
		try (SkipSession session = SkipSession.of(model, SegmenterOptions
			.defaults()))
		{
			all = session.gradients(IMAGE, x, y, 2);
		}
		assertEquals(List.of(-1, 1, 2), all.stream().map(PathGradient::level)
			.toList());
		final float[] expected = whole(model, x, y);
		double largest = 0;
		for (final float v : expected)
			largest = Math.max(largest, Math.abs(v));
		final var found = Views.extendZero(all.get(0).gradient());
		for (int i = 0; i < expected.length; i++) {
			final int u = i % 84 - 4;
			final int v = i / 84 - 4;
			assertEquals(Math.abs(expected[i]), found.getAt(u, v).get(), 1e-5 *
				largest, u + ", " + v);
		}
	}

	@Test
	void eachPathStaysInItsBox() {
		try (SkipSession session = SkipSession.of(model(2, SkipSet.all(2)),
			SegmenterOptions.defaults()))
		{
			final List<PathGradient> all = session.gradients(IMAGE, 37, 44, 0);
			assertEquals(List.of(-1, 0, 1, 2), all.stream().map(PathGradient::level)
				.toList());
			// NB: Pixel 37 through skip 0: 33 to 41; through skip 1, in cells of 2
			// px:
			// 17 to 19, then 13 to 23, 26 to 47 and two convolutions more.
			assertBox(all.get(1), 33, 40, 41, 48);
			assertBox(all.get(2), 24, 32, 49, 57);
			for (final PathGradient path : all) {
				assertEquals(new FinalInterval(path.box()), new FinalInterval(path
					.gradient()));
				assertTrue(path.radius50() > 0 && path.radius50() <= path.radius95());
				assertTrue(path.radius95() <= Math.hypot(path.box().dimension(0), path
					.box().dimension(1)));
			}
			assertTrue(all.get(1).radius95() < all.get(3).radius95());
			assertTrue(Intervals.equals(all.get(0).box(), all.get(3).box()));
		}
	}

	@Test
	void radiiByHand() {
		final Img<FloatType> image = ArrayImgs.floats(9, 9);
		image.getAt(4, 4).set(3);
		image.getAt(7, 8).set(2);
		image.getAt(4, 3).set(1);
		final RandomAccessibleInterval<FloatType> moved = Views.translate(image, -2,
			5);
		// NB: Energies 9, 1 and 4 at distances 0, 1 and 5.
		final EnergyRadius radius = EnergyRadius.of(moved, 2, 9);
		assertEquals(0, radius.holding(9 / 14.0 - 1e-9));
		assertEquals(1, radius.holding(0.7));
		assertEquals(5, radius.holding(0.95));
		assertEquals(0, EnergyRadius.of(ArrayImgs.floats(3, 3), 1, 1).holding(0.5));
	}

	@Test
	void pixelsAndClassesThatAreNotThereAreRefused() {
		try (SkipSession session = SkipSession.of(model(1, SkipSet.all(1)),
			SegmenterOptions.defaults()))
		{
			assertTrue(assertThrows(IllegalArgumentException.class, () -> session
				.gradients(IMAGE, 75, 3, 0)).getMessage().contains(
					"(75, 3) lies outside of the image of 75 x 90 px"));
			assertTrue(assertThrows(IllegalArgumentException.class, () -> session
				.gradients(IMAGE, 5, 3, 3)).getMessage().contains(
					"no class 3; its classes are 0 to 2: [a, b, c]"));
		}
	}

	private static void assertBox(final PathGradient path, final long... bounds) {
		assertEquals(LongStream.of(bounds).boxed().toList(), List.of(path.box().min(
			0), path.box().min(1), path.box().max(0), path.box().max(1)));
	}

	/**
	 * d logit / d input on the canvas: a mirrored margin of 2^depth = 4 px around
	 * the image, sides multiples of 4, so 84 x 100.
	 */
	private static float[] whole(final ModelBundle model, final int x,
		final int y)
	{
		final float[] values = new float[84 * 100];
		NormalizedBlocks.of(IMAGE, Scaling.identity(1)).read(-4, -4, 84, 100,
			values, 0);
		final float[] one = new float[values.length * 3];
		try (EngineWeights weights = new EngineWeights(model.spec(), model
			.weights());
				GradientPlan plan = new GradientGraph(model.spec(), new TileShape(1,
					100, 84)).plan(weights, Set.of(LayerNames.INPUT)))
		{
			plan.forward(values, new float[one.length]);
			one[((y + 4) * 84 + x + 4) * 3 + 2] = 1;
			plan.backward(one);
			return NativeArrays.toFloats(plan.gradient(LayerNames.INPUT));
		}
	}

	/** Values from 0 to about 1 that need no normalisation. */
	private static Img<FloatType> image() {
		final var nuclei = NucleiField.default2d().withSize(WIDTH, HEIGHT)
			.generate().image();
		final Img<FloatType> image = ArrayImgs.floats(WIDTH, HEIGHT, 1);
		final Cursor<FloatType> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			cursor.get().set(nuclei.getAt(cursor.getIntPosition(0), cursor
				.getIntPosition(1)).getRealFloat() / 1000);
		}
		return image;
	}

	private static ModelBundle model(final int depth, final SkipSet skips) {
		final UNetSpec spec = UNetSpec.default2d(1, 3).withDepth(depth)
			.withBaseWidth(4).withSkips(skips).withSeed(5);
		return new ModelBundle(new ModelCard("random", "A test.", "", List.of(
			"nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
				.of()), spec, InitialWeights.he(spec), Normalization.of(
					Normalization.Kind.NONE), PixelSize.UNCALIBRATED, List.of("a", "b",
						"c"), ObjectRule.of(ObjectRule.Kind.FOREGROUND));
	}
}
