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

import java.io.File;
import java.nio.file.Path;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.engine.Progress;
import org.unetlens.ij.train.AnnotationSource;
import org.unetlens.ij.train.ModelTrainer;
import org.unetlens.ij.train.TrainingFiles;

/**
 * Plugins &gt; U-Net Lens &gt; Resume Training...: goes on from a checkpoint as
 * if training had never been interrupted.
 */
@Plugin(type = Command.class, label = "Resume Training...",
	iconPath = "/org/unetlens/icons/train.png",
	description = "Goes on with an interrupted training.", menu = { @Menu(
		label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
			label = "Resume Training...", weight = 12) })
public class ResumeTrainingCommand extends LensCommand {

	@Parameter(label = "Checkpoint (.checkpoint.zip)", required = false,
		persist = false,
		description = "The file that an interrupted training left beside its model.")
	private File checkpoint;

	@Parameter(label = "Folder of images", required = false, persist = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "The same images as before; left empty, the folders that the checkpoint remembers.")
	private File images;

	@Parameter(label = "Folder of labels or ROIs", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "The same annotations as before.")
	private File labels;

	@Parameter(label = "Replace the model if it is there", persist = false,
		description = "Otherwise a model that is not of this training is left as it is.")
	private boolean overwrite;

	@Override
	protected void execute() {
		final Path file = TrainSettings.path(checkpoint, "checkpoint",
			"checkpoint");
		final TrainingFiles files = TrainingFiles.ofCheckpoint(file, overwrite);
		final Progress progress = progress();
		new ModelTrainer(source(files), files, TrainingViews.reported(files.model(),
			progress)).resume(progress);
		progress.update(1, 1, "The model was written to " + files.model());
	}

	private AnnotationSource source(final TrainingFiles files) {
		if (TrainSettings.isGiven(images)) return TrainSettings.source(null,
			CompareSettings.NONE, false, images, labels);
		return AnnotationSource.remembered(files.checkpoint().orElseThrow().model()
			.card().training());
	}
}
