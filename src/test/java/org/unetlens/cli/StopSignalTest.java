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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.CanceledProgress;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;

/** What Ctrl-C, or a batch system, does to a training. */
class StopSignalTest {

	/** What the shell calls an end by this signal. */
	private static final int TERMINATED = 128 + 15;
	/** A training that does not stop is killed after this time. */
	private static final int SECONDS = 90;

	@TempDir
	private Path folder;

	@Test
	@DisabledOnOs(value = OS.WINDOWS,
		disabledReason = "Java cannot send such a signal there")
	void trainingKeepsTheBestWeights() throws Exception {
		for (int i = 1; i <= 3; i++)
			SampleFiles.write(NucleiField.default2d().withSize(39 + i, 33).withCount(
				8).withRadius(5).withSeed(i).generate(), folder.resolve("images/f" + i +
					".tif"), folder.resolve("labels/f" + i + ".tif"), OnExisting.REFUSE);
		final String first = stopped("--steps", "1000000");
		assertTrue(first.contains("Stopping: the best weights so far"), first);
		assertTrue(first.contains("It was stopped early"), first);
		assertTrue(first.contains("no report was written"), first);
		final ModelBundle model = Models.read(folder.resolve("cells.zip")
			.toString()).model();
		final Set<String> scores = model.card().metrics().keySet();
		// NB: It was not measured on the test images any more.
		assertTrue(scores.contains("validation AP@0.5") && scores.stream().allMatch(
			n -> n.startsWith("validation ")), scores::toString);
		assertTrue(Files.exists(folder.resolve("cells.checkpoint.zip")));
		final String second = stopped("--resume");
		assertTrue(second.contains("Going on after step ") && second.contains(
			"of 1000000"), second);
		try (var files = Files.list(folder)) {
			assertEquals(List.of("cells.checkpoint.zip", "cells.zip", "images",
				"labels"), files.map(f -> f.getFileName().toString()).sorted()
					.toList());
		}
	}

	/** What a training prints that is ended after its first validation. */
	private String stopped(final String... more) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
			"-Dorg.bytedeco.javacpp.cachedir=" + Loader.getCacheDir(), "-cp", System
				.getProperty("java.class.path"), Main.class.getName(), "train",
			"--images", folder.resolve("images").toString(), "--labels", folder
				.resolve("labels").toString(), "--test-images", folder.resolve("images")
					.toString(), "--test-labels", folder.resolve("labels").toString(),
			"--output", folder.resolve("cells.zip").toString(), "--depth", "1",
			"--base-width", "3", "--patch", "16", "--batch", "2", "--validate-every",
			"40"));
		command.addAll(List.of(more));
		final Process process = new ProcessBuilder(command).redirectErrorStream(
			true).start();
		CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(
			process::destroyForcibly);
		final StringBuilder printed = new StringBuilder();
		try (BufferedReader reader = process.inputReader()) {
			String line;
			while ((line = reader.readLine()) != null) {
				printed.append(line).append('\n');
				// NB: The process itself would close its output, too.
				if (line.startsWith("step ")) process.toHandle().destroy();
			}
		}
		assertEquals(TERMINATED, process.waitFor(), printed.toString());
		return printed.toString();
	}

	@Test
	void isNoneWithoutASignal() {
		final StringBuilder told = new StringBuilder();
		final Progress shown = (done, total, message) -> told.append(done).append(
			'/').append(total).append(' ').append(message);
		final StopSignal signal = new StopSignal(shown, () -> told.append(
			"signal"));
		try (signal) {
			signal.update(1, 2, "steps");
			assertFalse(signal.isCanceled());
		}
		assertEquals("1/2 steps", told.toString());
	}

	@Test
	void whatIsCanceledOtherwiseIsCanceled() {
		try (StopSignal signal = new StopSignal(new CanceledProgress(), () -> {})) {
			assertTrue(signal.isCanceled());
		}
	}
}
