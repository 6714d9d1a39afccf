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

package org.unetlens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.unetlens.data.Split;
import org.unetlens.data.TargetRule;
import org.unetlens.model.Models;
import org.unetlens.network.UNetSpec;
import org.unetlens.train.Recipe;
import org.unetlens.train.StepTime;
import org.unetlens.train.TrainingSettings;

import picocli.CommandLine.Option;

/**
 * The options that become {@link TrainingSettings}: a file of settings, and
 * single ones that go before those of the file.
 */
final class SettingsOptions {

	/** What labels mean, each a kind of targets. */
	enum Target {

			OBJECTS(TargetRule.Kind.INTERIOR_BORDER), MEMBRANES(
				TargetRule.Kind.MEMBRANE), CLASSES(TargetRule.Kind.SEMANTIC);

		private final TargetRule.Kind kind;

		Target(final TargetRule.Kind kind) {
			this.kind = kind;
		}
	}

	@Option(names = "--config", paramLabel = "FILE.json",
		description = "Settings of the training; options that are given as well go before those in the file.")
	private Path config;

	@Option(names = "--write-config", paramLabel = "FILE.json",
		description = "Write the settings that are used to this file, for --config.")
	private Path written;

	@Option(names = "--target",
		description = "What labels mean: ${COMPLETION-CANDIDATES}; default: objects.")
	private Target target;

	@Option(names = "--values", split = ",", paramLabel = "V",
		description = "Label values: for membranes the value of membranes (default 0), for classes the value of each class, e.g. 0,127,255.")
	private List<Integer> values;

	@Option(names = "--class-weights", split = ",", paramLabel = "W",
		description = "Weight of each class in the loss, e.g. 1,1,1.5 for background, interior and border of objects; default: all 1.")
	private List<Float> classWeights;

	@Option(names = "--base-model", paramLabel = "NAME_OR_FILE",
		description = "Start from the weights of this model instead of random ones; depth, base width and skips are its own.")
	private String baseModel;

	@Option(names = "--minutes", paramLabel = "M",
		description = "Train about so long; the time per step is measured first; default: 10.")
	private Double minutes;

	@Option(names = "--steps", paramLabel = "N",
		description = "Train so many steps instead.")
	private Integer steps;

	@Option(names = "--depth",
		description = "Poolings of the network, 1 to 6; default: 4.")
	private Integer depth;

	@Option(names = "--base-width", paramLabel = "N",
		description = "Feature channels at full resolution; default: 16.")
	private Integer baseWidth;

	@Option(names = "--skips", paramLabel = "LEVELS",
		description = "Skip connections of a new network: all, none, or levels joined by +, level 0 being full resolution, e.g. 1+2+3; default: all.")
	private String skips;

	@Option(names = "--patch", paramLabel = "PX",
		description = "Side of a patch; default: 256.")
	private Integer patch;

	@Option(names = "--batch", paramLabel = "N",
		description = "Patches per step; default: 4.")
	private Integer batch;

	@Option(names = "--learning-rate", paramLabel = "R",
		description = "Highest rate; default: 0.001.")
	private Double learningRate;

	@Option(names = "--validate-every", paramLabel = "N",
		description = "Steps between validations; default: 100.")
	private Integer validateEvery;

	@Option(names = "--seed",
		description = "Of weights, patches and split; default: 1.")
	private Long seed;

	@Option(names = "--validation", paramLabel = "SHARE",
		description = "Share of the images that is not trained on but used to choose weights and thresholds; default: 0.15.")
	private Double validation;

	@Option(names = "--generated", paramLabel = "N",
		description = "Add so many generated fields of crowded fluorescent nuclei to the training images; default: 0.")
	private Integer generated;

	/** Whether the steps are still to be found from the minutes. */
	private boolean timed;

	/**
	 * The settings for images with so many channels; {@code --minutes} is not
	 * looked at yet.
	 *
	 * @param out is told which options go before those of the file
	 */
	TrainingSettings settings(final int channels, final PrintWriter out)
		throws IOException
	{
		if (minutes != null && steps != null) throw new IllegalArgumentException(
			"Both --minutes and --steps were given; give one of them");
		final SettingsTree tree = new SettingsTree(config);
		setAll(tree);
		timed = minutes != null || !tree.hasSteps();
		if (!tree.overriding().isEmpty()) out.println("Instead of what " + config +
			" says: " + String.join(", ", tree.overriding()));
		final TrainingSettings given = tree.settings(channels);
		if (given.recipe().spec().channels() != channels)
			throw new IllegalArgumentException("The network is to take " + given
				.recipe().spec().channels() + " channels, but the images have " +
				channels + "; give one number, or leave it away");
		return based(given, tree.hasNetwork());
	}

	private void setAll(final SettingsTree tree) {
		setTargets(tree);
		tree.set("seed", "--seed", seed);
		tree.set("base_model", "--base-model", baseModel);
		tree.set("network/depth", "--depth", depth);
		tree.set("network/base_width", "--base-width", baseWidth);
		tree.set("network/skips", "--skips", skips);
		tree.set("training/steps", "--steps", steps);
		tree.set("training/patch", "--patch", patch);
		tree.set("training/batch", "--batch", batch);
		tree.set("training/learning_rate", "--learning-rate", learningRate);
		tree.set("training/validate_every", "--validate-every", validateEvery);
		tree.set("data/validation", "--validation", validation);
		tree.set("data/generated", "--generated", generated);
	}

	/** NB: Other targets have other values and weights than those of a file. */
	private void setTargets(final SettingsTree tree) {
		if (target != null) {
			tree.remove("targets");
			tree.set("targets/kind", "--target", target.kind.name().toLowerCase(
				Locale.ROOT));
		}
		tree.set("targets/values", "--values", values);
		tree.set("targets/class_weights", "--class-weights", classWeights);
	}

	private static TrainingSettings based(final TrainingSettings settings,
		final boolean ownNetwork)
	{
		if (settings.baseModel().isEmpty()) return settings;
		final String base = settings.baseModel().get();
		final UNetSpec wanted = settings.recipe().spec();
		final Recipe recipe = settings.recipe().basedOn(Models.open(base));
		if (ownNetwork && !recipe.spec().withSeed(0).equals(wanted.withSeed(0)))
			throw new IllegalArgumentException("The base model " + base +
				" has the network " + recipe.spec() + ", but " + wanted +
				" was asked for. Say nothing about the network: it is that of the base model");
		return settings.withRecipe(recipe);
	}

	/** The same with as many steps as fit into the minutes, where asked for. */
	TrainingSettings budget(final TrainingSettings settings, final Split split)
		throws IOException
	{
		final Recipe recipe = settings.recipe();
		final TrainingSettings all = timed ? settings.withRecipe(recipe.withConfig(
			recipe.config().withSteps(stepsIn(recipe, split)))) : settings;
		if (written != null) Files.writeString(written, all.toJsonLines());
		return all;
	}

	private int stepsIn(final Recipe recipe, final Split split) {
		return (int) Math.max(1, Math.min(1e6, (minutes == null ? 10 : minutes) *
			60 / StepTime.measure(recipe, split)));
	}
}
