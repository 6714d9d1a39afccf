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
import org.unetlens.ij.train.TrainingFiles;
import org.unetlens.ij.train.TwinTrainer;

/**
 * Plugins &gt; U-Net Lens &gt; Train Twin Without Skips...: the same network
 * without skip connections, trained in the same way, to compare with.
 */
@Plugin(type = Command.class, label = "Train Twin Without Skips...",
	iconPath = "/org/unetlens/icons/compare.png",
	description = "Trains a model again without some of its skip connections, to compare with.",
	initializer = "offerModels", menu = { @Menu(label = "Plugins"), @Menu(
		label = "U-Net Lens"), @Menu(label = "Train Twin Without Skips...",
			weight = 13) })
public class TrainTwinCommand extends ModelCommand {

	@Parameter(label = "Model", choices = { "nuclei", "membranes" },
		description = "The model whose twin is trained: with its own settings, seed and number of steps.")
	private String model = SegmentSettings.DEFAULT_MODEL;

	@Parameter(label = "Own model file (instead)", required = false,
		persist = false,
		description = "A model package (.zip) to use instead of the model chosen above.")
	private File modelfile;

	@Parameter(label = "Skip connections that stay",
		description = "none, or levels joined by +, level 0 being full resolution, e.g. 1+2+3.")
	private String skips = "none";

	@Parameter(label = "Folder of images", required = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "The images that the model was trained on.")
	private File images;

	@Parameter(label = "Folder of labels", required = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "Label images, masks or ROI files of the same names; left empty: they lie beside the images.")
	private File labels;

	@Parameter(label = "Twin file (.zip)", required = false,
		style = FileWidget.SAVE_STYLE, description = "The model file to write.")
	private File output;

	@Parameter(label = "Go on with an interrupted training", persist = false,
		description = "From the checkpoint beside the twin file.")
	private boolean resume;

	@Parameter(label = "Replace the file if it is there", persist = false,
		description = "Otherwise a file that is there is left as it is.")
	private boolean overwrite;

	@Override
	protected void execute() {
		final Progress status = progress();
		final Path twin = TrainSettings.path(output, "twin file", "output");
		final AnnotationSource source = AnnotationSource.of(FileInput.path(images,
			"folder of images", "images"), FileInput.optional(labels));
		new TwinTrainer(source, new TrainingFiles(twin, overwrite, resume),
			TrainingViews.now(twin)).train(SegmentSettings.modelName(model,
				modelfile), skips, status);
		status.update(1, 1, (status.isCanceled()
			? "Stopped; the best twin so far was written to "
			: "The twin was written to ") + output);
	}
}
