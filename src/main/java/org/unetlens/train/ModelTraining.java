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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Progress;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.Models;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.Weights;
import org.unetlens.tensor.PixelSize;

/**
 * What a {@link TrainingSession} trains: settings, images and the card of the
 * model to come. Immutable.
 *
 * @param settings everything but the images; they are stored with the model
 * @param split training and validation images, not scaled yet
 * @param card what is known of the model beforehand; settings and scores are
 *          added
 * @param classes their names
 */
public record ModelTraining(TrainingSettings settings, Split split,
		ModelCard card, List<String> classes) {

	/** Where a model says how many images it was trained on. */
	public static final String TRAINING_IMAGES = "training images";
	/** Where a model says how many images it was validated on. */
	public static final String VALIDATION_IMAGES = "validation images";
	static final String STEPS_DONE = "steps done";
	static final String BEST_STEP = "best step";
	private static final double SAME_SIZE = 0.1;

	/** Copies the list. */
	public ModelTraining {
		classes = List.copyOf(classes);
	}

	/** With the names that classes of such targets have. */
	public ModelTraining(final TrainingSettings settings, final Split split,
		final ModelCard card)
	{
		this(settings, split, card, classes(settings.recipe().targets()));
	}

	/** The same with settings that differ in the length of the training. */
	public ModelTraining withSettings(final TrainingSettings s) {
		return new ModelTraining(s, split, card, classes);
	}

	/** The same with more scores known beforehand. */
	public ModelTraining withMetrics(final Map<String, Double> metrics) {
		return new ModelTraining(settings, split, card.withMetrics(metrics),
			classes);
	}

	/**
	 * Before the first step: the weights of the base model, fitted to channels
	 * and classes, or random ones by He's rule.
	 */
	public TrainingState start() {
		return TrainingState.initial(settings.baseModel().map(m -> AdaptedWeights
			.of(Models.open(m), settings.recipe().spec(), classes)).orElseGet(
				() -> InitialWeights.he(settings.recipe().spec())));
	}

	/**
	 * The same with the steps that fit into the budget, for which those of
	 * minutes are probed; as it is when the steps are said.
	 */
	public ModelTraining timed() {
		if (settings.budget().isEmpty()) return this;
		final TrainingBudget budget = settings.budget().get();
		final TrainingConfig config = settings.recipe().config();
		return withSettings(settings.withSteps(budget
			.unit() == TrainingBudget.Unit.MINUTES ? budget.steps(config, StepTime
				.measure(this, budget.probeSeconds())) : config.withSteps(budget.steps(
					(double) config.batch() * config.patch() * config.patch(),
					trainingPixels()))));
	}

	/** How often the steps see each training pixel, on average. */
	public double epochs() {
		final TrainingConfig config = settings.recipe().config();
		return (double) config.steps() * config.batch() * config.patch() * config
			.patch() / trainingPixels();
	}

	/** Pixels of the training images as the network sees them. */
	double trainingPixels() {
		final double scale = settings.imageScale();
		return scale * scale * split.train().stream().mapToDouble(s -> (double) s
			.width() * s.height()).sum();
	}

	/**
	 * How many images a model was trained and validated on, in words, e.g.
	 * {@code 12 and 3}; empty when it does not say.
	 */
	public static String counts(final ModelBundle model) {
		final Map<String, String> training = model.card().training();
		return training.containsKey(TRAINING_IMAGES) ? training.get(
			TRAINING_IMAGES) + " and " + training.get(VALIDATION_IMAGES) : "";
	}

	/** The model of these weights with an object rule that is not tuned. */
	public ModelBundle bundle(final Weights weights) {
		final Recipe recipe = settings.recipe();
		return new ModelBundle(card.withTraining(training()).withImageScale(settings
			.imageScale()), recipe.spec(), weights, recipe.normalization(),
			pixelSize(), classes, ObjectRule.of(Validation.ruleKind(recipe.targets()
				.kind())));
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
		return PatchSampler.of(scaled(), recipe.normalization(), recipe.targets())
			.withPatchSize(config.patch(), config.patch()).withAugmentation(recipe
				.augmentation()).withSampleWeights(sizes).withSeed(config.seed());
	}

	private List<Sample> scaled() {
		final double scale = settings.imageScale();
		return scale == 1 ? split.train() : split.train().stream().map(s -> s
			.scaled(scale, scale)).toList();
	}

	/** That of the images, if all have about the same. */
	private PixelSize pixelSize() {
		final PixelSize first = split.train().get(0).pixelSize();
		return split.train().stream().map(Sample::pixelSize).allMatch(p -> p.unit()
			.equals(first.unit()) && Math.abs(p.x() / first.x() - 1) < SAME_SIZE)
				? first : PixelSize.UNCALIBRATED;
	}

	private static List<String> classes(final TargetRule targets) {
		return switch (targets.kind()) {
			case INTERIOR_BORDER -> List.of("background", "interior", "border");
			case MEMBRANE -> List.of("inside", "membrane");
			case SEMANTIC -> Arrays.stream(targets.values()).mapToObj(v -> "class " +
				v).toList();
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
		final Map<String, Double> metrics = new LinkedHashMap<>(card.metrics());
		validation.measure(model).forEach((name, value) -> metrics.put(
			"validation " + name, value));
		final Map<String, String> training = training();
		training.put(STEPS_DONE, Long.toString(end.step()));
		training.put(BEST_STEP, Long.toString(end.bestStep()));
		return model.withCard(card.withMetrics(metrics).withTraining(training)
			.withImageScale(settings.imageScale()));
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
