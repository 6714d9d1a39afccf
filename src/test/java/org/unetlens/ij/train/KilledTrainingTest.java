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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.Weights.Weight;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.preflight.TrainingView;

/** A JVM that is killed while it trains, and what is left of it. */
@Timeout(120)
class KilledTrainingTest {

	/** NB: Four images of 40 x 33 px are about eleven steps of 2 x 16 x 16 px. */
	private static final int STEPS = 26;
	private static final int KILLED_AFTER = 24;

	@TempDir
	private Path folder;

	private static SettingsTree settings() {
		final SettingsTree tree = new SettingsTree(null);
		tree.setLength("steps", "steps", STEPS);
		tree.set("training/patch", "patch", 16);
		tree.set("training/batch", "batch", 2);
		tree.set("training/validate_every", "validate", 15);
		tree.set("network/depth", "depth", 1);
		tree.set("network/base_width", "width", 3);
		return tree;
	}

	private static ModelTrainer trainer(final Path folder, final String model,
		final boolean resume, final TrainingView view)
	{
		return new ModelTrainer(AnnotationSource.of(folder), new TrainingFiles(
			folder.resolve(model), false, resume), view);
	}

	private static ModelBundle train(final ModelTrainer trainer) {
		return trainer.train(settings(), ModelTrainer.card(trainer.files().model()),
			Progress.NONE);
	}

	/** Waits forever in the middle of a step. */
	static final class Waiting implements Progress {

		@Override
		public void update(final long done, final long total,
			final String message)
		{
			if (total != STEPS || done != KILLED_AFTER) return;
			System.out.println("NOW");
			System.out.flush();
			try {
				new CountDownLatch(1).await();
			}
			catch (final InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	/** The process that is killed. */
	public static final class Child {

		public static void main(final String[] args) {
			final ModelTrainer trainer = trainer(Path.of(args[0]), "killed.zip",
				false, TrainingView.NONE);
			trainer.train(settings(), ModelTrainer.card(trainer.files().model()),
				new Waiting());
		}
	}

	@Test
	void goesOnToTheWeightsOfTheUninterruptedOne() throws IOException,
		InterruptedException
	{
		for (int i = 1; i <= 5; i++)
			SampleFiles.write(NucleiField.default2d().withSize(39 + i, 33).withSeed(i)
				.generate(), folder.resolve("images/f" + i + ".tif"), folder.resolve(
					"labels/f" + i + ".tif"), OnExisting.REFUSE);
		kill();
		assertFalse(Files.exists(folder.resolve("killed.zip")));
		final List<Long> steps = new ArrayList<>();
		final ModelBundle resumed = trainer(folder, "killed.zip", true,
			new TrainingView()
			{

				@Override
				public void resumed(final long step, final long all) {
					steps.add(step);
					steps.add(all);
				}
			}).resume(Progress.NONE);
		// NB: At most an epoch is lost.
		assertEquals(List.of(22L, (long) STEPS), steps);
		final ModelBundle whole = train(trainer(folder, "whole.zip", false,
			TrainingView.NONE));
		for (final Weight w : whole.weights().all())
			assertArrayEquals(w.values(), resumed.weights().get(w.name()).values(), w
				.name());
		assertEquals(whole.rule(), resumed.rule());
		assertEquals(whole.card().metrics(), resumed.card().metrics());
		assertFalse(Files.exists(folder.resolve("killed.checkpoint.zip")));
		final String stored = Models.read(folder.resolve("killed.zip").toString())
			.model().card().training().toString();
		assertFalse(stored.contains(folder.toString()), stored);
	}

	private void kill() throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Xmx1g", "-cp", System
				.getProperty("java.class.path"), Child.class.getName(), folder
					.toString()).redirectErrorStream(true).start();
		final StringBuilder printed = new StringBuilder();
		try (BufferedReader reader = process.inputReader()) {
			String line;
			while ((line = reader.readLine()) != null && !line.equals("NOW"))
				printed.append(line).append('\n');
			assertEquals("NOW", line, printed.toString());
		}
		process.destroyForcibly().waitFor();
		assertTrue(Files.exists(folder.resolve("killed.checkpoint.zip")), printed
			.toString());
	}
}
