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

package org.unetlens.ij.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.unetlens.data.SampleFolder;
import org.unetlens.engine.Progress;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.train.TrainedModel;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.SkipSet;
import org.unetlens.network.Weights.Weight;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TwinTraining;

/** Tests {@link TrainTwinCommand} through SciJava's command service. */
class TrainTwinCommandTest {

	@TempDir
	private Path folder;

	private final Context context = new Context(CommandService.class,
		org.scijava.app.StatusService.class);

	@AfterEach
	void close() {
		context.dispose();
	}

	private Cancelable run(final Object model, final String skips,
		final File output) throws InterruptedException, ExecutionException
	{
		final Module module = context.service(ModuleService.class).run(context
			.service(CommandService.class).getCommand(TrainTwinCommand.class), true,
			"model", "nuclei", "modelfile", model, "skips", skips, "images", folder
				.resolve("images").toFile(), "labels", folder.resolve("labels")
					.toFile(), "output", output, "resume", false, "overwrite", false)
			.get();
		return (Cancelable) module.getDelegateObject();
	}

	@Test
	void writesTheTwinThatTheCoreTrains() throws Exception {
		final TrainedModel cells = TrainedModel.in(folder);
		final File file = folder.resolve("twin.zip").toFile();
		assertFalse(run(cells.file().toFile(), "1", file).isCanceled());
		final ModelBundle twin = Models.open(file.toString());
		final ModelTraining training = new TwinTraining(cells.model(), SkipSet.of(
			1)).on(List.of(SampleFolder.open(folder).read(SampleFiles::read)));
		final ModelBundle expected = new TrainingSession(training).run(training
			.start(), state -> {}, Progress.NONE);
		assertEquals(Optional.of("cells"), twin.card().twinOf());
		assertEquals(SkipSet.of(1), twin.spec().skips());
		for (final Weight w : expected.weights().all())
			assertArrayEquals(w.values(), twin.weights().get(w.name()).values(), w
				.name());
		assertFalse(Files.exists(folder.resolve("twin.checkpoint.zip")));
		final Cancelable again = run(cells.file().toFile(), "1", file);
		assertTrue(again.isCanceled());
		assertTrue(again.getCancelReason().contains("overwrite=true"), again
			.getCancelReason());
	}

	@Test
	void badInputGetsASentence() throws Exception {
		Files.createDirectories(folder.resolve("images"));
		assertTrue(run(null, "none", null).getCancelReason().contains(
			"No twin file was given"));
		final File file = folder.resolve("twin.zip").toFile();
		assertTrue(run(null, "7", file).getCancelReason().contains(
			"levels from 0 to 3"));
		assertTrue(run(null, "none", file).getCancelReason().contains(
			"holds no images"));
		assertTrue(run(folder.toFile(), "none", file).getCancelReason().contains(
			"There is no model"));
	}
}
