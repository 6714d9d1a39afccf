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

package org.unetlens.ij;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.TestPair;
import org.unetlens.train.Checkpoint;
import org.unetlens.train.ModelTraining;
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

	/** Throws, with a sentence, when the model could not be stored in the end. */
	public void requireFree() {
		if (Files.exists(model) && !overwrite) throw new IllegalArgumentException(
			"The model " + model +
				" is there already. Choose another file, or allow overwriting (--overwrite, in a macro overwrite=true)");
		if (Files.exists(checkpointFile()) && !resume && !overwrite)
			throw new IllegalArgumentException(
				"There is a checkpoint of an interrupted training, " +
					checkpointFile() +
					". Go on with it (--resume, in a macro resume=true), or allow overwriting (--overwrite, overwrite=true) to begin anew");
		final Path folder = model.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(
			"The folder " + folder +
				" does not exist; create it first, so that the model can be stored");
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
	 * Trains on the calling thread, and stores checkpoints meanwhile.
	 *
	 * @see TrainingSession#run
	 */
	public ModelBundle train(final TrainingSession session,
		final Progress progress)
	{
		final ModelTraining training = session.training();
		return session.run(start(training.settings()), state -> ModelFiles.write(
			Checkpoint.of(training.bundle(state.best()), state), checkpointFile(),
			true), progress);
	}

	private TrainingState start(final TrainingSettings settings) {
		final Optional<ModelPackage> checkpoint = checkpoint();
		if (checkpoint.isEmpty()) return settings.start();
		final Optional<TrainingSettings> stored = TrainingSettings.of(checkpoint
			.get().model());
		if (stored.isPresent() && !stored.get().equals(settings))
			throw new IllegalArgumentException("The checkpoint " + checkpointFile() +
				" is of a training with other settings. Choose its own model file, or allow overwriting and do not ask to resume");
		return Checkpoint.read(checkpoint.get());
	}

	/**
	 * Stores the model with a cover.
	 *
	 * @param finished whether the checkpoint goes; when training was stopped
	 *          early, one can go on from it
	 */
	public void write(final ModelBundle trained, final boolean finished) {
		ModelFiles.write(ModelPackage.of(trained, TestPair.of(trained)).withCover(
			ModelCover.png(trained)), model, overwrite);
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
		return model.resolveSibling(SegmentationFiles.name(model) +
			".checkpoint.zip");
	}
}
