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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unetlens.data.MembraneField;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.SkipSet;
import org.unetlens.network.Weights.Weight;
import org.unetlens.train.TrainingSettings;

class TrainCommandTest extends CommandLineTest {

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
}
