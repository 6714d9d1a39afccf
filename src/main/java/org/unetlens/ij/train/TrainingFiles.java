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

package org.unetlens.ij.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFileException;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ModelCover;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.TestPair;
import org.unetlens.train.Checkpoint;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingCourse;
import org.unetlens.train.TrainingException;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.TrainingState;

/**
 * The model file that a training makes, and the checkpoint beside it while it
 * runs: for NAME.zip {@code NAME.checkpoint.zip}. Immutable.
 *
 * @param model the file to write
 * @param overwrite whether a model that is there is replaced
 * @param resume whether to go on from the checkpoint
 */
public record TrainingFiles(Path model, boolean overwrite, boolean resume) {

	private static final String CHECKPOINT = ".checkpoint.zip";

	/**
	 * The files of a checkpoint, from which training goes on.
	 *
	 * @param checkpoint {@code NAME.checkpoint.zip}
	 * @throws IllegalArgumentException for a file of another name
	 */
	public static TrainingFiles ofCheckpoint(final Path checkpoint,
		final boolean overwrite)
	{
		final String name = checkpoint.getFileName().toString();
		if (!name.endsWith(CHECKPOINT)) throw new IllegalArgumentException(
			"The file " + checkpoint +
				" is no checkpoint; choose one whose name ends with " + CHECKPOINT);
		return new TrainingFiles(checkpoint.resolveSibling(name.substring(0, name
			.length() - CHECKPOINT.length()) + ".zip"), overwrite, true);
	}

	/** Throws, with a sentence, when the model could not be stored in the end. */
	public void requireFree() {
		if (Files.exists(model) && !mayReplace())
			throw new IllegalArgumentException("The model " + model +
				" is there already. Choose another file, or allow overwriting (--overwrite, in a macro overwrite=true)");
		if (Files.exists(checkpointFile()) && !resume && !overwrite)
			throw new IllegalArgumentException(
				"There is a checkpoint of an interrupted training, " +
					checkpointFile() +
					". Go on with it (Resume Training..., of a twin in a macro resume=true, on the command line --resume), or allow overwriting (overwrite=true, --overwrite) to begin anew");
		final Path folder = model.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(
			"The folder " + folder +
				" does not exist; create it first, so that the model can be stored");
	}

	/** NB: A model that was stopped early is replaced by what goes on from it. */
	private boolean mayReplace() {
		return overwrite || resume && checkpoint().flatMap(c -> TrainingSettings.of(
			c.model())).equals(settings());
	}

	private Optional<TrainingSettings> settings() {
		try {
			return TrainingSettings.of(ModelFiles.read(model));
		}
		catch (final ModelException e) {
			return Optional.empty();
		}
	}

	/** The checkpoint to go on from; empty when training begins anew. */
	public Optional<ModelPackage> checkpoint() {
		if (!resume) return Optional.empty();
		if (!Files.exists(checkpointFile())) throw new IllegalArgumentException(
			"There is no checkpoint " + checkpointFile() +
				" to go on from; do not ask to resume, and training begins anew");
		return Optional.of(ModelFiles.readPackage(checkpointFile()));
	}

	/**
	 * Trains on the calling thread, and stores checkpoints meanwhile. When it
	 * fails, the best model until then is stored, and the patch at which it
	 * failed.
	 *
	 * @param source where the images come from, as the checkpoint remembers it
	 * @see TrainingSession#run
	 */
	public ModelBundle train(final TrainingSession session,
		final Map<String, String> source, final Progress progress)
	{
		final ModelTraining training = session.training();
		try {
			final TrainingCourse earlier = checkpoint().flatMap(c -> TrainingCourse
				.of(c.model())).orElse(TrainingCourse.NONE);
			return session.run(start(training), earlier, state -> ModelFiles.write(
				Checkpoint.of(remembering(source, session, training.bundle(state
					.best())), state), checkpointFile(), true), progress);
		}
		catch (final TrainingException e) {
			throw new IllegalStateException(e.getMessage() + "." + kept(e), e);
		}
	}

	/** With the source of the images, and the course until now. */
	private static ModelBundle remembering(final Map<String, String> source,
		final TrainingSession session, final ModelBundle model)
	{
		final Map<String, String> all = new LinkedHashMap<>(model.card()
			.training());
		all.putAll(source);
		return model.withCard(session.course().in(model.card().withTraining(all)));
	}

	/** The card that a training began with. */
	ModelCard card(final ModelBundle checkpoint) {
		final Map<String, String> training = new LinkedHashMap<>(checkpoint.card()
			.training());
		AnnotationSource.FORGOTTEN.forEach(training::remove);
		return checkpoint.card().withTraining(training);
	}

	private String kept(final TrainingException e) {
		final String best = e.best().map(m -> {
			write(m, false);
			return " The best model until then was written to " + model + ".";
		}).orElse("");
		return best + e.patch().map(p -> {
			final Path file = model.resolveSibling(SegmentationFiles.name(model) +
				".failed-patch.tif");
			ImageFiles.saveTiff(PatchPicture.of(p), file, OnExisting.REPLACE);
			return " The patch is in " + file + ".";
		}).orElse("");
	}

	private TrainingState start(final ModelTraining training) {
		final Optional<ModelPackage> checkpoint = checkpoint();
		if (checkpoint.isEmpty()) return training.start();
		final Optional<TrainingSettings> stored = TrainingSettings.of(checkpoint
			.get().model());
		if (stored.isPresent() && !stored.get().equals(training.settings()))
			throw new IllegalArgumentException("The checkpoint " + checkpointFile() +
				" is of a training with other settings. Choose its own model file, or allow overwriting and do not ask to resume");
		requireSameImages(checkpoint.get().model(), training);
		return Checkpoint.read(checkpoint.get());
	}

	private void requireSameImages(final ModelBundle stored,
		final ModelTraining training)
	{
		final Map<String, String> now = training.bundle(stored.weights()).card()
			.training();
		for (final String key : List.of(ModelTraining.TRAINING_IMAGES,
			ModelTraining.VALIDATION_IMAGES))
			if (!now.get(key).equals(stored.card().training().getOrDefault(key, now
				.get(key)))) throw new IllegalArgumentException("The checkpoint " +
					checkpointFile() + " is of a training on " + stored.card().training()
						.get(key) + " " + key + ", but now there are " + now.get(key) +
					". Give the same images and labels as before");
	}

	/**
	 * Stores the model with a cover.
	 *
	 * @param finished whether the checkpoint goes; when training was stopped
	 *          early, one can go on from it
	 */
	public void write(final ModelBundle trained, final boolean finished) {
		ModelFiles.write(ModelPackage.of(trained, TestPair.of(trained)).withCover(
			ModelCover.png(trained)), model, overwrite || resume);
		try {
			if (finished) Files.deleteIfExists(checkpointFile());
		}
		catch (final IOException e) {
			throw new ImageFileException("The model was written to " + model +
				", but its checkpoint " + checkpointFile() + " could not be deleted (" +
				e + "); delete it yourself", e);
		}
	}

	private Path checkpointFile() {
		return model.resolveSibling(SegmentationFiles.name(model) + CHECKPOINT);
	}
}
