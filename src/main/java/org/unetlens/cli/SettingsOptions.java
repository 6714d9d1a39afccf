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

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.unetlens.data.BorderWeight;
import org.unetlens.data.TargetRule;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.train.AugmentationStrength;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.TrainingConfig;
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
		description = "What labels mean: ${COMPLETION-CANDIDATES}; default: found from the labels.")
	private Target target;

	@Option(names = "--values", split = ",", paramLabel = "V",
		description = "Label values: for membranes the value of membranes, for classes the value of each class, e.g. 0,127,255; default: found from the labels.")
	private List<Integer> values;

	@Option(names = "--class-weights", split = ",", paramLabel = "W",
		description = "Weight of each class in the loss, e.g. 1,1,1.5 for background, interior and border of objects; default: 1, rare classes more.")
	private List<Float> classWeights;

	@Option(names = "--base-model", paramLabel = "NAME_OR_FILE",
		description = "Start from the weights of this model instead of random ones; depth, base width and skips are its own, channels and classes may differ.")
	private String baseModel;

	@Option(names = "--minutes", paramLabel = "M",
		description = "Train about so long; the time per step is measured first; default: 10.")
	private Double minutes;

	@Option(names = "--steps", paramLabel = "N",
		description = "Train so many steps instead.")
	private Integer steps;

	@Option(names = "--epochs", paramLabel = "N",
		description = "Train until each training pixel was seen so often instead.")
	private Double epochs;

	@Option(names = "--loss",
		description = "${COMPLETION-CANDIDATES}; default: sum.")
	private TrainingConfig.Loss loss;

	@Option(names = "--border-weight",
		description = "Weight of pixels between close objects: ${COMPLETION-CANDIDATES}; default: paper_2015.")
	private BorderWeight borderWeight;

	@Option(names = "--augmentation",
		description = "How widely patches are varied: ${COMPLETION-CANDIDATES}; default: normal.")
	private AugmentationStrength augmentation;

	@Option(names = "--sparse",
		description = "Nothing is known of what no outline (ROI) encloses; otherwise it is background.")
	private boolean sparse;

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
		description = "Side of a patch; default: 256, less for small images, more for large objects.")
	private Integer patch;

	@Option(names = "--batch", paramLabel = "N",
		description = "Patches per step; default: 2.")
	private Integer batch;

	@Option(names = "--learning-rate", paramLabel = "R",
		description = "Highest rate; default: 0.001, with a base model a third of it.")
	private Double learningRate;

	@Option(names = "--validate-every", paramLabel = "N",
		description = "Steps between validations; default: about 20 validations.")
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

	@Option(names = "--generated-broken", paramLabel = "N",
		description = "The same of nuclei that are broken into fragments, as in dying cells; default: 0.")
	private Integer broken;

	/**
	 * The settings as far as they are said.
	 *
	 * @param out is told which options go before those of the file
	 */
	SettingsTree tree(final PrintWriter out) {
		final SettingsTree tree = new SettingsTree(config);
		setAll(tree);
		if (!tree.overriding().isEmpty()) out.println("Instead of what " + config +
			" says: " + String.join(", ", tree.overriding()));
		return tree;
	}

	private void setAll(final SettingsTree tree) {
		setTargets(tree);
		tree.set("seed", "--seed", seed);
		tree.set("base_model", "--base-model", baseModel);
		tree.set("network/depth", "--depth", depth);
		tree.set("network/base_width", "--base-width", baseWidth);
		tree.set("network/skips", "--skips", skips);
		setLength(tree);
		tree.set("augmentation", "--augmentation", word(augmentation));
		tree.set("training/patch", "--patch", patch);
		tree.set("training/batch", "--batch", batch);
		tree.set("training/learning_rate", "--learning-rate", learningRate);
		tree.set("training/loss", "--loss", word(loss));
		tree.set("training/validate_every", "--validate-every", validateEvery);
		tree.set("data/validation", "--validation", validation);
		tree.set("data/generated", "--generated", generated);
		tree.set("data/generated_broken", "--generated-broken", broken);
		if (sparse) tree.set("annotation/unoutlined", "--sparse", "unknown");
	}

	private void setLength(final SettingsTree tree) {
		if (Stream.of(minutes, epochs, steps).filter(Objects::nonNull).count() > 1)
			throw new IllegalArgumentException(
				"Several of --minutes, --epochs and --steps were given; give one of them");
		if (minutes != null) tree.setLength("minutes", "--minutes", minutes);
		if (epochs != null) tree.setLength("epochs", "--epochs", epochs);
		if (steps != null) tree.setLength("steps", "--steps", steps);
	}

	/** NB: Values that are given are those of the labels as they are. */
	private void setTargets(final SettingsTree tree) {
		if (target != null) tree.setTarget("--target", word(target));
		if (values != null) {
			tree.remove("annotation/kind");
			tree.set("targets/kind", "--target", word(target == null
				? TargetRule.Kind.SEMANTIC : target.kind));
			tree.set("targets/values", "--values", values);
		}
		tree.set("targets/class_weights", "--class-weights", classWeights);
		tree.set("targets/border_weight", "--border-weight", word(borderWeight));
	}

	private static String word(final Enum<?> choice) {
		return choice == null ? null : choice.name().toLowerCase(Locale.ROOT);
	}

	/** Writes the settings that are used to the file, if there is to be one. */
	void write(final TrainingSettings used) {
		if (written != null) AtomicFile.write(written, OnExisting.REPLACE,
			file -> file.write(used.toJsonLines().getBytes(StandardCharsets.UTF_8)));
	}
}
