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
import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.engine.Progress;
import org.unetlens.ij.train.ModelTrainer;
import org.unetlens.ij.train.TrainingFiles;
import org.unetlens.model.ModelLibrary;
import org.unetlens.train.SettingsTree;

import ij.ImagePlus;
import ij.WindowManager;

/** Plugins &gt; U-Net Lens &gt; Train...: a model from annotated images. */
@Plugin(type = Command.class, label = "Train...",
	iconPath = "/org/unetlens/icons/train.png",
	description = "Trains a model on annotated images.",
	initializer = "offerChoices", menu = { @Menu(label = "Plugins"), @Menu(
		label = "U-Net Lens"), @Menu(label = "Train...", weight = 11) })
public class TrainCommand extends ModelCommand {

	/** Instead of a choice: as the file of settings says, or as fits best. */
	private static final String DEFAULT = "default";
	private static final String NEW = "none";

	@Parameter(label = "Image", persist = false, required = false,
		description = "An open image with outlines in its overlay or in the ROI Manager, or with a label image. It is not changed.")
	private ImagePlus image;

	@Parameter(label = "Label image", choices = { CompareSettings.NONE },
		persist = false,
		description = "An open label image or mask of the same size. With None, the outlines of the image are taken.")
	private String annotation = CompareSettings.NONE;

	@Parameter(label = "All open images with an overlay", persist = false,
		description = "Takes every open image that has outlines in its overlay.")
	private boolean allopen;

	@Parameter(label = "Folder of images (instead)", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "A folder of images, whose label images or ROI files lie in the folder below, or beside them.")
	private File images;

	@Parameter(label = "Folder of labels or ROIs", required = false,
		persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Label images, masks or ROI files (.zip, .roi) of the same names.")
	private File labels;

	@Parameter(label = "Model file (.zip)", required = false,
		style = FileWidget.SAVE_STYLE, persist = false,
		description = "The model file to write.")
	private File output;

	@Parameter(label = "Start from", choices = { NEW, "nuclei", "membranes" },
		description = "none: a new network; or a model that knows similar images already. In macros also the path of a model file.")
	private String base = NEW;

	@Parameter(label = "Minutes (0 = as in the settings)", min = "0",
		max = "100000", stepSize = "5",
		description = "About how long to train, validation included.")
	private double minutes = 10;

	@Parameter(label = "Only some objects are outlined",
		description = "What no outline encloses is unknown instead of background.")
	private boolean sparse;

	@Parameter(label = "Variation of the images", choices = { DEFAULT, "none",
		"light", "normal", "strong" },
		description = "How widely patches are turned, scaled, brightened ... while training. Strong for few images.")
	private String augmentation = DEFAULT;

	@Parameter(label = "File of settings", required = false, persist = false,
		description = "All settings in JSON, e.g. those of an earlier training. What is chosen here goes before them.")
	private File settings;

	@Parameter(label = "Labels are", choices = { DEFAULT, "objects", "membranes",
		"classes" }, description = "default: found from the labels.")
	private String target = DEFAULT;

	@Parameter(label = "Loss", choices = { DEFAULT, "cross_entropy", "dice",
		"sum" }, description = "What training makes as small as possible.")
	private String loss = DEFAULT;

	@Parameter(label = "Weight between objects", choices = { DEFAULT, "none",
		"paper_2015", "plugin_2019" },
		description = "How much more pixels between close objects count.")
	private String borderweight = DEFAULT;

	@Parameter(label = "Depth of the network (0 = default)", min = "0", max = "6",
		description = "Poolings; each one doubles what the network sees.")
	private int depth;

	@Parameter(label = "Width of the network (0 = default)", min = "0",
		max = "512", description = "Feature channels at full resolution.")
	private int width;

	@Parameter(label = "Patch (px, 0 = default)", min = "0", max = "4096",
		description = "Side of the squares that are trained on.")
	private int patch;

	@Parameter(label = "Patches per step (0 = default)", min = "0", max = "1024",
		description = "More need more memory and time per step.")
	private int batch;

	@Parameter(label = "Share of validation images (0 = default)", min = "0",
		max = "0.9", stepSize = "0.05",
		description = "Images that are not trained on but used to choose the best model and thresholds.")
	private double validation;

	@Parameter(label = "Seed (0 = default)", min = "0",
		description = "The same seed gives the same model from the same number of steps.")
	private int seed;

	@Parameter(label = "Report beside the model",
		description = "Writes NAME_report.html: curves, validation images with right and wrong objects, scores, what to annotate next.")
	private boolean report = true;

	@Parameter(label = "Replace the file if it is there", persist = false,
		description = "Otherwise a file that is there is left as it is.")
	private boolean overwrite;

	@Override
	protected void execute() {
		final Path model = TrainSettings.path(output, "model file", "output");
		final Progress progress = progress();
		new ModelTrainer(TrainSettings.source(image, annotation, allopen, images,
			labels), new TrainingFiles(model, overwrite, false), report
				? TrainingViews.reported(model, progress) : TrainingViews.now(model))
			.train(tree(), ModelTrainer.card(model), progress);
		progress.update(1, 1, "The model was written to " + model);
	}

	private SettingsTree tree() {
		final SettingsTree tree = new SettingsTree(TrainSettings.isGiven(settings)
			? settings.toPath() : null);
		if (minutes > 0) tree.setLength("minutes", "minutes", minutes);
		tree.set("base_model", "base", chosen(base, NEW));
		if (chosen(target, DEFAULT) != null) tree.setTarget("target", target);
		tree.set("targets/border_weight", "borderweight", chosen(borderweight,
			DEFAULT));
		if (sparse) tree.set("annotation/unoutlined", "sparse", "unknown");
		tree.set("augmentation", "augmentation", chosen(augmentation, DEFAULT));
		tree.set("training/loss", "loss", chosen(loss, DEFAULT));
		tree.set("network/depth", "depth", chosen(depth));
		tree.set("network/base_width", "width", chosen(width));
		tree.set("training/patch", "patch", chosen(patch));
		tree.set("training/batch", "batch", chosen(batch));
		tree.set("data/validation", "validation", chosen(validation));
		tree.set("seed", "seed", chosen(seed));
		return tree;
	}

	private static String chosen(final String choice, final String standard) {
		return choice.equals(standard) ? null : choice;
	}

	private static Number chosen(final Number value) {
		return value.doubleValue() == 0 ? null : value;
	}

	/** Called before the inputs are asked for. */
	protected void offerChoices() {
		final List<String> models = new ArrayList<>(List.of(NEW));
		models.addAll(ModelLibrary.here().names());
		getInfo().getMutableInput("base", String.class).setChoices(models);
		final List<String> titles = new ArrayList<>(List.of(CompareSettings.NONE));
		titles.addAll(List.of(WindowManager.getImageTitles()));
		getInfo().getMutableInput("annotation", String.class).setChoices(titles);
	}
}
