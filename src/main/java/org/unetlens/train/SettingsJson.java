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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;

/**
 * {@link TrainingSettings} as JSON. The number of classes follows from the
 * targets; seeds other than that of the training are written only where they
 * differ.
 */
final class SettingsJson {

	private static final String ALL = "all";

	private SettingsJson() {}

	static JsonObject write(final TrainingSettings settings) {
		final Recipe recipe = settings.recipe();
		final long seed = recipe.config().seed();
		final JsonObject root = new JsonObject();
		root.addProperty("seed", seed);
		settings.baseModel().ifPresent(m -> root.addProperty("base_model", m));
		root.add("network", network(recipe.spec(), seed));
		root.add("targets", TargetsJson.write(recipe.targets()));
		root.add("normalization", normalization(recipe.normalization()));
		root.add("augmentation", AugmentationJson.write(recipe.augmentation()));
		root.add("training", training(recipe.config(), settings.budget()));
		root.add("data", data(settings.data(), seed));
		root.add("annotation", AnnotationJson.write(settings.annotation()));
		if (!settings.changes().isEmpty()) root.add("changes", ChangesJson.write(
			settings.changes()));
		return root;
	}

	static TrainingSettings read(final JsonPlace root, final int channels,
		final TargetRule found)
	{
		final long seed = root.whole("seed", 1);
		final Optional<String> base = Optional.ofNullable(root.text("base_model",
			null));
		final AnnotationSettings annotation = annotation(root);
		final TargetRule targets = TargetsJson.read(root.at("targets"), found);
		final JsonPlace network = root.at("network");
		final JsonPlace training = root.at("training");
		final Recipe standard = Recipe.of(network.integer("channels", channels),
			targets);
		final Optional<TrainingBudget> budget = budget(training);
		final Recipe recipe = new Recipe(network(network, standard.spec(), seed),
			training(training, base.isPresent() ? standard.config().forFineTuning()
				: standard.config()).withSeed(seed), targets, AugmentationJson.read(
					root, targets), normalization(root.at("normalization"), standard
						.normalization()));
		final TrainingSettings settings = new TrainingSettings(recipe, data(root.at(
			"data"), seed), annotation, ChangesJson.read(root.list("changes")), base,
			budget);
		root.requireNoOthers();
		return settings;
	}

	/** How images are read, which must be known before the rest. */
	static AnnotationSettings annotation(final JsonPlace root) {
		return AnnotationJson.read(root.at("annotation"), TargetsJson.kind(root.at(
			"targets")));
	}

	/** Minutes or epochs, unless the steps are said. */
	private static Optional<TrainingBudget> budget(final JsonPlace o) {
		final List<String> said = List.of("steps", "minutes", "epochs").stream()
			.filter(o::has).toList();
		if (said.size() > 1) throw new IllegalArgumentException(
			"The length of the training is given by " + String.join(" and by ",
				said) + "; give one of them");
		if (o.has("steps")) return Optional.empty();
		return Optional.of(o.has("epochs") ? TrainingBudget.epochs(o.number(
			"epochs", 0)) : TrainingBudget.minutes(o.number("minutes", TrainingBudget
				.defaults().amount())));
	}

	/**
	 * The objects of the first level in lines, what is in them in one each. NB:
	 * Only the first level holds text that may contain a comma or a colon.
	 */
	static String lines(final JsonObject root) {
		return root.entrySet().stream().map(e -> "  " + key(e) + section(e
			.getValue())).collect(Collectors.joining(",\n", "{\n", "\n}\n"));
	}

	private static String section(final JsonElement value) {
		if (!value.isJsonObject()) return value.toString();
		return value.getAsJsonObject().entrySet().stream().map(e -> "    " + key(
			e) + e.getValue().toString().replace(",", ", ").replace(":", ": "))
			.collect(Collectors.joining(",\n", "{\n", "\n  }"));
	}

	private static String key(final Map.Entry<String, JsonElement> entry) {
		return "\"" + entry.getKey() + "\": ";
	}

	private static JsonObject network(final UNetSpec spec, final long seed) {
		final JsonObject o = new JsonObject();
		o.addProperty("channels", spec.channels());
		o.addProperty("depth", spec.depth());
		o.addProperty("base_width", spec.baseWidth());
		o.addProperty("padding", JsonPlace.word(spec.padding()));
		o.addProperty("skips", spec.skips().equals(SkipSet.all(spec.depth())) ? ALL
			: spec.skips().toString());
		o.addProperty("batch_norm", spec.batchNorm());
		if (spec.seed() != seed) o.addProperty("seed", spec.seed());
		return o;
	}

	private static UNetSpec network(final JsonPlace o, final UNetSpec standard,
		final long seed)
	{
		final int depth = o.integer("depth", standard.depth());
		final UNetSpec spec = standard.withDepth(depth).withBaseWidth(o.integer(
			"base_width", standard.baseWidth())).withPadding(o.choice("padding",
				standard.padding())).withBatchNorm(o.flag("batch_norm", standard
					.batchNorm())).withSeed(o.whole("seed", seed)).withSkips(SkipSet
						.parse(o.text("skips", ALL), depth));
		o.requireNoOthers();
		return spec;
	}

	private static JsonObject training(final TrainingConfig config,
		final Optional<TrainingBudget> budget)
	{
		final JsonObject o = new JsonObject();
		budget.ifPresentOrElse(b -> o.addProperty(JsonPlace.word(b.unit()), b
			.amount()), () -> o.addProperty("steps", config.steps()));
		o.addProperty("batch", config.batch());
		o.addProperty("patch", config.patch());
		o.addProperty("learning_rate", config.learningRate());
		o.addProperty("warmup", config.warmup());
		o.addProperty("schedule", JsonPlace.word(config.schedule()));
		o.addProperty("gradient_clip", config.gradientClip());
		o.addProperty("loss", JsonPlace.word(config.loss()));
		o.addProperty("dice_share", config.diceShare());
		o.addProperty("averaging", config.averaging());
		o.addProperty("validate_every", config.validateEvery());
		o.addProperty("patience", config.patience());
		return o;
	}

	private static TrainingConfig training(final JsonPlace o,
		final TrainingConfig standard)
	{
		final TrainingConfig config = new TrainingConfig(o.integer("steps", standard
			.steps()), o.integer("batch", standard.batch()), o.integer("patch",
				standard.patch()), o.number("learning_rate", standard.learningRate()), o
					.number("warmup", standard.warmup()), o.choice("schedule", standard
						.schedule()), o.number("gradient_clip", standard.gradientClip()), o
							.choice("loss", standard.loss()), o.number("dice_share", standard
								.diceShare()), o.number("averaging", standard.averaging()), o
									.integer("validate_every", standard.validateEvery()), o
										.integer("patience", standard.patience()), standard.seed());
		o.requireNoOthers();
		return config;
	}

	private static JsonObject normalization(final Normalization n) {
		final JsonObject o = new JsonObject();
		o.addProperty("kind", JsonPlace.word(n.kind()));
		o.addProperty("low", n.low());
		o.addProperty("high", n.high());
		if (n.scope() != Normalization.Scope.STACK) o.addProperty("scope", JsonPlace
			.word(n.scope()));
		return o;
	}

	private static Normalization normalization(final JsonPlace o,
		final Normalization standard)
	{
		final Normalization n = new Normalization(o.choice("kind", standard.kind()),
			o.number("low", standard.low()), o.number("high", standard.high()), o
				.choice("scope", standard.scope()));
		o.requireNoOthers();
		return n;
	}

	private static JsonObject data(final DataSplit split, final long seed) {
		final JsonObject o = new JsonObject();
		o.addProperty("validation", split.validation());
		o.addProperty("generated", split.generated());
		o.addProperty("generated_broken", split.broken());
		o.addProperty("folds", split.folds());
		if (split.seed() != seed) o.addProperty("seed", split.seed());
		return o;
	}

	private static DataSplit data(final JsonPlace o, final long seed) {
		final DataSplit standard = DataSplit.defaults();
		final DataSplit split = new DataSplit(o.number("validation", standard
			.validation()), o.whole("seed", seed), o.integer("generated", standard
				.generated()), o.integer("generated_broken", standard.broken()), o
					.integer("folds", standard.folds()));
		o.requireNoOthers();
		return split;
	}
}
