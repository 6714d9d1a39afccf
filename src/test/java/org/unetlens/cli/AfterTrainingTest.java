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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.ij.train.TrainedModel;

/** What comes after a training, on the command line. */
class AfterTrainingTest {

	@TempDir
	private static Path folder;
	private static TrainedModel cells;
	private StringWriter out;
	private StringWriter err;

	@BeforeAll
	static void train() throws Exception {
		cells = TrainedModel.in(folder);
	}

	@BeforeEach
	void listen() {
		out = new StringWriter();
		err = new StringWriter();
	}

	private int run(final String... args) {
		return Main.commandLine().setOut(new PrintWriter(out)).setErr(
			new PrintWriter(err)).execute(args);
	}

	private static String[] with(final String command, final String... more) {
		final List<String> args = new ArrayList<>(List.of(command, "--images",
			folder.resolve("images").toString(), "--labels", folder.resolve("labels")
				.toString()));
		args.addAll(List.of(more));
		return args.toArray(String[]::new);
	}

	@Test
	void reportsBesideTheModel() throws Exception {
		final Path report = folder.resolve("model_report.html");
		final String[] args = with("report", "--model", cells.file().toString(),
			"--unlabelled", folder.resolve("images").toString(), "--side", "16");
		assertEquals(0, run(args), err::toString);
		final String html = Files.readString(report);
		assertTrue(html.contains("Training of cells"));
		assertTrue(html.contains("id=\"course\""), "no curves");
		assertTrue(html.contains("f1.tif: x "), "no square");
		assertEquals(1, run(args));
		assertTrue(err.toString().contains("--overwrite"), err::toString);
	}

	@Test
	void otherImagesAreNotTakenForThoseOfTheTraining() throws Exception {
		final Path few = Files.createDirectories(folder.resolve("few/images"));
		Files.createDirectories(folder.resolve("few/labels"));
		for (final String f : List.of("images/f1.tif", "labels/f1.tif",
			"images/f2.tif", "labels/f2.tif"))
			Files.copy(folder.resolve(f), folder.resolve("few").resolve(f));
		final String[] args = { "report", "--model", cells.file().toString(),
			"--images", few.toString(), "--labels", folder.resolve("few/labels")
				.toString(), "--output", folder.resolve("few.html").toString() };
		assertEquals(1, run(args));
		assertTrue(err.toString().contains(
			"was trained with 2 and 1 images for training and validation, but the folders given make 1 and 1"),
			err::toString);
		final List<String> fresh = new ArrayList<>(List.of(args));
		fresh.add("--fresh");
		assertEquals(0, run(fresh.toArray(String[]::new)), err::toString);
		assertTrue(Files.readString(folder.resolve("few.html")).contains(
			"On 2 images that it was not trained on"));
	}

	@Test
	void doctorSaysAndWritesWhatItFound() throws Exception {
		final Path results = folder.resolve("doctor");
		final String[] args = with("doctor", "--model", cells.file().toString(),
			"--output", results.toString());
		assertEquals(0, run(args), err::toString);
		final List<String> csv = Files.readAllLines(results.resolve("doctor.csv"));
		assertEquals("cause,finding,remedy", csv.get(0));
		// NB: Four steps teach nothing.
		assertTrue(csv.size() > 1, csv.toString());
		assertTrue(out.toString().contains("found.") && out.toString().contains(csv
			.get(1).split("\"")[1]), out::toString);
		assertTrue(Files.readString(results.resolve("doctor.html")).contains(
			"What the loss saw, and what Segment sees"));
		assertEquals(1, run(args));
		assertTrue(err.toString().contains("--overwrite"), err::toString);
	}

	@Test
	void learningCurveGoesOn() throws Exception {
		final Path results = folder.resolve("curve");
		final String[] args = with("learning-curve", "--output", results.toString(),
			"--steps", "2", "--validate-every", "2", "--patch", "16", "--batch", "1",
			"--depth", "1", "--base-width", "2", "--validation", "0.34", "--counts",
			"1,2");
		assertEquals(0, run(args), err::toString);
		assertTrue(out.toString().contains("2 trainings of 2 steps") && out
			.toString().contains("Four numbers of images or more"), out::toString);
		final String csv = Files.readString(results.resolve("learning_curve.csv"));
		assertEquals(3, csv.lines().count());
		listen();
		assertEquals(0, run(args), err::toString);
		assertTrue(!out.toString().contains("images, choice"), out::toString);
		assertEquals(csv, Files.readString(results.resolve("learning_curve.csv")));
		assertEquals(0, run(with("report", "--model", cells.file().toString(),
			"--curve", results.toString(), "--output", folder.resolve("with.html")
				.toString())), err::toString);
		assertTrue(Files.readString(folder.resolve("with.html")).contains(
			"Is annotating more images worth it?"));
		assertEquals(1, run(with("learning-curve", "--output", folder.resolve("x")
			.toString(), "--counts", "9", "--steps", "1")));
		assertTrue(err.toString().contains("give numbers from 1 to 2"),
			err::toString);
	}
}
