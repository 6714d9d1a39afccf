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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.data.Augmentation;
import org.unetlens.data.MembraneField;
import org.unetlens.data.NucleiField;
import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Progress;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.LabelImages;
import org.unetlens.metrics.ObjectScore;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.Models;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;

class ModelTrainingTest {

	private static final ModelCard CARD = new ModelCard("test", "A test.", "",
		List.of("nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
			.of());

	@Test
	void imagesAreDrawnInProportionToTheirSize() {
		final Split split = new Split(List.of(constant("small", 20, 1), constant(
			"large", 60, 2)), List.of());
		final Recipe recipe = recipe(TargetRule.semantic(0, 1)).withAugmentation(
			Augmentation.none()).withNormalization(Normalization.of(
				Normalization.Kind.NONE));
		final PatchSampler patches = new ModelTraining(TrainingSettings.of(recipe),
			split, CARD).patches();
		int large = 0;
		for (int i = 0; i < 1000; i++)
			if (patches.draw(i).input()[0] == 2) large++;
		assertEquals(900, large, 40);
	}

	/**
	 * The score that chooses membrane weights is the Dice of their pixels,
	 * counted here by hand.
	 */
	@Test
	void membranesAreComparedByTheirPixels() {
		final Sample sample = MembraneField.default2d().withSize(53, 47).generate()
			.sample("field");
		final Recipe recipe = recipe(TargetRule.membrane(0));
		final ModelBundle model = new ModelTraining(TrainingSettings.of(recipe),
			new Split(List.of(sample), List.of(sample)), CARD).bundle(InitialWeights
				.he(recipe.spec()));
		long both = 0;
		long sum = 0;
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			final ClassPlanes p = segmenter.probabilities(sample.image(), segmenter
				.measure(sample.image()), Progress.NONE);
			for (int y = 0; y < 47; y++)
				for (int x = 0; x < 53; x++) {
					final boolean membrane = sample.labels().getAt(x, y).get() == 0;
					final boolean found = p.getAt(x, y, 1).get() >= 0.5f;
					if (membrane && found) both++;
					if (membrane) sum++;
					if (found) sum++;
				}
		}
		assertTrue(both > 0);
		assertEquals(2.0 * both / sum, new Validation(List.of(sample), recipe
			.targets()).quick(model, Progress.NONE).score(), 1e-9);
	}

	/** The rule of a finished model is tuned, too. */
	@Test
	void objectsAreScoredByTheBestOfAFewRules() {
		final Sample sample = NucleiField.crowd(1).generate().sample("crowd");
		final ModelBundle model = Models.open("nuclei");
		final ObjectScore score = ObjectScore.meanAp(0.5, 0.7);
		final List<Double> scores;
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			final ClassPlanes p = segmenter.probabilities(sample.image(), segmenter
				.measure(sample.image()), Progress.NONE);
			scores = Stream.of(0.15, 0.3, 0.6).map(prominence -> score.of(List.of(
				OverlapTable.of(sample.labels(), LabelImages.from(p, model.rule()
					.withThreshold(0.5).withMinSize(20).withProminence(prominence))))))
				.toList();
		}
		assertTrue(Collections.max(scores) > Collections.min(scores) + 0.01, scores
			.toString());
		assertEquals(Collections.max(scores), new Validation(List.of(sample),
			TargetRule.interiorBorder()).quick(model, Progress.NONE).score(), 1e-9);
	}

	private static Recipe recipe(final TargetRule targets) {
		return Recipe.of(1, targets).withConfig(TrainingConfig.defaults().withPatch(
			16)).withSpec(UNetSpec.default2d(1, 2).withDepth(2).withBaseWidth(4));
	}

	private static Sample constant(final String name, final int side,
		final float value)
	{
		final float[] pixels = new float[side * side];
		java.util.Arrays.fill(pixels, value);
		return Sample.of(name, ArrayImgs.floats(pixels, side, side, 1), ArrayImgs
			.ints(side, side));
	}
}
