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

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.engine.Engine;
import org.unetlens.ij.TrainingFiles;
import org.unetlens.model.ModelPackage;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code train}: a model from annotated images. */
@Command(name = "train", description = { "Trains a model on annotated images.",
	"Images and labels belong together by name. Labels of objects: 0 = background, 1, 2 ... = objects." })
final class TrainCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Mixin
	private SampleOptions samples;

	@Mixin
	private ModelOptions model;

	@Mixin
	private SettingsOptions settings;

	@Mixin
	private CardOptions card;

	@Override
	public Integer call() throws IOException {
		final TrainingFiles files = model.files();
		files.requireFree();
		final Optional<ModelPackage> checkpoint = files.checkpoint();
		final List<List<Sample>> folders = samples.folders();
		Engine.start(TerminalProgress.standard());
		final ModelTraining training = checkpoint.flatMap(c -> TrainingSettings.of(c
			.model())).isPresent() ? resumed(checkpoint.get(), folders) : fresh(
				folders);
		new TrainingRun(files, samples, spec.commandLine().getOut()).run(training);
		return 0;
	}

	private ModelTraining fresh(final List<List<Sample>> folders)
		throws IOException
	{
		final TrainingSettings given = settings.settings(folders.get(0).get(0)
			.channels(), spec.commandLine().getOut());
		final Split split = given.data().of(folders);
		return new ModelTraining(settings.budget(given, split), split, card.card(
			model.output()));
	}

	private ModelTraining resumed(final ModelPackage checkpoint,
		final List<List<Sample>> folders)
	{
		final TrainingSettings stored = TrainingSettings.of(checkpoint.model())
			.orElseThrow();
		spec.commandLine().getOut().printf(
			"Going on after step %d of %d with the settings of the checkpoint.%n",
			checkpoint.optimizer().orElseThrow().step(), stored.recipe().config()
				.steps());
		return new ModelTraining(stored, stored.data().of(folders), card.card(model
			.output()));
	}
}
