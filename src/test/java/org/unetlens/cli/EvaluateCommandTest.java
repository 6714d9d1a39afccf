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

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.metrics.Evaluation;
import org.unetlens.metrics.EvaluationScore;

/** {@code evaluate} on files and folders. */
class EvaluateCommandTest {

	@TempDir
	private Path folder;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();
	private Evaluation pooled;

	/** Neighbouring fields stand for each other's prediction. */
	@BeforeEach
	void makeFiles() throws IOException {
		Files.createDirectories(folder.resolve("p"));
		Files.createDirectories(folder.resolve("t"));
		for (int i = 1; i <= 3; i++) {
			final Field prediction = field(i), truth = field(i + 1);
			SampleFiles.write(prediction, folder.resolve("p/f" + i + ".tif"), folder
				.resolve("p/f" + i + "_labels.tif"), OnExisting.REFUSE);
			SampleFiles.write(truth, folder.resolve("image.tif"), folder.resolve(
				"t/f" + i + ".tif"), OnExisting.REPLACE);
			final Evaluation one = Evaluation.of(truth.labels(), prediction.labels());
			pooled = pooled == null ? one : pooled.plus(one);
		}
	}

	@Test
	void evaluatesFolders() throws IOException {
		assertEquals(0, run("--prediction", at("p"), "--truth", at("t"), "--output",
			at("out")), err::toString);
		final List<String> csv = Files.readAllLines(folder.resolve(
			"out/evaluation.csv"));
		assertEquals(7, csv.size());
		final String[] columns = csv.get(0).split(","), all = csv.get(4).split(",");
		assertEquals("all images", all[0]);
		for (final EvaluationScore score : EvaluationScore.values()) {
			final int c = 1 + score.ordinal();
			assertEquals(score.label(), columns[c]);
			assertEquals(score.of(pooled), Double.parseDouble(all[c]), 1e-6 * Math
				.max(1, score.of(pooled)), columns[c]);
		}
		final double[] dice = { score(csv.get(5)), score(csv.get(4)), score(csv.get(
			6)) };
		assertTrue(dice[0] < dice[1] && dice[1] < dice[2], csv::toString);
		final JsonArray interval = JsonParser.parseString(Files.readString(folder
			.resolve("out/evaluation.json"))).getAsJsonObject().getAsJsonObject(
				"intervals").getAsJsonArray("dice");
		assertEquals(dice[0], interval.get(0).getAsDouble(), 1e-6);
		assertEquals(dice[2], interval.get(1).getAsDouble(), 1e-6);
		assertTrue(out.toString().startsWith("3 images;"), out::toString);
		assertTrue(out.toString().contains(String.format(java.util.Locale.ROOT,
			"Dice                         %.3f (", EvaluationScore.DICE.of(pooled))),
			out::toString);
	}

	@Test
	void evaluatesFilesWithoutWriting() {
		assertEquals(0, run("--prediction", at("t/f1.tif"), "--truth", at(
			"t/f1.tif"), "--objects", "numbers"), err::toString);
		assertTrue(out.toString().contains("Dice                         1\n"),
			out::toString);
		assertFalse(Files.exists(folder.resolve("evaluation.csv")));
	}

	@Test
	void resultsAreNotReplaced() throws IOException {
		Files.createDirectories(folder.resolve("out"));
		Files.writeString(folder.resolve("out/evaluation.json"), "mine");
		final String[] args = { "--prediction", at("p"), "--truth", at("t"),
			"--output", at("out") };
		assertEquals(1, run(args));
		assertTrue(err.toString().contains("is there already"), err::toString);
		assertEquals("mine", Files.readString(folder.resolve(
			"out/evaluation.json")));
		assertFalse(Files.exists(folder.resolve("out/evaluation.csv")));
		assertEquals("", out.toString());
		assertEquals(0, run("--prediction", at("p"), "--truth", at("t"), "--output",
			at("out"), "--overwrite"), err::toString);
	}

	@Test
	void badInputGetsASentence() throws IOException {
		Files.delete(folder.resolve("p/f2_labels.tif"));
		assertEquals(1, run("--prediction", at("p"), "--truth", at("t"), "--output",
			at("out")));
		assertTrue(err.toString().contains("have no prediction in"), err::toString);
		assertEquals(1, run("--prediction", at("none"), "--truth", at("t")));
		assertTrue(err.toString().contains("none does not exist"), err::toString);
		assertEquals(2, run("--prediction", at("p")));
		assertEquals(2, run("--prediction", at("p"), "--truth", at("t"),
			"--objects", "blobs"));
		assertTrue(err.toString().contains("blobs"), err::toString);
		assertFalse(Files.exists(folder.resolve("out")));
	}

	/** The Dice of a row of several images. */
	private static double score(final String row) {
		final String[] cells = row.replace("images, ", "images ").split(",");
		return Double.parseDouble(cells[1 + EvaluationScore.DICE.ordinal()]);
	}

	private static Field field(final int seed) {
		return NucleiField.default2d().withSize(71, 83).withCount(6).withSeed(seed)
			.generate();
	}

	private String at(final String file) {
		return folder.resolve(file).toString();
	}

	private int run(final String... args) {
		final String[] all = new String[args.length + 1];
		all[0] = "evaluate";
		System.arraycopy(args, 0, all, 1, args.length);
		// NB: What is not flushed would not be seen on a terminal.
		return Main.commandLine().setOut(new PrintWriter(new BufferedWriter(out),
			true)).setErr(new PrintWriter(err, true)).execute(all);
	}
}
