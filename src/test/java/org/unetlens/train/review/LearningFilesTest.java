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

package org.unetlens.train.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelCard;
import org.unetlens.network.UNetSpec;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingConfig;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.review.LearningCurve.Point;
import org.unetlens.train.review.LearningPlan.Task;

class LearningFilesTest {

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		Engine.start();
	}

	private static LearningPlan plan(final int draws, final int... counts) {
		final List<Sample> samples = IntStream.range(0, 6).mapToObj(i -> NucleiField
			.default2d().withSize(41 + i, 37).withSeed(i).generate().sample("f" + i))
			.toList();
		return new LearningPlan(training(samples.subList(0, 4), samples.subList(4,
			6)), IntStream.of(counts).boxed().toList(), draws);
	}

	private static ModelTraining training(final List<Sample> train,
		final List<Sample> validation)
	{
		return new ModelTraining(TrainingSettings.of(Recipe.objects(1).withSpec(
			UNetSpec.default2d(1, 3).withDepth(1).withBaseWidth(2)).withConfig(
				TrainingConfig.defaults().withPatch(16).withSteps(3).withBatch(1)
					.withValidateEvery(3))), new Split(train, validation), new ModelCard(
						"curve", "", "", List.of(), List.of(), "CC0-1.0", List.of(), List
							.of(), Map.of(), Map.of()));
	}

	@Test
	void moreImagesHoldThoseOfFewer() {
		final LearningPlan plan = plan(2, 1, 2, 4);
		assertEquals(List.of(new Task(1, 1), new Task(2, 1), new Task(4, 1),
			new Task(1, 2), new Task(2, 2)), plan.tasks());
		assertTrue(plan.chosen(new Task(2, 2)).containsAll(plan.chosen(new Task(1,
			2))));
		assertEquals(plan.split().train(), plan.chosen(new Task(4, 1)));
		assertEquals(List.of(1, 2, 4, 7), LearningPlan.doubling(7));
		assertEquals(List.of(1), LearningPlan.doubling(1));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> plan(1, 5))
			.getMessage().contains("give numbers from 1 to 4"));
	}

	/** What is done is kept, and what is not done is done as if never stopped. */
	@Test
	void goesOnWhereItWas() {
		final LearningCurve whole = new LearningFiles(folder.resolve("whole")).run(
			plan(1, 1, 2), p -> {}, Progress.NONE);
		final LearningFiles files = new LearningFiles(folder.resolve("parts"));
		final List<Point> heard = new ArrayList<>();
		final boolean[] stop = new boolean[1];
		assertThrows(CancellationException.class, () -> files.run(plan(1, 1, 2),
			p -> {
				heard.add(p);
				stop[0] = true;
			}, new Progress() {

				@Override
				public void update(final long done, final long total,
					final String message)
			{}

				@Override
				public boolean isCanceled() {
					return stop[0];
				}
			}));
		assertEquals(1, heard.size());
		final LearningCurve rest = files.run(plan(1, 1, 2), heard::add,
			Progress.NONE);
		assertEquals(List.of(1, 2), heard.stream().map(Point::images).toList());
		assertEquals(whole.counts(), rest.counts());
		for (int i = 0; i < 2; i++)
			assertEquals(whole.points().get(i).value(), rest.points().get(i).value(),
				1e-6);
		assertEquals("Mean of AP@0.5 and AP@0.7", rest.score());
		assertEquals(rest.points().get(1).value(), files.read("AP").points().get(1)
			.value(), 1e-6);
	}

	@Test
	void otherImagesMakeAnotherCurve() throws Exception {
		final LearningFiles files = new LearningFiles(folder);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> files.read(
			"AP")).getMessage().contains("holds no learning curve"));
		files.run(plan(1, 1), p -> {}, Progress.NONE);
		final LearningPlan plan = plan(1, 1);
		final LearningPlan fewer = new LearningPlan(training(plan.split().train()
			.subList(1, 4), plan.split().validation()), List.of(1), 1);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> files.run(
			fewer, p -> {}, Progress.NONE)).getMessage().contains(
				"of other settings or images"));
		Files.writeString(folder.resolve("learning_curve.csv"), "images\nx,y\n");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> files.read(
			"AP")).getMessage().contains("is no learning curve"));
	}
}
