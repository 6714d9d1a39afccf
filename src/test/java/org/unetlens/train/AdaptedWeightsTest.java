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

package org.unetlens.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

class AdaptedWeightsTest {

	private static final List<String> OBJECTS = List.of("background", "interior",
		"border");

	private static ModelBundle model(final UNetSpec spec, final Weights weights,
		final List<String> classes)
	{
		return new ModelBundle(new ModelCard("m", "A test.", "", List.of("nobody"),
			List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map.of()), spec,
			weights, Normalization.percentile(1, 99.8), PixelSize.UNCALIBRATED,
			classes, ObjectRule.of(ObjectRule.Kind.INTERIOR_BORDER));
	}

	private static UNetSpec spec(final int channels, final int classes) {
		return UNetSpec.default2d(channels, classes).withDepth(2).withBaseWidth(3)
			.withSeed(7);
	}

	private static ClassPlanes probabilities(final ModelBundle model,
		final RandomAccessibleInterval<FloatType> image)
	{
		try (Segmenter s = Segmenter.of(model, SegmenterOptions.defaults())) {
			return s.probabilities(image, s.measure(image), Progress.NONE);
		}
	}

	/** An image that is the same in all channels gives the same answer. */
	@Test
	void otherChannelsSeeTheMean() {
		Engine.start();
		final ModelBundle grey = model(spec(1, 3), InitialWeights.he(spec(1, 3)),
			OBJECTS);
		final ModelBundle color = model(spec(3, 3), AdaptedWeights.of(grey, spec(3,
			3), OBJECTS), OBJECTS);
		final ModelBundle again = model(spec(1, 3), AdaptedWeights.of(color, spec(1,
			3), OBJECTS), OBJECTS);
		final RandomAccessibleInterval<FloatType> image = NucleiField.default2d()
			.withSize(37, 30).generate().sample("f").image();
		final RandomAccessibleInterval<FloatType> three = Views.concatenate(2,
			image, image, image);
		final ClassPlanes expected = probabilities(grey, image);
		for (final ClassPlanes found : List.of(probabilities(color, three),
			probabilities(again, image)))
			for (int c = 0; c < 3; c++)
				assertArrayEquals(expected.plane(c), found.plane(c), 1e-5f, "class " +
					c);
	}

	/** Classes of the same name keep their weights, wherever they stand. */
	@Test
	void classesAreFoundByName() {
		final ModelBundle old = model(spec(1, 3), InitialWeights.he(spec(1, 3)
			.withSeed(2)), OBJECTS);
		final UNetSpec wanted = spec(1, 4);
		final Weights found = AdaptedWeights.of(old, wanted, List.of("soma",
			"background", "axon", "border"));
		final float[] before = old.weights().get("head.weight").values();
		final float[] random = InitialWeights.he(wanted).get("head.weight")
			.values();
		final float[] now = found.get("head.weight").values();
		assertEquals(3 * 4, now.length);
		for (int i = 0; i < 3; i++)
			assertArrayEquals(new float[] { random[4 * i], before[3 * i], random[4 *
				i + 2], before[3 * i + 2] }, new float[] { now[4 * i], now[4 * i + 1],
					now[4 * i + 2], now[4 * i + 3] });
		assertEquals(4, found.get("head.bias").values().length);
		assertSame(old.weights().get("encoder1.conv1.weight"), found.get(
			"encoder1.conv1.weight"));
		assertArrayEquals(before, AdaptedWeights.of(old, spec(1, 3), OBJECTS).get(
			"head.weight").values());
	}
}
