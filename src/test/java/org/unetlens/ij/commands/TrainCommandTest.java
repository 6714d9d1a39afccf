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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;
import org.unetlens.data.BorderWeight;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.train.AnnotationSource;
import org.unetlens.ij.train.ModelTrainer;
import org.unetlens.ij.train.TrainedModel;
import org.unetlens.ij.train.TrainingFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.Weights.Weight;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.TrainingConfig.Loss;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.preflight.TrainingView;

/** Tests {@link TrainCommand} and {@link ResumeTrainingCommand} in SciJava. */
class TrainCommandTest {

	private static final String SETTINGS =
		"{\"network\": {\"depth\": 2, \"base_width\": 3}, \"training\": {\"steps\": 4, \"patch\": 16, \"batch\": 2, \"validate_every\": 2}}";

	@TempDir
	private Path folder;

	private final Context context = new Context(CommandService.class,
		ModuleService.class, org.scijava.app.StatusService.class);

	@AfterEach
	void close() {
		context.dispose();
	}

	private Cancelable run(final Class<? extends Command> command,
		final Map<String, Object> inputs) throws Exception
	{
		return (Cancelable) context.service(ModuleService.class).run(context
			.service(CommandService.class).getCommand(command), true, inputs).get()
			.getDelegateObject();
	}

	private Map<String, Object> inputs(final String output, final Object... more)
		throws Exception
	{
		final Path settings = Files.writeString(folder.resolve("settings.json"),
			SETTINGS);
		final Map<String, Object> inputs = defaults();
		inputs.putAll(Map.of("output", folder.resolve(output).toFile(), "settings",
			settings.toFile(), "minutes", 0.0));
		for (int i = 0; i < more.length; i += 2)
			inputs.put((String) more[i], more[i + 1]);
		return inputs;
	}

	/** NB: What is not given would be as it was the last time. */
	private static Map<String, Object> defaults() {
		final Map<String, Object> inputs = new HashMap<>(Map.of("annotation",
			"None", "base", "none", "sparse", false, "augmentation", "default",
			"target", "default", "loss", "default", "borderweight", "default"));
		for (final String number : List.of("depth", "width", "patch", "batch",
			"seed"))
			inputs.put(number, 0);
		inputs.put("validation", 0.0);
		return inputs;
	}

	private File at(final String name) {
		return folder.resolve(name).toFile();
	}

	/** Command and core call give the same model. */
	@Test
	void trainsWhatTheCoreTrains() throws Exception {
		TrainedModel.images(folder);
		final Cancelable command = run(TrainCommand.class, inputs("mine.zip",
			"images", at("images"), "labels", at("labels"), "loss", "dice",
			"borderweight", "plugin_2019", "seed", 3));
		assertFalse(command.isCanceled(), command::getCancelReason);
		final ModelBundle mine = Models.open(at("mine.zip").toString());
		final TrainingSettings stored = TrainingSettings.of(mine).orElseThrow();
		assertEquals(Loss.DICE, stored.recipe().config().loss());
		assertEquals(BorderWeight.PLUGIN_2019, stored.recipe().targets()
			.borderWeight());
		assertEquals(4, stored.recipe().config().steps());
		final SettingsTree tree = new SettingsTree(folder.resolve("settings.json"));
		tree.set("training/loss", "loss", "dice");
		tree.set("targets/border_weight", "weight", "plugin_2019");
		tree.set("seed", "seed", 3);
		final ModelBundle expected = new ModelTrainer(AnnotationSource.of(List.of(
			folder.resolve("images")), List.of(folder.resolve("labels"))),
			new TrainingFiles(folder.resolve("core.zip"), false, false),
			TrainingView.NONE).train(tree, ModelTrainer.card(folder.resolve(
				"core.zip")), Progress.NONE);
		for (final Weight w : expected.weights().all())
			assertArrayEquals(w.values(), mine.weights().get(w.name()).values(), w
				.name());
		assertTold("overwrite=true", run(TrainCommand.class, inputs("mine.zip",
			"images", at("images"), "labels", at("labels"))));
	}

	@Test
	void trainsOnAnOpenImageFromAModel() throws Exception {
		final TrainedModel cells = TrainedModel.in(folder);
		Files.writeString(folder.resolve("settings.json"),
			"{\"training\": {\"steps\": 2, \"patch\": 16}}");
		final Map<String, Object> inputs = defaults();
		inputs.putAll(Map.of("output", at("tuned.zip"), "settings", at(
			"settings.json"), "minutes", 0.0, "base", cells.file().toString()));
		inputs.put("image", ImageFiles.open(folder.resolve("images/f1.tif")));
		assertTold("There are no outlines of objects on f1.tif", run(
			TrainCommand.class, inputs));
		inputs.put("images", folder.toFile());
		final Cancelable command = run(TrainCommand.class, inputs);
		assertFalse(command.isCanceled(), command::getCancelReason);
		final ModelBundle tuned = Models.open(at("tuned.zip").toString());
		assertEquals(2, tuned.spec().depth());
		assertEquals(cells.file().toString(), TrainingSettings.of(tuned)
			.orElseThrow().baseModel().orElseThrow());
	}

	@Test
	void badInputGetsASentence() throws Exception {
		assertTold("No model file was given", run(TrainCommand.class, Map.of(
			"minutes", 1.0, "annotation", "None")));
		assertTold("There is no image to train on", run(TrainCommand.class, inputs(
			"a.zip")));
		Files.createDirectories(folder.resolve("empty"));
		assertTold("holds no images", run(TrainCommand.class, inputs("a.zip",
			"images", at("empty"), "labels", at("empty"))));
		assertTold("Only the folder of labels", run(TrainCommand.class, inputs(
			"a.zip", "labels", at("empty"))));
		assertTold("No open image has outlines", run(TrainCommand.class, inputs(
			"a.zip", "allopen", true)));
		assertTold("is no checkpoint", run(ResumeTrainingCommand.class, Map.of(
			"checkpoint", at("a.zip"))));
		assertTold("There is no checkpoint", run(ResumeTrainingCommand.class, Map
			.of("checkpoint", at("a.checkpoint.zip"))));
	}

	private static void assertTold(final String message,
		final Cancelable command)
	{
		assertTrue(command.getCancelReason().contains(message), command
			.getCancelReason());
	}
}
