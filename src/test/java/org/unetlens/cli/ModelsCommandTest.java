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

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.model.ModelFolders;
import org.unetlens.model.ModelLibrary;

/** {@code models} and {@code check} on the command line. */
class ModelsCommandTest {

	@TempDir
	private Path folder;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void nameFolder() {
		System.setProperty(ModelFolders.PROPERTY, folder.resolve("library")
			.toString());
	}

	@AfterEach
	void forget() {
		System.clearProperty(ModelFolders.PROPERTY);
	}

	private int run(final String... arguments) {
		out.getBuffer().setLength(0);
		err.getBuffer().setLength(0);
		return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(
			new PrintWriter(err, true)).execute(arguments);
	}

	@Test
	void aModelComesAndGoes() throws IOException {
		final Path file = ThresholdModel.write(1, folder.resolve("mine.zip"));
		assertEquals(0, run("models", "import", file.toString()), err::toString);
		assertEquals(0, run("models", "list"));
		assertEquals(ModelLibrary.here().models().size(), out.toString().lines()
			.count(), out::toString);
		assertTrue(out.toString().contains("mine\t" + folder.resolve(
			"library/mine.zip")), out::toString);
		assertEquals(0, run("models", "show", "mine"));
		assertTrue(out.toString().contains("Bright areas."), out::toString);
		assertEquals(0, run("models", "check", "mine", "nuclei"), err::toString);
		assertTrue(out.toString().contains("mine: sound"), out::toString);
		assertEquals(0, run("models", "export", "mine", folder.resolve("out.zip")
			.toString()));
		assertEquals(-1, Files.mismatch(file, folder.resolve("out.zip")));
		assertEquals(1, run("models", "delete", "mine"));
		assertTrue(err.toString().contains("Add --yes"), err::toString);
		assertEquals(0, run("models", "delete", "mine", "--yes"));
		assertFalse(Files.exists(folder.resolve("library/mine.zip")));
		assertEquals(1, run("models", "show", "mine"));
		assertTrue(err.toString().contains("there are [nuclei, membranes"),
			err::toString);
	}

	@Test
	void modelsOfOtherProgramsGoThroughAllFormats() throws IOException {
		final Path own = ThresholdModel.write(1, folder.resolve("mine.zip"));
		final Path dl4j = folder.resolve("dl4j.zip");
		assertEquals(0, run("models", "convert", own.toString(), dl4j.toString(),
			"--to", "dl4j"), err::toString);
		assertEquals(0, run("models", "inspect", dl4j.toString(), "--layers"),
			err::toString);
		assertTrue(out.toString().contains("DL4J model") && out.toString().contains(
			"with the skip connections") && out.toString().contains(
				"encoder0.conv1: relu"), out::toString);
		assertEquals(0, run("models", "import", dl4j.toString(), "--name", "other",
			"--normalization", "fixed:0,255", "--pixel-size", "0.5", "micron"),
			err::toString);
		assertEquals(0, run("models", "show", "other"), err::toString);
		assertTrue(out.toString().contains("255.0 becomes 1"), out::toString);
		assertEquals(1, run("models", "import", dl4j.toString(), "--name",
			"other"));
		assertTrue(err.toString().contains("There is a model other already"),
			err::toString);
		assertEquals(0, run("models", "convert", "other", folder.resolve("w.npz")
			.toString(), "--to", "npz"), err::toString);
		assertTrue(Files.size(folder.resolve("w.npz")) > 1000);
		assertEquals(1, run("models", "import", dl4j.toString(), "--name", "x",
			"--normalization", "fixed:1"));
		assertTrue(err.toString().contains("needs two numbers"), err::toString);
		assertEquals(1, run("models", "import", own.toString(), "--normalization",
			"none"));
		assertTrue(err.toString().contains("says all about itself"), err::toString);
		assertEquals(0, run("models", "import", own.toString(), "--name", "again"),
			err::toString);
		assertEquals(0, run("models", "check", "again", "other"), err::toString);
		assertEquals(1, run("models", "import", dl4j.toString(), "--name", "../x"));
		assertTrue(err.toString().contains("cannot be the name"), err::toString);
		Files.writeString(folder.resolve("a.onnx"), "no model");
		assertEquals(1, run("models", "inspect", folder.resolve("a.onnx")
			.toString()));
		assertTrue(err.toString().contains("ONNX"), err::toString);
	}

	@Test
	void aBrokenModelFailsTheCheck() throws IOException {
		Files.createDirectories(folder.resolve("library"));
		Files.writeString(folder.resolve("library/bad.zip"), "no zip");
		assertEquals(1, run("models", "check", "bad", "membranes"));
		assertTrue(err.toString().contains("bad: The model file"), err::toString);
		assertTrue(out.toString().contains("membranes: sound"), out::toString);
	}

	@Test
	void theInstallationIsChecked() {
		assertEquals(0, run("check"), out::toString);
		assertTrue(out.toString().strip().endsWith("The installation is sound."),
			out::toString);
	}
}
