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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.data.PatchSampler;
import org.unetlens.data.Split;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Progress;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.Weights;
import org.unetlens.tensor.PixelSize;

/**
 * What a {@link TrainingSession} trains: settings, images and the card of the
 * model to come. Immutable.
 *
 * @param settings everything but the images; they are stored with the model
 * @param split training and validation images
 * @param card what is known of the model beforehand; settings and scores are
 *          added
 */
public record ModelTraining(TrainingSettings settings, Split split,
		ModelCard card) {

	static final String TRAINING_IMAGES = "training images";
	static final String VALIDATION_IMAGES = "validation images";
	static final String STEPS_DONE = "steps done";

	/** The model of these weights with an object rule that is not tuned. */
	public ModelBundle bundle(final Weights weights) {
		final Recipe recipe = settings.recipe();
		return new ModelBundle(card.withTraining(training()), recipe.spec(),
			weights, recipe.normalization(), PixelSize.UNCALIBRATED, classes(),
			ObjectRule.of(Validation.ruleKind(recipe.targets().kind())));
	}

	/**
	 * An image is drawn as often as its size says, so that each pixel has the
	 * same chance.
	 */
	PatchSampler patches() {
		final Recipe recipe = settings.recipe();
		final TrainingConfig config = recipe.config();
		final double[] sizes = split.train().stream().mapToDouble(s -> (double) s
			.width() * s.height()).toArray();
		return PatchSampler.of(split.train(), recipe.normalization(), recipe
			.targets()).withPatchSize(config.patch(), config.patch())
			.withAugmentation(recipe.augmentation()).withSampleWeights(sizes)
			.withSeed(config.seed());
	}

	/** Names of the classes. */
	List<String> classes() {
		final TargetRule targets = settings.recipe().targets();
		return switch (targets.kind()) {
			case INTERIOR_BORDER -> List.of("background", "interior", "border");
			case MEMBRANE -> List.of("inside", "membrane");
			case SEMANTIC -> java.util.Arrays.stream(targets.values()).mapToObj(
				v -> "class " + v).toList();
		};
	}

	Validation validation() {
		return new Validation(split.validation(), settings.recipe().targets());
	}

	/** The best model with a rule tuned on the validation images, and scores. */
	ModelBundle finished(final TrainingState end, final Validation validation,
		final Progress progress)
	{
		final ModelBundle model = bundle(end.best());
		return describe(model.withRule(validation.tune(model, progress).rule()),
			validation, end);
	}

	private ModelBundle describe(final ModelBundle model,
		final Validation validation, final TrainingState end)
	{
		final Map<String, Double> metrics = new LinkedHashMap<>();
		validation.measure(model).forEach((name, value) -> metrics.put(
			"validation " + name, value));
		final Map<String, String> training = training();
		training.put(STEPS_DONE, Long.toString(end.step()));
		training.put("best step", Long.toString(end.bestStep()));
		return model.withCard(card.withMetrics(metrics).withTraining(training));
	}

	/** What the card says about the training beforehand, and the settings. */
	private Map<String, String> training() {
		final Map<String, String> training = new LinkedHashMap<>(card.training());
		training.put(TrainingSettings.KEY, settings.toJson());
		training.put(TRAINING_IMAGES, Integer.toString(split.train().size()));
		training.put(VALIDATION_IMAGES, Integer.toString(split.validation()
			.size()));
		return training;
	}
}
