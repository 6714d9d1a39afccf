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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.SkipComparison;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;
import org.unetlens.compare.Verdict;
import org.unetlens.data.Field;
import org.unetlens.data.MembraneField;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.compare.ImageFilePlanes;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.Models;
import org.unetlens.model.TestPair;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights.Weight;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tiff.BigTiffs;
import org.unetlens.train.TrainingSettings;

/** The command line on real files. */
class MainTest {

	@TempDir
	private Path folder;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void makeFiles() throws IOException {
		Files.createDirectories(folder.resolve("images"));
		Files.createDirectories(folder.resolve("labels"));
		for (int i = 1; i <= 3; i++) {
			final Field field = NucleiField.default2d().withSize(83 + i, 71).withSeed(
				i).generate();
			SampleFiles.write(field, folder.resolve("images/f" + i + ".tif"), folder
				.resolve("labels/f" + i + ".tif"), OnExisting.REFUSE);
		}
	}

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

	@Test
	void trainsAModelThatSegments() throws IOException {
		final Path model = folder.resolve("mine.zip");
		final String[] args = { "train", "--images", folder.resolve("images")
			.toString(), "--labels", folder.resolve("labels").toString(), "--output",
			model.toString(), "--steps", "6", "--validate-every", "3", "--patch",
			"32", "--batch", "2", "--depth", "2", "--base-width", "4", "--validation",
			"0.34", "--test-images", folder.resolve("images").toString(),
			"--test-labels", folder.resolve("labels").toString() };
		assertEquals(0, run(args), err::toString);
		final ModelBundle trained = Models.open(model.toString());
		assertEquals("mine", trained.card().name());
		assertEquals("6", trained.card().training().get("steps done"));
		assertEquals(2, trained.spec().depth());
		assertTrue(trained.card().metrics().containsKey("validation AP@0.5"),
			trained.card().metrics()::toString);
		assertFalse(Files.exists(folder.resolve("mine.checkpoint.zip")));
		assertEquals(1, run(args));
		assertTrue(err.toString().contains("--overwrite"), err::toString);
	}

	/** As the help says it, without any other option but for speed. */
	@Test
	void minutesBecomeSteps() throws IOException {
		Files.writeString(folder.resolve("fast.json"),
			"{\"network\": {\"depth\": 2, \"base_width\": 3}, \"training\": {\"patch\": 32}}");
		final TrainingSettings used = TrainingSettings.of(train(training("m.zip",
			"--minutes", "0.02", "--config", folder.resolve("fast.json").toString()),
			"m.zip")).orElseThrow();
		assertTrue(used.budget().isEmpty());
		assertTrue(used.recipe().config().steps() >= 1);
		assertTrue(out.toString().contains("3 annotated images; classes:"),
			out::toString);
	}

	@Test
	void startsFromABaseModelThatFits() throws IOException {
		final Path base = model(1);
		final List<String> args = new ArrayList<>(List.of("train", "--images",
			folder.resolve("images").toString(), "--labels", folder.resolve("labels")
				.toString(), "--steps", "1", "--learning-rate", "1e-9", "--patch", "32",
			"--validation", "0.34", "--output", folder.resolve("tuned.zip")
				.toString(), "--base-model"));
		assertEquals(0, run(with(args, base.toString())), err::toString);
		final ModelBundle tuned = Models.open(folder.resolve("tuned.zip")
			.toString());
		assertEquals(1, tuned.spec().depth());
		assertArrayEquals(Models.open(base.toString()).weights().get("head.weight")
			.values(), tuned.weights().get("head.weight").values(), 1e-6f);
		args.set(args.indexOf("--output") + 1, folder.resolve("other.zip")
			.toString());
		assertEquals(0, run(with(args, model(3).toString())), err::toString);
		assertEquals(1, Models.open(folder.resolve("other.zip").toString()).spec()
			.channels());
	}

	private static String[] with(final List<String> args, final String last) {
		final List<String> all = new ArrayList<>(args);
		all.add(last);
		return all.toArray(String[]::new);
	}

	@Test
	void trainsMembranesAndHasNothingToResumeAtFirst() throws IOException {
		for (int i = 1; i <= 3; i++)
			SampleFiles.write(MembraneField.default2d().withSize(70, 61).withSeed(i)
				.generate(), folder.resolve("images/f" + i + ".tif"), folder.resolve(
					"labels/f" + i + ".tif"), OnExisting.REPLACE);
		final List<String> args = new ArrayList<>(List.of("train", "--images",
			folder.resolve("images").toString(), "--labels", folder.resolve("labels")
				.toString(), "--target", "membranes", "--validate-every", "2",
			"--patch", "32", "--batch", "2", "--depth", "1", "--base-width", "4",
			"--validation", "0.34", "--steps", "6", "--output"));
		assertEquals(0, run(with(args, folder.resolve("whole.zip").toString())),
			err::toString);
		final List<String> resumed = new ArrayList<>(args);
		resumed.add(folder.resolve("resumed.zip").toString());
		resumed.add("--resume");
		assertEquals(1, run(resumed.toArray(String[]::new)));
		assertTrue(err.toString().contains("no checkpoint"), err::toString);
		final ModelBundle model = Models.open(folder.resolve("whole.zip")
			.toString());
		assertEquals(ObjectRule.Kind.ENCLOSED, model.rule().kind());
		assertEquals(List.of("inside", "membrane"), model.classes());
		assertTrue(model.card().metrics().get("validation V_rand") > 0, model.card()
			.metrics()::toString);
	}

	private List<String> training(final String name, final String... more) {
		final List<String> args = new ArrayList<>(List.of("train", "--images",
			folder.resolve("images").toString(), "--labels", folder.resolve("labels")
				.toString(), "--output", folder.resolve(name).toString()));
		args.addAll(List.of(more));
		return args;
	}

	private ModelBundle train(final List<String> args, final String name) {
		assertEquals(0, run(args.toArray(String[]::new)), err::toString);
		return Models.open(folder.resolve(name).toString());
	}

	/** A file says the same as options; options go before the file. */
	@Test
	void settingsMayStandInAFile() throws IOException {
		final Path written = folder.resolve("used.json");
		final ModelBundle byOptions = train(training("a.zip", "--steps", "3",
			"--validate-every", "2", "--patch", "32", "--batch", "2", "--depth", "2",
			"--base-width", "4", "--validation", "0.34", "--seed", "3",
			"--class-weights", "1,1,2", "--write-config", written.toString()),
			"a.zip");
		final ModelBundle byFile = train(training("b.zip", "--config", written
			.toString()), "b.zip");
		assertFalse(out.toString().contains("Instead of"), out::toString);
		assertEquals(TrainingSettings.of(byOptions), TrainingSettings.of(byFile));
		assertArrayEquals(byOptions.weights().get("head.weight").values(), byFile
			.weights().get("head.weight").values());
		final TrainingSettings both = TrainingSettings.of(train(training("c.zip",
			"--config", written.toString(), "--steps", "2", "--skips", "1"), "c.zip"))
			.orElseThrow();
		assertTrue(out.toString().contains("used.json says: --skips, --steps"),
			out::toString);
		assertEquals(2, both.recipe().config().steps());
		assertEquals(SkipSet.of(1), both.recipe().spec().skips());
		assertEquals(TrainingSettings.of(byOptions), Optional.of(both.withSkips(
			SkipSet.all(2)).withRecipe(both.withSkips(SkipSet.all(2)).recipe()
				.withConfig(both.recipe().config().withSteps(3)))));
	}

	@Test
	void badSettingsAreToldBeforeTraining() throws IOException {
		final Path file = folder.resolve("bad.json");
		Files.writeString(file, "{\"training\": {\"stepps\": 3}}");
		assertEquals(1, run(training("x.zip", "--config", file.toString()).toArray(
			String[]::new)));
		assertTrue(err.toString().contains(
			"bad.json: training: stepps is not known"), err::toString);
		assertEquals(1, run(training("x.zip", "--config", folder.resolve("no.json")
			.toString()).toArray(String[]::new)));
		assertTrue(err.toString().contains("no readable file"), err::toString);
		Files.writeString(file, "{\"network\": {\"channels\": 3}}");
		assertEquals(1, run(training("x.zip", "--config", file.toString(),
			"--steps", "1").toArray(String[]::new)));
		assertTrue(err.toString().contains("but the image f1 has 1"),
			err::toString);
		assertEquals(1, run(training("x.zip", "--base-model", model(1).toString(),
			"--steps", "1", "--depth", "3").toArray(String[]::new)));
		assertTrue(err.toString().contains("Say nothing about the network"),
			err::toString);
	}

	/**
	 * A twin is what training with fewer skips and all else the same gives, to
	 * the bit.
	 */
	@Test
	void trainsATwinFromTheModelAlone() {
		final List<String> args = training("full.zip", "--steps", "3",
			"--validate-every", "2", "--patch", "32", "--batch", "2", "--depth", "2",
			"--base-width", "4", "--validation", "0.34", "--seed", "3");
		train(args, "full.zip");
		final List<String> twinArgs = training("twin.zip", "--model", folder
			.resolve("full.zip").toString(), "--skips", "1");
		twinArgs.set(0, "train-twin");
		final ModelBundle twin = train(twinArgs, "twin.zip");
		args.set(args.indexOf("--output") + 1, folder.resolve("same.zip")
			.toString());
		args.addAll(List.of("--skips", "1"));
		final ModelBundle same = train(args, "same.zip");
		assertEquals(Optional.of("full"), twin.card().twinOf());
		assertEquals(same.spec(), twin.spec());
		assertEquals(same.rule(), twin.rule());
		assertEquals(same.card().metrics(), twin.card().metrics());
		for (final Weight w : same.weights().all())
			assertArrayEquals(w.values(), twin.weights().get(w.name()).values(), w
				.name());
		assertEquals(1, run("train-twin", "--model", folder.resolve("same.zip")
			.toString(), "--skips", "0", "--images", folder.resolve("images")
				.toString(), "--labels", folder.resolve("labels").toString(),
			"--output", folder.resolve("x.zip").toString()));
		assertTrue(err.toString().contains("Give none, or some of them"),
			err::toString);
	}

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

	@Test
	void helpNamesEveryCommand() {
		assertEquals(0, run("--help"));
		for (final String command : List.of("segment", "evaluate", "train",
			"train-twin", "demo"))
			assertTrue(out.toString().contains(command), out::toString);
	}

	private int run(final String... args) {
		return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(
			new PrintWriter(err, true)).execute(args);
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

	private Path model(final int channels) {
		final UNetSpec spec = UNetSpec.default2d(channels, 3).withDepth(1)
			.withBaseWidth(4).withSeed(2);
		final ModelBundle model = new ModelBundle(new ModelCard("random", "A test.",
			"", List.of("nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map
				.of(), Map.of()), spec, InitialWeights.he(spec), Normalization
					.percentile(1, 99), PixelSize.UNCALIBRATED, List.of("background",
						"interior", "border"), ObjectRule.of(
							ObjectRule.Kind.INTERIOR_BORDER).withThreshold(0.6));
		final Path file = folder.resolve("random" + channels + ".zip");
		ModelFiles.write(model, null, TestPair.of(model), file, true);
		return file;
	}
}
