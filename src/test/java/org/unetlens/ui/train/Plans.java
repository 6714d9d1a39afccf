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

package org.unetlens.ui.train;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.preflight.TrainingPlan;

/** Trainings on generated nuclei, small enough for tests. */
final class Plans {

	private Plans() {}

	/** Images of 131 x 128 px and more, each of another size. */
	static List<Sample> samples(final int count) {
		return IntStream.rangeClosed(1, count).mapToObj(i -> NucleiField.default2d()
			.withSize(130 + i, 127 + i).withCount(9).withTouching(0.3).withRadius(10)
			.withSeed(i).generate().sample("field " + i).withPixelSize(new PixelSize(
				0.5, 0.5, "micron"))).toList();
	}

	/** Crowded fields of 300 x 260 px. */
	static Annotations crowded(final int count) {
		return annotations(IntStream.rangeClosed(1, count).mapToObj(i -> NucleiField
			.default2d().withSize(300, 260).withCount(45).withRadius(11).withTouching(
				0.5).withSeed(i).generate().sample("well B" + i).withPixelSize(
					new PixelSize(0.5, 0.5, "micron"))).toList());
	}

	static Annotations annotations(final int count) {
		return annotations(samples(count));
	}

	private static Annotations annotations(final List<Sample> samples) {
		return new Annotations(samples, TargetRule.interiorBorder(), List.of(
			"background", "interior", "border"), List.of(Finding.note(
				"The label images hold 1, 2 ... 12: each number is read as one object, 0 being background.")));
	}

	/** A network of depth 2 and width 4, patches of 64 px. */
	static Recipe recipe() {
		final Recipe recipe = Recipe.objects(1);
		return recipe.withSpec(recipe.spec().withDepth(2).withBaseWidth(4))
			.withConfig(recipe.config().withPatch(64).withBatch(2).withSteps(20)
				.withValidateEvery(5));
	}

	/** A network of depth 3 and width 8, patches of 128 px. */
	static Recipe larger() {
		final Recipe recipe = Recipe.objects(1);
		return recipe.withSpec(recipe.spec().withDepth(3).withBaseWidth(8))
			.withConfig(recipe.config().withPatch(128).withSteps(300)
				.withValidateEvery(15).withLearningRate(2e-3));
	}

	static TrainingPlan plan(final int images) {
		return plan(annotations(images), recipe());
	}

	static TrainingPlan plan(final Annotations annotations, final Recipe recipe) {
		return TrainingPlan.of(List.of(annotations), TrainingSettings.of(recipe));
	}

	/** A training of this recipe on three images. */
	static TrainingSession session(final Recipe recipe) {
		return session(annotations(3), recipe);
	}

	static TrainingSession session(final Annotations annotations,
		final Recipe recipe)
	{
		final TrainingPlan plan = plan(annotations, recipe);
		return new TrainingSession(plan.training(new ModelCard("test", "A test.",
			"", List.of("tester"), List.of(), "CC0-1.0", List.of(), List.of(), Map
				.of(), Map.of())));
	}

	/** Trains on the calling thread, without checkpoints. */
	static ModelBundle run(final TrainingSession session) {
		return session.run(session.training().start(), state -> {}, Progress.NONE);
	}
}
