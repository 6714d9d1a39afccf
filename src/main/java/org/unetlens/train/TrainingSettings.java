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
import java.util.Optional;

import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.Fix;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.SkipSet;

/**
 * Everything that decides about a training but the annotated images: one object
 * for command, command line, script and model file, where it stands as JSON.
 * Immutable.
 *
 * @param recipe network, optimiser, targets, augmentation, normalisation
 * @param data how annotated images become training and validation images
 * @param annotation how annotations are read
 * @param changes of images and labels before training, in this order
 * @param baseModel name or file of the model whose weights training starts
 *          from; empty for random weights by the network's seed
 * @param budget from which the steps are still to be found; empty when they are
 *          those of the recipe
 */
public record TrainingSettings(Recipe recipe, DataSplit data,
		AnnotationSettings annotation, List<Fix> changes,
		Optional<String> baseModel, Optional<TrainingBudget> budget) {

	/** Where a trained model keeps its settings among those of the training. */
	public static final String KEY = "configuration";

	/** Copies the list. */
	public TrainingSettings {
		changes = List.copyOf(changes);
	}

	/** A training from random weights for the steps that the recipe says. */
	public static TrainingSettings of(final Recipe recipe) {
		return new TrainingSettings(recipe, DataSplit.defaults(), AnnotationSettings
			.defaults(), List.of(), Optional.empty(), Optional.empty());
	}

	/**
	 * Reads settings that {@link #toJson()} or a person wrote. What is missing
	 * takes the default for such targets; ten minutes, when no length is said.
	 *
	 * @param source where the text comes from, for messages
	 * @param channels of the images, where the text does not say
	 * @param found what the labels were found to be, where the text does not say
	 * @throws IllegalArgumentException that names the place, for anything but
	 *           JSON, an unknown key, a wrong type or a value out of range
	 */
	public static TrainingSettings fromJson(final String source,
		final String json, final int channels, final TargetRule found)
	{
		return SettingsJson.read(JsonPlace.parse(source, json), channels, found);
	}

	/** The settings that a model was trained with, when it holds them. */
	public static Optional<TrainingSettings> of(final ModelBundle model) {
		return Optional.ofNullable(model.card().training().get(KEY)).map(
			json -> fromJson("The training configuration in the model " + model.card()
				.name(), json, model.spec().channels(), TargetRule.interiorBorder()));
	}

	/** JSON in one line; read back, it gives equal settings. */
	public String toJson() {
		return SettingsJson.write(this).toString();
	}

	/** The same in lines, for a file that a person may edit. */
	public String toJsonLines() {
		return SettingsJson.lines(SettingsJson.write(this));
	}

	public TrainingSettings withRecipe(final Recipe r) {
		return new TrainingSettings(r, data, annotation, changes, baseModel,
			budget);
	}

	public TrainingSettings withData(final DataSplit d) {
		return new TrainingSettings(recipe, d, annotation, changes, baseModel,
			budget);
	}

	public TrainingSettings withChanges(final List<Fix> list) {
		return new TrainingSettings(recipe, data, annotation, list, baseModel,
			budget);
	}

	public TrainingSettings withBaseModel(final String nameOrFile) {
		return new TrainingSettings(recipe, data, annotation, changes, Optional.of(
			nameOrFile), budget);
	}

	public TrainingSettings withBudget(final TrainingBudget b) {
		return new TrainingSettings(recipe, data, annotation, changes, baseModel,
			Optional.of(b));
	}

	/** How images are scaled before the network sees them, in all. */
	public double imageScale() {
		double scale = 1;
		for (final Fix change : changes)
			if (change instanceof Fix.Rescale r) scale *= r.factor();
		return scale;
	}

	/** The same with steps that were found from the budget. */
	public TrainingSettings withSteps(final TrainingConfig config) {
		return new TrainingSettings(recipe.withConfig(config), data, annotation,
			changes, baseModel, Optional.empty());
	}

	/** The same for a network that has these skip connections only. */
	public TrainingSettings withSkips(final SkipSet skips) {
		return withRecipe(recipe.withSpec(recipe.spec().withSkips(skips)));
	}
}
