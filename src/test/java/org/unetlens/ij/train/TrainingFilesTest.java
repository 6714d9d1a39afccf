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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.Augmentation;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.Models;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights.Weight;
import org.unetlens.tensor.Normalization;
import org.unetlens.train.DataSplit;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingConfig;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;

import ij.ImagePlus;

class TrainingFilesTest {

	@TempDir
	private Path folder;

	private static ModelTraining training(final long seed) {
		final TrainingSettings settings = TrainingSettings.of(Recipe.objects(1)
			.withSpec(UNetSpec.default2d(1, 3).withDepth(1).withBaseWidth(3))
			.withConfig(TrainingConfig.defaults().withPatch(16).withSteps(5)
				.withBatch(2).withValidateEvery(2).withSeed(seed))).withData(
					new DataSplit(0.4, 1, 0));
		final List<Sample> samples = IntStream.range(0, 3).mapToObj(i -> NucleiField
			.default2d().withSize(35 + i, 33).withSeed(i).generate().sample("f" + i))
			.toList();
		return new ModelTraining(settings, settings.data().of(List.of(samples)),
			new ModelCard("test", "A test.", "", List.of("nobody"), List.of(),
				"CC0-1.0", List.of(), List.of(), Map.of(), Map.of()));
	}

	private ModelBundle train(final TrainingFiles files,
		final ModelTraining training, final Progress progress)
	{
		return files.train(new TrainingSession(training), Map.of(), progress);
	}

	@Test
	void goesOnFromTheCheckpointAsIfNeverInterrupted() {
		final Path file = folder.resolve("m.zip");
		final ModelBundle whole = train(new TrainingFiles(folder.resolve("w.zip"),
			false, false), training(1), Progress.NONE);
		train(new TrainingFiles(file, false, false), training(1), new Stop());
		assertTrue(Files.exists(folder.resolve("m.checkpoint.zip")));
		final TrainingFiles again = new TrainingFiles(file, false, true);
		final List<Long> steps = new ArrayList<>();
		final TrainingSession session = new TrainingSession(training(1));
		session.addListener(now -> steps.addAll(now.loss().points().stream().map(
			Point::step).filter(step -> !steps.contains(step)).toList()));
		final ModelBundle resumed = again.train(session, Map.of(), Progress.NONE);
		assertEquals(List.of(3L, 4L, 5L), steps);
		assertEquals("5", resumed.card().training().get("steps done"));
		for (final Weight w : whole.weights().all())
			assertArrayEquals(w.values(), resumed.weights().get(w.name()).values(), w
				.name());
		again.write(resumed, true);
		assertFalse(Files.exists(folder.resolve("m.checkpoint.zip")));
		assertEquals(TrainingSettings.of(whole), TrainingSettings.of(Models.open(
			file.toString())));
	}

	@Test
	void whatCannotBeStoredOrResumedIsTold() throws Exception {
		final Path file = folder.resolve("m.zip");
		assertTold("There is no checkpoint", () -> new TrainingFiles(file, false,
			true).checkpoint());
		train(new TrainingFiles(file, false, false), training(1), new Stop());
		assertTold("a checkpoint of an interrupted training",
			() -> new TrainingFiles(file, false, false).requireFree());
		new TrainingFiles(file, true, false).requireFree();
		new TrainingFiles(file, false, true).requireFree();
		assertTold("with other settings", () -> train(new TrainingFiles(file, false,
			true), training(2), Progress.NONE));
		Files.writeString(file, "mine");
		assertTold("is there already", () -> new TrainingFiles(file, false, true)
			.requireFree());
		assertTold("does not exist; create it first", () -> new TrainingFiles(folder
			.resolve("no/m.zip"), false, false).requireFree());
	}

	/** A disk without room for checkpoints: training goes on and says so. */
	@Test
	void goesOnWithoutRoomForCheckpoints() throws Exception {
		final Path file = folder.resolve("m.zip");
		Files.createDirectories(folder.resolve("m.checkpoint.zip/in the way"));
		final TrainingSession session = new TrainingSession(training(1));
		final List<String> told = new ArrayList<>();
		session.addListener(now -> now.failure().ifPresent(told::add));
		final ModelBundle model = new TrainingFiles(file, true, false).train(
			session, Map.of(), Progress.NONE);
		assertEquals("5", model.card().training().get("steps done"));
		assertTrue(told.get(0).startsWith(
			"No checkpoint could be stored, and training goes on without: "), told
				.toString());
		assertTrue(told.get(0).contains("check the free space"), told.get(0));
	}

	/** One pixel of an image is too bright for the arithmetic. */
	@Test
	void aFailureKeepsTheBestAndThePatch() {
		final ModelTraining training = training(1);
		final List<Sample> samples = new ArrayList<>(training.split().train());
		final Sample bad = samples.get(1);
		final float[] pixels = bad.channelArray(0);
		pixels[10 * bad.width() + 12] = 3e38f;
		samples.set(1, Sample.of("bad", ArrayImgs.floats(pixels, bad.width(), bad
			.height(), 1), bad.labels()));
		final TrainingSettings settings = training.settings().withRecipe(training
			.settings().recipe().withNormalization(Normalization.of(
				Normalization.Kind.NONE)).withAugmentation(Augmentation.none())
			.withConfig(training.settings().recipe().config().withSteps(400)
				.withBatch(1).withValidateEvery(1)));
		final Path file = folder.resolve("m.zip");
		final String told = assertThrows(IllegalStateException.class, () -> train(
			new TrainingFiles(file, false, false), new ModelTraining(settings,
				new Split(samples, training.split().validation()), training.card()),
			Progress.NONE)).getMessage();
		assertTrue(told.contains("the first of the image bad"), told);
		assertTrue(told.contains("The best model until then was written to " +
			file), told);
		assertTrue(Models.open(file.toString()).card().metrics().containsKey(
			"validation AP@0.5"));
		final ImagePlus patch = ImageFiles.open(folder.resolve(
			"m.failed-patch.tif"));
		assertEquals(3, patch.getStackSize());
		assertEquals("weights", patch.getStack().getSliceLabel(3));
		final float[] first = (float[]) patch.getStack().getPixels(1);
		int bright = 0;
		for (final float v : first)
			if (v == 3e38f) bright++;
		assertEquals(1, bright);
	}

	private static void assertTold(final String message, final Runnable what) {
		final String found = assertThrows(IllegalArgumentException.class, what::run)
			.getMessage();
		assertTrue(found.contains(message), found);
	}

	/** Stops after the first validation. */
	private static final class Stop implements Progress {

		private boolean canceled;

		@Override
		public void update(final long done, final long total,
			final String message)
		{
			canceled = done >= 2;
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}
}
