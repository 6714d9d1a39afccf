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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.SampleFolder;
import org.unetlens.data.Split;
import org.unetlens.engine.Engine;
import org.unetlens.ij.ModelCover;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.TestPair;
import org.unetlens.train.Checkpoint;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingListener;
import org.unetlens.train.TrainingState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: a model from annotated images. */
@Command(name = "train", description = { "Trains a model on annotated images.",
	"Images and labels belong together by name. Labels of objects: 0 = background, 1, 2 ... = objects." })
final class TrainCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--images", required = true, paramLabel = "FOLDER",
		description = "Images; may be given several times, each with its --labels.")
	private List<Path> images;

	@Option(names = "--labels", required = true, paramLabel = "FOLDER",
		description = "Label images of the same names.")
	private List<Path> labels;

	@Option(names = "--output", required = true, paramLabel = "MODEL.zip",
		description = "The model file to write.")
	private Path output;

	@Option(names = "--overwrite",
		description = "Replace a model that is there already.")
	private boolean overwrite;

	@Option(names = "--resume",
		description = "Go on from the checkpoint of an interrupted training.")
	private boolean resume;

	@Option(names = "--validation", defaultValue = "0.15", paramLabel = "SHARE",
		description = "Share of the images that is not trained on but used to choose weights and thresholds; default: ${DEFAULT-VALUE}.")
	private double validation;

	@Option(names = "--generated", defaultValue = "0", paramLabel = "N",
		description = "Add so many generated fields of crowded fluorescent nuclei to the training images; default: ${DEFAULT-VALUE}.")
	private int generated;

	@Option(names = "--test-images", paramLabel = "FOLDER",
		description = "Images to measure the finished model on.")
	private List<Path> testImages = List.of();

	@Option(names = "--test-labels", paramLabel = "FOLDER",
		description = "Their labels.")
	private List<Path> testLabels = List.of();

	@Mixin
	private RecipeOptions recipe;

	@Mixin
	private CardOptions card;

	@Override
	public Integer call() throws IOException {
		requireFree();
		final List<Split> splits = new ArrayList<>();
		for (final List<Sample> folder : read(images, labels, "--images",
			"--labels"))
			splits.add(Split.of(folder, validation, recipe.seed()));
		splits.add(new Split(IntStream.range(0, generated).mapToObj(i -> NucleiField
			.crowd(i).generate().sample("generated " + i)).toList(), List.of()));
		final Split split = Split.union(splits);
		Engine.start(TerminalProgress.standard());
		final Recipe settings = recipe.recipe(split);
		final ModelTraining training = new ModelTraining(settings, split, card.card(
			output));
		final ModelBundle model = training.run(checkpoint().orElseGet(() -> recipe
			.start(settings)), report(training), TerminalProgress.standard());
		final ModelBundle measured = card.measured(model, settings, read(testImages,
			testLabels, "--test-images", "--test-labels"), testImages);
		ModelFiles.write(ModelPackage.of(measured, TestPair.of(measured)).withCover(
			ModelCover.png(measured)), output, overwrite);
		Files.deleteIfExists(checkpointFile());
		measured.card().metrics().forEach((name, value) -> print("%s: %.4f%n", name,
			value));
		print("Model written to %s%n", output);
		return 0;
	}

	private static List<List<Sample>> read(final List<Path> images,
		final List<Path> labels, final String first, final String second)
		throws IOException
	{
		if (images.size() != labels.size()) throw new IllegalArgumentException(
			images.size() + " folders " + first + ", but " + labels.size() +
				" folders " + second + "; give one for each");
		final List<List<Sample>> folders = new ArrayList<>();
		for (int i = 0; i < images.size(); i++)
			folders.add(SampleFolder.open(images.get(i), labels.get(i)).read(
				SampleFiles::read));
		return folders;
	}

	private void requireFree() {
		if (Files.exists(output) && !overwrite) throw new IllegalArgumentException(
			"The model " + output +
				" is there already. Choose another --output, or add --overwrite");
		if (Files.exists(checkpointFile()) && !resume && !overwrite)
			throw new IllegalArgumentException(
				"There is a checkpoint of an interrupted training, " +
					checkpointFile() +
					". Add --resume to go on with it, or --overwrite to begin anew");
		final Path folder = output.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(
			"The folder " + folder +
				" does not exist; create it first, so that the model can be stored");
	}

	private Optional<TrainingState> checkpoint() {
		if (!resume) return Optional.empty();
		if (!Files.exists(checkpointFile())) throw new IllegalArgumentException(
			"There is no checkpoint " + checkpointFile() +
				" to go on from; leave --resume away to begin anew");
		return Optional.of(Checkpoint.read(ModelFiles.readPackage(
			checkpointFile())));
	}

	private Path checkpointFile() {
		return output.resolveSibling(SegmentationFiles.name(output) +
			".checkpoint.zip");
	}

	private TrainingListener report(final ModelTraining training) {
		final long start = System.nanoTime();
		return new TrainingListener() {

			private double sum;
			private int count;

			@Override
			public void stepped(final long step, final double loss) {
				sum += loss;
				count++;
			}

			@Override
			public void validated(final TrainingState state, final double score) {
				print("step %d  loss %.4f  score %.4f%s  %.0f s%n", state.step(), sum /
					count, score, state.bestStep() == state.step() ? " (best)" : "",
					(System.nanoTime() - start) / 1e9);
				ModelFiles.write(Checkpoint.of(training.bundle(state.best()), state),
					checkpointFile(), true);
				sum = 0;
				count = 0;
			}
		};
	}

	private void print(final String format, final Object... values) {
		spec.commandLine().getOut().printf(format, values);
		spec.commandLine().getOut().flush();
	}
}
