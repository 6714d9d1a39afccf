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

package org.unetlens.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelCard.Citation;
import org.unetlens.model.ModelCard.DataSource;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/** Small models with random weights for tests; the same seed gives the same. */
final class ModelSamples {

	private ModelSamples() {}

	static UNetSpec spec(final int channels, final int classes, final int depth) {
		return UNetSpec.default2d(channels, classes).withDepth(depth).withBaseWidth(
			3);
	}

	static Weights weights(final UNetSpec spec, final long seed) {
		final Random random = new Random(seed);
		final List<Weight> list = new ArrayList<>();
		for (final Map.Entry<String, long[]> e : WeightShapes.of(spec).entrySet())
			list.add(new Weight(e.getKey(), e.getValue(), values(e.getKey(), e
				.getValue(), random)));
		return new Weights(list);
	}

	private static float[] values(final String name, final long[] shape,
		final Random random)
	{
		int n = 1;
		for (final long s : shape)
			n *= (int) s;
		// NB: He's standard deviation keeps the signal alive through all levels.
		final double sd = shape.length == 1 ? 0.2 : Math.sqrt(2.0 / (shape[0] *
			shape[1] * shape[2]));
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) {
			final double v = sd * random.nextGaussian();
			values[i] = (float) (name.endsWith(".variance") ? 0.5 + v * v : name
				.endsWith(".gamma") ? 1 + v : v);
		}
		return values;
	}

	static ModelBundle model(final UNetSpec spec, final long seed) {
		final List<String> classes = IntStream.range(0, spec.classes()).mapToObj(
			i -> i == 0 ? "background" : "class " + i).toList();
		return new ModelBundle(card(), spec, weights(spec, seed), Normalization
			.percentile(1, 99.8), new PixelSize(0.65, 0.5, "micron"), classes,
			new ObjectRule(ObjectRule.Kind.FOREGROUND, 0.45, 0.7, 0.2, 12, true,
				false));
	}

	static ModelCard card() {
		final Map<String, Double> metrics = new LinkedHashMap<>();
		metrics.put("AP@0.5", 0.751);
		metrics.put("AP@0.7", 0.5);
		final Map<String, String> training = new LinkedHashMap<>();
		training.put("steps", "3000");
		training.put("learning rate", "1e-3");
		training.put("mirrored", "yes");
		return new ModelCard("nuclei: test", "Finds nuclei.",
			"# Nuclei\n\nA page with µ.\n\n## Validation\nnone\n", List.of(
				"A. Author", "B/C Author"), List.of(new Citation("Paper",
					"10.1234/abc"), new Citation("No DOI: \"quoted\"", "")), "CC0-1.0",
			List.of("nuclei", "fluorescence"), List.of(new DataSource("set 1",
				"CC0-1.0", "cite: it")), metrics, training);
	}

	/** A model file's content, its test pair computed by the plain reference. */
	static ModelPackage source(final UNetSpec spec, final long seed) {
		final ModelBundle model = model(spec, seed);
		final int h = SizeRule.of(spec).atLeast(1);
		final int w = h + SizeRule.of(spec).step();
		final float[] input = image(h * w * spec.channels(), seed);
		final float[] output = new NaiveUNet(spec, model.weights()).run(input, h,
			w);
		return ModelPackage.of(model, new TestPair(h, w, input, output));
	}

	static float[] image(final int n, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}
}
