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

package org.unetlens.ij.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.annotation.Fix;
import org.unetlens.engine.CanceledProgress;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;

class ModelTrainerTest {

	@TempDir
	private Path folder;

	private static SettingsTree settings() {
		final SettingsTree tree = new SettingsTree(null);
		tree.setLength("steps", "steps", 3);
		tree.set("training/patch", "patch", 16);
		tree.set("training/batch", "batch", 2);
		tree.set("network/depth", "depth", 2);
		tree.set("network/base_width", "width", 3);
		return tree;
	}

	private ModelTrainer trainer(final TrainingView view) throws IOException {
		TrainedModel.images(folder);
		return new ModelTrainer(AnnotationSource.of(folder), new TrainingFiles(
			folder.resolve("m.zip"), false, false), view);
	}

	/** The mean of trainings that each leave out other images. */
	@Test
	void crossValidationTellsTheMeanScores() throws IOException {
		final SettingsTree tree = settings();
		tree.set("data/folds", "folds", 3);
		final List<String> heard = new ArrayList<>();
		final ModelTrainer trainer = trainer(new TrainingView() {

			@Override
			public void watchFold(final int fold, final int folds,
				final TrainingSession session)
			{
				heard.add(fold + " of " + folds + " on " + session.training().split()
					.train().size());
			}

			@Override
			public void watch(final TrainingSession session) {
				heard.add("model on " + session.training().split().train().size());
			}
		});
		final ModelCard card = ModelTrainer.card(folder.resolve("m.zip"));
		final ModelBundle model = trainer.train(tree, card, Progress.NONE);
		assertEquals(List.of("1 of 3 on 2", "2 of 3 on 2", "3 of 3 on 2",
			"model on 2"), heard);
		double sum = 0;
		for (final ModelTraining fold : TrainingPlan.of(trainer.source().read(tree
			.annotation()), tree).folds(card))
			sum += new TrainingSession(fold).run(fold.start(), s -> {}, Progress.NONE)
				.card().metrics().get("validation Dice");
		assertTrue(sum > 0);
		assertEquals(sum / 3, model.card().metrics().get("cross-validation Dice"),
			1e-12);
		assertTrue(model.card().metrics().containsKey("validation Dice"));
	}

	@Test
	void whoDoesNotWantItTrainsNothing() throws IOException {
		final ModelTrainer trainer = trainer(new TrainingView() {

			@Override
			public Optional<TrainingPlan> review(final TrainingPlan plan) {
				return Optional.empty();
			}
		});
		assertThrows(CancellationException.class, () -> trainer.train(settings(),
			ModelTrainer.card(folder.resolve("m.zip")), Progress.NONE));
		assertFalse(Files.exists(folder.resolve("m.zip")));
		assertFalse(Files.exists(folder.resolve("m.checkpoint.zip")));
	}

	/** A model of no step would be worth nothing. */
	@Test
	void stoppedBeforeTheFirstStepItStoresNothing() throws IOException {
		final List<TrainingSession> watched = new ArrayList<>();
		final ModelTrainer trainer = trainer(new TrainingView() {

			@Override
			public void watch(final TrainingSession session) {
				watched.add(session);
			}
		});
		assertThrows(CancellationException.class, () -> trainer.train(settings(),
			ModelTrainer.card(folder.resolve("m.zip")), new CanceledProgress()));
		assertEquals(List.of(), watched);
		assertFalse(Files.exists(folder.resolve("m.zip")));
		assertFalse(Files.exists(folder.resolve("m.checkpoint.zip")));
	}

	/** What is changed in the review is what is trained. */
	@Test
	void aPlanMayBeChangedBefore() throws IOException {
		final ModelBundle model = trainer(new TrainingView() {

			@Override
			public Optional<TrainingPlan> review(final TrainingPlan plan) {
				return Optional.of(plan.with(new Fix.BaseWidth(5)));
			}
		}).train(settings(), ModelTrainer.card(folder.resolve("m.zip")),
			Progress.NONE);
		assertEquals(5, model.spec().baseWidth());
	}

	@Test
	void memoryThatIsMissingIsToldBefore() throws IOException {
		final SettingsTree tree = settings();
		tree.set("training/patch", "patch", 4096);
		tree.set("network/base_width", "width", 256);
		tree.set("training/batch", "batch", 64);
		final ModelTrainer trainer = trainer(TrainingView.NONE);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> trainer.train(
			tree, ModelTrainer.card(folder.resolve("m.zip")), Progress.NONE))
			.getMessage().contains("of memory, but only"));
	}
}
