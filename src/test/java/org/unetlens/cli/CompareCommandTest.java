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
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.SkipComparison;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;
import org.unetlens.compare.Verdict;
import org.unetlens.engine.Progress;
import org.unetlens.ij.compare.ImageFilePlanes;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.Models;
import org.unetlens.model.TestPair;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;

class CompareCommandTest extends CommandLineTest {

	/** One image with truth: the tables hold the numbers of the core. */
	@Test
	void comparesSkipsOnAnImage() throws IOException {
		final Path model = model(1);
		assertEquals(0, run("compare", "--model", model.toString(), "--input",
			folder.resolve("images/f2.tif").toString(), "--truth", folder.resolve(
				"labels/f2.tif").toString(), "--output", folder.resolve("c")
					.toString()), err::toString);
		try (SkipComparison session = SkipComparison.of(Models.open(model
			.toString()), List.of(), ComparisonSettings.defaults()))
		{
			final Comparison expected = session.compare(new ImageFilePlanes(folder
				.resolve("images/f2.tif"), Optional.of(folder.resolve("labels/f2.tif")),
				Optional.empty()).read(Models.read(model.toString()).model()).get(0),
				Progress.NONE).comparison();
			for (final Table table : Tables.of(expected))
				assertEquals(table.toCsv(), Files.readString(folder.resolve("c")
					.resolve(table.name() + ".csv")), table.name());
			for (final String sentence : Verdict.knockOuts(expected,
				Verdict.HEADLINE))
				assertTrue(out.toString().contains(sentence), out::toString);
		}
		assertTrue(Files.readString(folder.resolve("c/report.html")).contains(
			"f2.tif"));
		assertTrue(Files.size(folder.resolve("c/full_model.png")) > 1000);
	}

	@Test
	void comparesAFolderOnARegionWithATwin() throws IOException {
		final Path model = model(1);
		final UNetSpec bare = UNetSpec.default2d(1, 3).withDepth(1).withBaseWidth(4)
			.withSkips(SkipSet.none());
		final ModelBundle full = Models.read(model.toString()).model();
		final ModelBundle twin = new ModelBundle(full.card().asTwinOf("random"),
			bare, InitialWeights.he(bare), full.normalization(), full.pixelSize(),
			full.classes(), full.rule());
		ModelFiles.write(twin, null, TestPair.of(twin), folder.resolve("twin.zip"),
			false);
		assertEquals(0, run("compare", "--model", model.toString(), "--twin", folder
			.resolve("twin.zip").toString(), "--input", folder.resolve("images")
				.toString(), "--truth", folder.resolve("labels").toString(), "--region",
			"8,0,64,64", "--fill", "zero", "--output", folder.resolve("c")
				.toString()), err::toString);
		final List<String> rows = Files.readAllLines(folder.resolve(
			"c/skips_by_image.csv"));
		assertEquals(1 + 3 * 3, rows.size());
		assertTrue(rows.get(3).startsWith("f1.tif,twin,"), rows.get(3));
		assertTrue(out.toString().contains("3 images"), out::toString);
		assertTrue(Files.size(folder.resolve(
			"c/f3_knock-out_of_all_skips.png")) > 1000);
	}

	@Test
	void whatCannotBeComparedIsTold() throws IOException {
		final String model = model(1).toString();
		final String image = folder.resolve("images/f1.tif").toString();
		final String c = folder.resolve("c").toString();
		assertEquals(1, run("compare", "--model", model, "--input", image,
			"--truth", folder.resolve("labels/f2.tif").toString(), "--output", c));
		assertTrue(err.toString().contains("give the labels of this very image"),
			err::toString);
		assertEquals(1, run("compare", "--model", model, "--input", image,
			"--region", "a", "--output", c));
		assertTrue(err.toString().contains("give x,y,width,height"), err::toString);
		assertEquals(1, run("compare", "--model", model, "--input", image,
			"--class", "3", "--output", c));
		assertTrue(err.toString().contains("the classes 0 background"),
			err::toString);
		Files.createDirectories(folder.resolve("c"));
		Files.writeString(folder.resolve("c/layers.csv"), "mine");
		assertEquals(1, run("compare", "--model", model, "--input", image,
			"--output", c));
		assertTrue(err.toString().contains("--overwrite"), err::toString);
		assertEquals(2, run("compare", "--input", image));
		assertFalse(err.toString().contains("\tat "), err::toString);
		assertFalse(Files.exists(folder.resolve("c/report.html")));
	}
}
