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

package org.unetlens.ij;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.unetlens.engine.Engine;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.TestPair;
import org.unetlens.network.LayerNames;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * A U-Net whose weights are set by hand so that it thresholds the first channel
 * half-way between minimum and maximum: what it must answer is known exactly.
 */
public final class ThresholdModel {

	private static final int STEEPNESS = 40;

	private ThresholdModel() {}

	public static ModelBundle of(final int channels) {
		final UNetSpec spec = UNetSpec.default2d(channels, 2).withDepth(1)
			.withBaseWidth(2);
		final ModelCard card = new ModelCard("threshold", "Bright areas.",
			"# Threshold\n\n## Validation\nNone.\n", List.of("Nobody"), List.of(),
			"CC0-1.0", List.of("test"), List.of(), Map.of(), Map.of());
		return new ModelBundle(card, spec, weights(spec), Normalization.of(
			Normalization.Kind.MIN_MAX), PixelSize.UNCALIBRATED, List.of("background",
				"bright"), ObjectRule.of(ObjectRule.Kind.FOREGROUND).withMinSize(2));
	}

	/** Writes it as a model file. */
	public static Path write(final int channels, final Path file) {
		Engine.start();
		final ModelBundle model = of(channels);
		ModelFiles.write(model, null, TestPair.of(model), file, true);
		return file;
	}

	private static Weights weights(final UNetSpec spec) {
		final List<Weight> weights = new ArrayList<>();
		for (final Map.Entry<String, long[]> e : WeightShapes.of(spec).entrySet())
			weights.add(new Weight(e.getKey(), e.getValue(), values(e.getKey(), e
				.getValue())));
		return new Weights(weights);
	}

	/** Passes the first channel on at full resolution; all else is zero. */
	private static float[] values(final String name, final long[] shape) {
		long n = 1;
		for (final long s : shape)
			n *= s;
		final float[] values = new float[(int) n];
		if (name.equals(LayerNames.weight(LayerNames.HEAD))) values[1] = STEEPNESS;
		else if (name.equals(LayerNames.bias(LayerNames.HEAD))) values[1] =
			-STEEPNESS / 2f;
		else if (shape.length == 4 && shape[0] == 3) values[(int) (4 * shape[2] *
			shape[3])] = 1;
		return values;
	}
}
