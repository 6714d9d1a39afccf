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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.ij.SampleFiles;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.Models;
import org.unetlens.tiff.BigTiffs;

class SegmentCommandTest extends CommandLineTest {

	@Test
	void segmentsAFolder() throws IOException {
		final Path model = model(1);
		assertEquals(0, run("segment", "--model", model.toString(), "--input",
			folder.resolve("images").toString(), "--output", folder.resolve("results")
				.toString()), err::toString);
		final Img<IntType> expected = segment(model);
		final Img<IntType> written = SampleFiles.readLabels(folder.resolve(
			"results/f2_labels.tif"));
		int objects = 0;
		final var cursor = expected.localizingCursor();
		while (cursor.hasNext()) {
			final int label = cursor.next().get();
			objects = Math.max(objects, label);
			assertEquals(label, written.getAt(cursor).get(), "at " + cursor
				.getIntPosition(0) + ", " + cursor.getIntPosition(1));
		}
		assertEquals(3, SampleFiles.read(folder.resolve(
			"results/f1_probability.tif")).dimension(2));
		assertTrue(Files.size(folder.resolve("results/f3_overlay.png")) > 1000);
		final List<String> table = Files.readAllLines(folder.resolve(
			"results/measurements.csv"));
		assertTrue(table.get(0).startsWith("image,label,"), table.get(0));
		assertEquals(objects, table.stream().filter(row -> row.startsWith(
			"f2.tif,")).count());
	}

	/** A BigTIFF is always segmented in bands, however small it is. */
	@Test
	void segmentsABigTiff() throws IOException {
		final Path model = model(1);
		final Path big = folder.resolve("big.tif");
		BigTiffs.write(Views.addDimension(NucleiField.default2d().withSize(85, 71)
			.withSeed(2).generate().image(), 0, 0), big);
		assertEquals(0, run("segment", "--model", model.toString(), "--input", big
			.toString(), "--output", folder.resolve("results").toString()),
			err::toString);
		final Img<IntType> expected = segment(model);
		final Img<IntType> written = SampleFiles.readLabels(folder.resolve(
			"results/big_labels.tif"));
		final var cursor = expected.localizingCursor();
		int objects = 0;
		while (cursor.hasNext()) {
			objects = Math.max(objects, cursor.next().get());
			assertEquals(cursor.get().get(), written.getAt(cursor).get(), "at " +
				cursor.getIntPosition(0) + ", " + cursor.getIntPosition(1));
		}
		assertEquals(objects + 1, Files.readAllLines(folder.resolve(
			"results/measurements.csv")).size());
		try (var results = Files.list(folder.resolve("results"))) {
			assertEquals(Set.of(".segmented", "big_labels.tif", "images.csv",
				"measurements.csv"), results.map(f -> f.getFileName().toString())
					.collect(Collectors.toSet()));
		}
	}

	@Test
	void overwritesOnlyWhenTold() throws IOException {
		final Path model = model(1);
		final String[] args = { "segment", "--model", model.toString(), "--input",
			folder.resolve("images/f1.tif").toString(), "--output", folder.resolve(
				"results").toString() };
		assertEquals(0, run(args), err::toString);
		Files.writeString(folder.resolve("results/measurements.csv"), "mine");
		assertEquals(1, run(args));
		assertTrue(err.toString().contains("--overwrite"), err::toString);
		assertEquals("mine", Files.readString(folder.resolve(
			"results/measurements.csv")));
		final String[] again = java.util.Arrays.copyOf(args, args.length + 1);
		again[args.length] = "--overwrite";
		assertEquals(0, run(again), err::toString);
		assertTrue(Files.readString(folder.resolve("results/measurements.csv"))
			.startsWith("image,"));
	}

	@Test
	void goesOnAfterABreakWithTheOutputsAndFilesChosen() throws IOException {
		final String[] args = { "segment", "--model", model(1).toString(),
			"--input", folder.resolve("images").toString(), "--output", folder
				.resolve("results").toString(), "--outputs", "masks,outlines,table",
			"--pattern", "f[12].*" };
		assertEquals(0, run(args), err::toString);
		assertTrue(Files.exists(folder.resolve("results/f2_rois.zip")));
		assertFalse(Files.exists(folder.resolve("results/f2_labels.tif")));
		assertFalse(Files.exists(folder.resolve("results/f3_masks.tif")));
		final String table = Files.readString(folder.resolve(
			"results/measurements.csv"));
		Files.delete(folder.resolve("results/f1_masks.tif"));
		assertEquals(0, run(with(List.of(args), "--resume")), err::toString);
		assertTrue(out.toString().contains("1 image finished before"),
			out::toString);
		assertEquals(table, Files.readString(folder.resolve(
			"results/measurements.csv")));
	}

	@Test
	void aBadFileIsToldAndTheOthersAreDone() throws IOException {
		final Path model = model(1);
		Files.writeString(folder.resolve("images/broken.tif"), "no image");
		assertEquals(1, run("segment", "--model", model.toString(), "--input",
			folder.resolve("images").toString(), "--output", folder.resolve("results")
				.toString()));
		assertTrue(err.toString().contains("broken.tif"), err::toString);
		assertTrue(Files.exists(folder.resolve("results/f3_labels.tif")));
	}

	@Test
	void failuresAreSentences() throws IOException {
		final String images = folder.resolve("images").toString();
		assertEquals(1, run("segment", "--model", "nucleii", "--input", images,
			"--output", folder.resolve("r").toString()));
		assertTrue(err.toString().contains("nucleii"), err::toString);
		assertEquals(1, run("segment", "--input", folder.resolve("none").toString(),
			"--output", folder.resolve("r").toString()));
		assertTrue(err.toString().contains("does not exist"), err::toString);
		assertEquals(1, run("segment", "--model", model(3).toString(), "--input",
			folder.resolve("images/f1.tif").toString(), "--output", folder.resolve(
				"r").toString()));
		assertTrue(err.toString().contains("has 1 channel") && err.toString()
			.contains("takes 3"), err::toString);
		assertEquals(2, run("segment", "--augmentation", "sometimes"));
		assertFalse(err.toString().contains("\tat "), err::toString);
	}

	private Img<IntType> segment(final Path model) {
		final Img<IntType> labels;
		final Field field = NucleiField.default2d().withSize(85, 71).withSeed(2)
			.generate();
		try (Segmenter segmenter = Segmenter.of(Models.open(model.toString()),
			SegmenterOptions.defaults()))
		{
			labels = segmenter.segment(Views.addDimension(field.image(), 0, 0),
				Progress.NONE).labels();
		}
		return labels;
	}
}
