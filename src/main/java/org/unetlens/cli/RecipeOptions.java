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

import org.unetlens.data.Split;
import org.unetlens.data.TargetRule;
import org.unetlens.model.Models;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.SkipSet;
import org.unetlens.train.Recipe;
import org.unetlens.train.StepTime;
import org.unetlens.train.TrainingConfig;
import org.unetlens.train.TrainingState;

import picocli.CommandLine.Option;

/** The options that become a {@link Recipe}. */
final class RecipeOptions {

	/** What labels mean. */
	enum Target {
			OBJECTS, MEMBRANES, CLASSES
	}

	@Option(names = "--target", defaultValue = "objects",
		description = "What labels mean: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
	private Target target;

	@Option(names = "--values", split = ",", paramLabel = "V",
		description = "Label values: for membranes the value of membranes (default 0), for classes the value of each class, e.g. 0,127,255.")
	private int[] values = {};

	@Option(names = "--class-weights", split = ",", paramLabel = "W",
		description = "Weight of each class in the loss, e.g. 1,1,1.5 for background, interior and border of objects; default: all 1.")
	private float[] classWeights = {};

	@Option(names = "--base-model", paramLabel = "NAME_OR_FILE",
		description = "Start from the weights of this model instead of random ones; depth and base width are its own.")
	private String baseModel;

	@Option(names = "--minutes", paramLabel = "M",
		description = "Train about so long; the time per step is measured first.")
	private Double minutes;

	@Option(names = "--steps", paramLabel = "N",
		description = "Train so many steps instead.")
	private Integer steps;

	@Option(names = "--depth", defaultValue = "4",
		description = "Poolings of the network, 1 to 6; default: ${DEFAULT-VALUE}.")
	private int depth;

	@Option(names = "--base-width", defaultValue = "16", paramLabel = "N",
		description = "Feature channels at full resolution; default: ${DEFAULT-VALUE}.")
	private int baseWidth;

	@Option(names = "--skips", paramLabel = "LEVELS",
		description = "Skip connections of a new network: all, none, or levels joined by +, level 0 being full resolution, e.g. 1+2+3; default: all.")
	private String skips;

	@Option(names = "--patch", defaultValue = "256", paramLabel = "PX",
		description = "Side of a patch; default: ${DEFAULT-VALUE}.")
	private int patch;

	@Option(names = "--batch", defaultValue = "4", paramLabel = "N",
		description = "Patches per step; default: ${DEFAULT-VALUE}.")
	private int batch;

	@Option(names = "--learning-rate", defaultValue = "0.001", paramLabel = "R",
		description = "Highest rate; default: ${DEFAULT-VALUE}.")
	private double learningRate;

	@Option(names = "--validate-every", defaultValue = "100", paramLabel = "N",
		description = "Steps between validations; default: ${DEFAULT-VALUE}.")
	private int validateEvery;

	@Option(names = "--seed", defaultValue = "1",
		description = "Of weights, patches and split; default: ${DEFAULT-VALUE}.")
	private long seed;

	long seed() {
		return seed;
	}

	/** The recipe; with {@code --minutes}, after measuring the time of a step. */
	Recipe recipe(final Split split) {
		if (minutes != null && steps != null) throw new IllegalArgumentException(
			"Both --minutes and --steps were given; give one of them");
		if (baseModel != null && skips != null) throw new IllegalArgumentException(
			"Both --base-model and --skips were given; a base model has skip connections of its own, so leave one of them away");
		final Recipe base = Recipe.of(split.train().get(0).channels(), targets());
		final TrainingConfig config = base.config().withPatch(patch).withBatch(
			batch).withLearningRate(learningRate).withValidateEvery(validateEvery)
			.withSeed(seed);
		final Recipe fresh = base.withSpec(base.spec().withDepth(depth)
			.withBaseWidth(baseWidth).withSkips(SkipSet.parse(skips == null ? "all"
				: skips, depth)).withSeed(seed)).withConfig(config);
		final Recipe recipe = baseModel == null ? fresh : fresh.basedOn(Models.open(
			baseModel));
		return recipe.withConfig(config.withSteps(steps != null ? steps : stepsIn(
			recipe, split)));
	}

	/** Before the first step: the base model's weights, or random ones. */
	TrainingState start(final Recipe recipe) {
		return TrainingState.initial(baseModel == null ? InitialWeights.he(recipe
			.spec()) : Models.open(baseModel).weights());
	}

	private int stepsIn(final Recipe recipe, final Split split) {
		final double seconds = StepTime.measure(recipe, split);
		return (int) Math.max(1, Math.min(1e6, (minutes == null ? 10 : minutes) *
			60 / seconds));
	}

	private TargetRule targets() {
		final TargetRule rule = rule();
		return classWeights.length == 0 ? rule : rule.withClassWeights(
			classWeights);
	}

	private TargetRule rule() {
		return switch (target) {
			case OBJECTS -> TargetRule.interiorBorder();
			case MEMBRANES -> TargetRule.membrane(values.length == 0 ? 0 : values[0]);
			case CLASSES -> TargetRule.semantic(values);
		};
	}
}
