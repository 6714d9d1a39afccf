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

package org.unetlens.ij.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.compare.Table;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Label images and masks of all types, pairs of files, tables and files. */
class EvaluatorTest {

	private static final Evaluator AUTO = new Evaluator(ObjectsAre.AUTO);

	@TempDir
	private Path folder;

	@Test
	void labelsOfAllTypes() {
		final String[] truth = { "11..22", "11..22" };
		for (final ImageProcessor ip : List.of(draw(new ByteProcessor(6, 2), 1,
			"11..2.", "11..22"), draw(new ShortProcessor(6, 2), 1, "11..2.",
				"11..22"), draw(new FloatProcessor(6, 2), 1, "11..2.", "11..22")))
		{
			final Table table = AUTO.images(new ImagePlus("p", ip), image("t", 1,
				truth)).table();
			assertEquals(List.of("p", "2", "2", "0"), texts(table, 0).subList(0, 4));
			assertEquals("0.9333333", texts(table, 0).get(4));
		}
		final ImagePlus large = new ImagePlus("l", draw(new FloatProcessor(6, 2),
			70_000, truth));
		assertEquals("2", texts(AUTO.images(large, image("t", 1, truth)).table(), 0)
			.get(2));
	}

	@Test
	void masksAreRefusedOrReadAsAreas() {
		final ImagePlus mask = image("mask", 255, "11..11", "11..11");
		final ImagePlus truth = image("t", 1, "11..22", "11..22");
		assertSays("holds one number only, in 2 separate areas", () -> AUTO.images(
			mask, truth));
		final Table areas = new Evaluator(ObjectsAre.AREAS).images(mask, truth)
			.table();
		assertEquals(List.of("mask", "2", "2"), texts(areas, 0).subList(0, 3));
		assertEquals("1", texts(areas, 0).get(10));
		final Table numbers = new Evaluator(ObjectsAre.NUMBERS).images(mask, truth)
			.table();
		assertEquals(List.of("mask", "2", "1"), texts(numbers, 0).subList(0, 3));
		assertEquals("1", texts(AUTO.images(image("one", 255, "11....", "......"),
			truth).table(), 0).get(2));
	}

	@Test
	void stacksPlaneByPlane() {
		final ImageStack p = new ImageStack(4, 1), t = new ImageStack(4, 1);
		for (int i = 0; i < 3; i++) {
			p.addSlice(draw(new ShortProcessor(4, 1), 1, i < 2 ? "11.2" : "...."));
			t.addSlice(draw(new ShortProcessor(4, 1), 1, i < 1 ? "11.2" : "1..."));
		}
		final Table table = AUTO.images(new ImagePlus("p", p), new ImagePlus("t",
			t)).table();
		assertEquals(6, table.rows().size());
		assertEquals(List.of("p:2", "1", "2", "1"), texts(table, 1).subList(0, 4));
		assertEquals(List.of("all images", "4", "4", "0"), texts(table, 3).subList(
			0, 4));
		assertEquals("0.7272727", texts(table, 3).get(4));
	}

	@Test
	void unsuitableImagesGetASentence() {
		final ImagePlus truth = image("t", 1, "11..");
		assertSays("t: the prediction has", () -> AUTO.images(image("t", 1, "11",
			"1."), truth));
		final ImageStack two = new ImageStack(4, 1);
		two.addSlice(new ShortProcessor(4, 1));
		two.addSlice(new ShortProcessor(4, 1));
		assertSays("4 x 1 pixels in 2 planes", () -> AUTO.images(new ImagePlus("p",
			two), truth));
		assertSays("colours", () -> AUTO.images(new ImagePlus("rgb",
			new ColorProcessor(4, 1)), truth));
		final FloatProcessor half = new FloatProcessor(4, 1);
		half.setf(2, 0.5f);
		assertSays("holds the value 0.5", () -> AUTO.images(new ImagePlus("p",
			half), truth));
		half.setf(2, -1);
		assertSays("holds the value -1", () -> AUTO.images(new ImagePlus("p", half),
			truth));
		half.setf(2, Float.NaN);
		assertSays("NaN", () -> AUTO.images(new ImagePlus("p", half), truth));
		assertSays("both", () -> AUTO.images(truth, truth));
		assertSays("no image with the truth", () -> AUTO.images(truth, null));
		assertSays("no image with the prediction", () -> AUTO.images(
			new ImagePlus(), truth));
	}

	@Test
	void foldersArePairedByName() throws IOException {
		save("out/b_labels.tif", "11.");
		save("out/a_labels.tif", "1.2");
		save("out/c_labels.tif", "...");
		save("out/a_probability.tif", "111");
		save("truth/a.tif", "1.2");
		save("truth/b.tif", "1..");
		final EvaluationReport report = files("out", "truth");
		assertEquals(List.of("a", "b"), List.of(texts(report.table(), 0).get(0),
			texts(report.table(), 1).get(0)));
		assertEquals(List.of("1", "0.6666667"), List.of(texts(report.table(), 0)
			.get(4), texts(report.table(), 1).get(4)));
		final String text = report.text();
		assertTrue(text.contains("2 images"), text);
		assertTrue(text.contains("no truth: c_labels.tif"), text);
		assertTrue(text.contains("0.857 (0.667 to 1)"), text);
	}

	@Test
	void filesThatDoNotBelongTogether() throws IOException {
		save("p/a.tif", "1.");
		save("t/a.tif", "1.");
		save("t/b.tif", "1.");
		assertSays("1 of 2 truth files have no prediction", () -> files("p", "t"));
		assertSays("b.tif", () -> files("p", "t"));
		assertSays("one is a file and the other a folder", () -> files("p/a.tif",
			"t"));
		assertSays("does not exist", () -> files("none", "t"));
		Files.createDirectories(folder.resolve("empty"));
		assertSays("holds no images", () -> files("empty", "t"));
		assertEquals("b", texts(files("p/a.tif", "t/b.tif").table(), 0).get(0));
	}

	@Test
	void tableAndFilesHoldTheSame() throws IOException {
		save("p/a.tif", "1.2");
		save("t/a.tif", "...");
		final EvaluationReport report = files("p", "t");
		assertTrue(report.text().endsWith("has no objects: 1 of 1"), report.text());
		final Path out = folder.resolve("new/out");
		EvaluationReport.requireFree(out, OnExisting.REFUSE);
		report.write(out, OnExisting.REFUSE);
		final List<String> lines = Files.readAllLines(out.resolve(
			"evaluation.csv"));
		assertEquals(2, lines.size());
		assertTrue(lines.get(0).startsWith(
			"image,True objects,Predicted objects,Count bias,Dice,IoU,Boundary F 1 px"),
			lines.get(0));
		assertTrue(lines.get(1).startsWith("a,0,2,Infinity,0,0,0,0,0,Infinity,0"),
			lines.get(1));
		final JsonObject json = JsonParser.parseString(Files.readString(out.resolve(
			"evaluation.json"))).getAsJsonObject();
		final JsonObject image = json.getAsJsonArray("images").get(0)
			.getAsJsonObject();
		assertEquals("a", image.get("image").getAsString());
		assertEquals(2, image.getAsJsonObject("scores").get("predicted_objects")
			.getAsInt());
		assertTrue(image.getAsJsonObject("scores").get("hausdorff95").isJsonNull());
		assertEquals(0, json.getAsJsonObject("all").get("ap50").getAsDouble());
		assertTrue(json.getAsJsonObject("intervals").getAsJsonArray("dice").get(0)
			.isJsonNull());
		assertSays("evaluation.csv is there already", () -> EvaluationReport
			.requireFree(out, OnExisting.REFUSE));
		EvaluationReport.requireFree(out, OnExisting.REPLACE);
		report.write(out, OnExisting.REPLACE);
		assertSays("is a file", () -> EvaluationReport.requireFree(out.resolve(
			"evaluation.csv"), OnExisting.REPLACE));
		try (var left = Files.list(out)) {
			assertEquals(2, left.count());
		}
	}

	@Test
	void objectsAreNamed() {
		assertEquals(ObjectsAre.AREAS, ObjectsAre.parse(" Areas"));
		assertSays("auto, numbers, areas", () -> ObjectsAre.parse("blobs"));
	}

	private EvaluationReport files(final String prediction, final String truth) {
		return AUTO.files(folder.resolve(prediction), folder.resolve(truth),
			Progress.NONE);
	}

	private void save(final String file, final String... rows) {
		ImageFiles.saveTiff(image(file, 1, rows), folder.resolve(file),
			OnExisting.REFUSE);
	}

	private static List<String> texts(final Table table, final int row) {
		return table.rows().get(row).stream().map(Table.Cell::text).toList();
	}

	private static ImagePlus image(final String title, final int factor,
		final String... rows)
	{
		return new ImagePlus(title, draw(new ShortProcessor(rows[0].length(),
			rows.length), factor, rows));
	}

	/** Digits are labels, multiplied. */
	private static ImageProcessor draw(final ImageProcessor ip, final int factor,
		final String... rows)
	{
		for (int y = 0; y < rows.length; y++)
			for (int x = 0; x < rows[y].length(); x++)
				if (rows[y].charAt(x) != '.') ip.setf(x, y, factor * (rows[y].charAt(
					x) - '0'));
		return ip;
	}

	private static void assertSays(final String expected,
		final Executable action)
	{
		final String message = assertThrows(RuntimeException.class, action)
			.getMessage();
		assertTrue(message.contains(expected), message);
		assertFalse(message.contains("java."), message);
	}
}
