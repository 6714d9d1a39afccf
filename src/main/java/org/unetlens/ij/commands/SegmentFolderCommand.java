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
import java.util.Set;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.ij.ChannelChoice;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.folder.EarlierResults;
import org.unetlens.ij.folder.FolderListener;
import org.unetlens.ij.folder.FolderReport;
import org.unetlens.ij.folder.FolderSegmentation;
import org.unetlens.ij.folder.FolderSettings;

import ij.IJ;

/** Plugins &gt; U-Net Lens &gt; Segment Folder...: objects of many images. */
@Plugin(type = Command.class, label = "Segment Folder...",
	iconPath = "/org/unetlens/icons/segment.png",
	description = "Finds objects in all images of a folder: label images, outlines, one table for all.",
	initializer = "offerModels", menu = { @Menu(label = "Plugins"), @Menu(
		label = "U-Net Lens"), @Menu(label = "Segment Folder...", weight = 2) })
public class SegmentFolderCommand extends ModelCommand {

	@Parameter(label = "Folder of images", required = false, persist = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "Or one image file. Images are not changed.")
	private File input;

	@Parameter(label = "Folder for results", required = false, persist = false,
		style = FileWidget.DIRECTORY_STYLE, description = "Made if missing.")
	private File output;

	@Parameter(label = "Only files like", required = false, persist = false,
		description = "E.g. *.tif, *_dapi.*, *.{tif,png}; * for all images.")
	private String pattern = "*";

	@Parameter(label = "Folders in the folder too", persist = false,
		description = "Results keep the structure of the folders.")
	private boolean recursive;

	@Parameter(label = "Model", choices = { "nuclei", "membranes" },
		description = "A model that comes with the plugin; in macros also the path of a model file.")
	private String model = SegmentSettings.DEFAULT_MODEL;

	@Parameter(label = "Own model file (instead)", required = false,
		persist = false,
		description = "A model package (.zip) to use instead of the model chosen above.")
	private File modelfile;

	@Parameter(label = "Label images",
		description = "NAME_labels.tif for each image: 0 = background, i = object i.")
	private boolean labels = true;

	@Parameter(label = "Probabilities",
		description = "NAME_probability.tif: one 32-bit channel per class, 0 to 1.")
	private boolean probabilities;

	@Parameter(label = "Masks of the classes",
		description = "NAME_masks.tif: one 8-bit channel per class, 255 where it is the most probable.")
	private boolean masks;

	@Parameter(label = "Outlines for the ROI Manager",
		description = "NAME_rois.zip: one ROI per object, named by its label.")
	private boolean outlines;

	@Parameter(label = "Pictures with outlines",
		description = "NAME_overlay.png, to look through; of a stack the first plane.")
	private boolean overlay;

	@Parameter(label = "Table of all objects",
		description = "measurements.csv: area, position, shape and intensities in calibrated units.")
	private boolean table = true;

	@Parameter(label = "Channel (auto, grey, or e.g. 2)", persist = false,
		description = "In which channel objects are found: auto = all, as many as the model takes; grey = mean of the colours; or numbers from 1. Objects are measured in all channels then.")
	private String channel = ChannelChoice.AUTO.toString();

	@Parameter(label = "Average over", choices = { "none", "mirror",
		"mirror+rotate" },
		description = "Averages over mirrored (4) or mirrored and rotated (8) views: a little better, 4 or 8 times slower.")
	private String augmentation = SegmentSettings.AUGMENTATIONS.get(0);

	@Parameter(label = "Memory for the network (MB)", min = "64", max = "1048576",
		stepSize = "256",
		description = "What the network may take, shared by the images that are segmented at the same time. No number gives another result.")
	private int memory = 1024;

	@Parameter(label = "Go on with an earlier run", persist = false,
		description = "Images that it finished with the same settings are left out.")
	private boolean resume;

	@Parameter(label = "Replace files that are there", persist = false,
		description = "Otherwise files that are there are left as they are.")
	private boolean overwrite;

	@Override
	protected void execute() {
		final SegmentationSettings segmentation = new SegmentSettings(model,
			modelfile, augmentation, memory, channel).with(outputs());
		final FolderReport report = new FolderSegmentation(new FolderSettings(path(
			input), path(output), pattern, recursive, EarlierResults.of(resume,
				overwrite), segmentation)).run(progress(), FolderListener.NONE);
		IJ.log("Segment Folder...: " + report.summary() + " -> " + output);
		report.requireAllDone();
	}

	private static Path path(final File file) {
		return file == null || file.getPath().isBlank() ? null : file.toPath();
	}

	private Set<SegmentationOutput> outputs() {
		return new ChosenOutputs().with(SegmentationOutput.LABELS, labels).with(
			SegmentationOutput.PROBABILITIES, probabilities).with(
				SegmentationOutput.MASKS, masks).with(SegmentationOutput.OUTLINES,
					outlines).with(SegmentationOutput.OVERLAY, overlay).with(
						SegmentationOutput.TABLE, table).toSet();
	}
}
