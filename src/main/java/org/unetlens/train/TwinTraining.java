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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.SkipSet;

/**
 * How the twin of a model is trained: with the model's own settings, that is
 * seed, batches and budget, on the same images, but with a network without some
 * of its skip connections. All layers start from the weights that they started
 * from in the model; only the first convolution of a decoder level without its
 * skip cannot, for it has half the inputs. Immutable.
 *
 * @param model the twin of which is trained; with all that it needs
 * @param skips the connections that the twin keeps
 */
public record TwinTraining(ModelBundle model, SkipSet skips) {

	/**
	 * @throws IllegalArgumentException when the model does not say how it was
	 *           trained, started from another model, was stopped early, or has
	 *           not more connections than the twin
	 */
	public TwinTraining {
		requireFewer(model, skips);
		requireOwnStart(model);
		requireEnd(model);
	}

	/** The model's settings for the network of the twin. */
	public TrainingSettings settings() {
		return stored(model).withSkips(skips);
	}

	/**
	 * The training on the images of the model, folder by folder in the same
	 * order.
	 *
	 * @throws IllegalArgumentException when they are not as many images as the
	 *           model was trained on
	 */
	public ModelTraining on(final List<List<Sample>> folders) {
		final Split split = settings().data().of(folders);
		requireAsMany(ModelTraining.TRAINING_IMAGES, split.train().size());
		requireAsMany(ModelTraining.VALIDATION_IMAGES, split.validation().size());
		return new ModelTraining(settings(), split, card());
	}

	/** What is said of the model, and that this is a twin of it. */
	public ModelCard card() {
		final ModelCard c = model.card();
		return new ModelCard(c.name() + "-" + left("no-skips", "no-skip-"),
			"Twin of " + c.name() + ", trained in the same way without " + left(
				"any skip connection", "skip connection ") +
				": for comparisons, not for segmentation.", "", c.authors(), c
					.citations(), c.license(), c.tags(), c.data(), Map.of(), Map.of())
			.asTwinOf(c.name());
	}

	private String left(final String all, final String some) {
		return skips.bits() == 0 ? all : some + Arrays.stream(model.spec().skips()
			.levels()).filter(k -> !skips.contains(k)).mapToObj(Integer::toString)
			.collect(Collectors.joining("+"));
	}

	private void requireAsMany(final String what, final int found) {
		final String needed = model.card().training().get(what);
		if (needed != null && !needed.equals(Integer.toString(found)))
			throw new IllegalArgumentException("The model " + model.card().name() +
				" was trained with " + needed + " " + what +
				", but the folders given make " + found +
				". A twin needs the same images: give the same folders in the same order");
	}

	private static TrainingSettings stored(final ModelBundle model) {
		return TrainingSettings.of(model).orElseThrow(
			() -> new IllegalArgumentException("The model " + model.card().name() +
				" does not say how it was trained, so no twin can be trained in the same way. Train the model again with this version, then its twin"));
	}

	private static void requireFewer(final ModelBundle model,
		final SkipSet skips)
	{
		final SkipSet all = model.spec().skips();
		if (all.bits() == 0) throw new IllegalArgumentException("The model " + model
			.card().name() +
			" has no skip connections; choose a model that has some");
		if (skips.equals(all) || (skips.bits() & ~all.bits()) != 0)
			throw new IllegalArgumentException("The model " + model.card().name() +
				" has the skip connections " + all + ", and its twin was to keep " +
				skips + ". Give none, or some of them, e.g. " + all.without(all
					.levels()[0]));
	}

	private static void requireOwnStart(final ModelBundle model) {
		stored(model).baseModel().ifPresent(base -> {
			throw new IllegalArgumentException("The model " + model.card().name() +
				" was not trained from random weights but from the model " + base +
				", which no twin can share. Train it without a base model first");
		});
	}

	/** NB: With patience, training ends early of its own accord. */
	private static void requireEnd(final ModelBundle model) {
		final TrainingConfig config = stored(model).recipe().config();
		final Map<String, String> training = model.card().training();
		final String done = training.get(ModelTraining.STEPS_DONE);
		if (done == null || done.equals(Integer.toString(config.steps())) || config
			.patience() > 0 && Long.parseLong(done) - Long.parseLong(training.get(
				ModelTraining.BEST_STEP)) >= (long) config.patience() * config
					.validationSteps()) return;
		throw new IllegalArgumentException("The training of the model " + model
			.card().name() + " was stopped after " + done + " of " + config.steps() +
			" steps, so no twin can have the same budget. Go on with it to its end first");
	}
}
