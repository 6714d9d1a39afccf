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

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.Set;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.unetlens.ij.ChannelChoice;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.ResultWindows;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.SegmentedImage;

import ij.ImagePlus;

/** Plugins &gt; U-Net Lens &gt; Segment...: objects of the active image. */
@Plugin(type = Command.class, label = "Segment...",
	iconPath = "/org/unetlens/icons/segment.png",
	description = "Finds objects in the active image with a U-Net: label image, outlines, table.",
	initializer = "offerModels", menu = { @Menu(label = "Plugins"), @Menu(
		label = "U-Net Lens"), @Menu(label = "Segment...", weight = 1) })
public class SegmentCommand extends ModelCommand {

	@Parameter(label = "Image", persist = false, required = false,
		description = "What to segment: 8, 16, 32 bit or RGB, also stacks and hyperstacks (plane by plane). It is not changed.")
	private ImagePlus image;

	@Parameter(label = "Model", choices = { "nuclei", "membranes" },
		description = "A model that comes with the plugin; in macros also the path of a model file.")
	private String model = SegmentSettings.DEFAULT_MODEL;

	@Parameter(label = "Own model file (instead)", required = false,
		persist = false,
		description = "A model package (.zip) to use instead of the model chosen above.")
	private File modelfile;

	@Parameter(label = "Label image",
		description = "0 = background, i = object i.")
	private boolean labels = true;

	@Parameter(label = "Probabilities",
		description = "One 32-bit channel per class, 0 to 1.")
	private boolean probabilities;

	@Parameter(label = "Masks of the classes",
		description = "One 8-bit channel per class: 255 where it is the most probable.")
	private boolean masks;

	@Parameter(label = "Outlines to ROI Manager",
		description = "Replaces what is in the ROI Manager; without a display they become the overlay of the label image.")
	private boolean outlines;

	@Parameter(label = "Overlay on a copy of the image",
		description = "The outlines of the objects over the image; the image itself is not changed.")
	private boolean overlay;

	@Parameter(label = "Table of objects",
		description = "Area, position, shape and intensities in calibrated units.")
	private boolean table;

	@Parameter(label = "Channel (auto, grey, or e.g. 2)", persist = false,
		description = "In which channel objects are found: auto = all, as many as the model takes; grey = mean of the colours; or numbers from 1. Objects are measured in all channels then.")
	private String channel = ChannelChoice.AUTO.toString();

	@Parameter(label = "Average over", choices = { "none", "mirror",
		"mirror+rotate" },
		description = "Averages over mirrored (4) or mirrored and rotated (8) views: a little better, 4 or 8 times slower.")
	private String augmentation = SegmentSettings.AUGMENTATIONS.get(0);

	@Parameter(label = "Memory for the network (MB)", min = "64", max = "1048576",
		stepSize = "256",
		description = "What the network may take: more for a wider image, not for a higher one. No number gives another result.")
	private int memory = 1024;

	// NB: Shown in this order, the label image on top.
	@Parameter(type = ItemIO.OUTPUT, label = "Probabilities")
	private ImagePlus probabilityimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Masks")
	private ImagePlus maskimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Overlay")
	private ImagePlus overlayimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Labels")
	private ImagePlus labelimage;

	@Override
	protected void execute() {
		final SegmentationSettings settings = new SegmentSettings(model, modelfile,
			augmentation, memory, channel).with(outputs());
		final SegmentedImage result = ImageSegmenter.segment(image, settings,
			progress());
		final boolean overlaid = outlines && GraphicsEnvironment.isHeadless();
		if (labels || overlaid) labelimage = show(result.labels());
		if (probabilities) probabilityimage = show(result.probabilities());
		if (masks) maskimage = show(result.masks());
		if (overlay) overlayimage = show(result.overlaid());
		if (outlines) ResultWindows.showOutlines(result, image, labelimage);
		if (table) ResultWindows.showTable(result, image);
	}

	private Set<SegmentationOutput> outputs() {
		return new ChosenOutputs().with(SegmentationOutput.LABELS, labels).with(
			SegmentationOutput.PROBABILITIES, probabilities).with(
				SegmentationOutput.MASKS, masks).with(SegmentationOutput.OUTLINES,
					outlines).with(SegmentationOutput.OVERLAY, overlay).with(
						SegmentationOutput.TABLE, table).toSet();
	}
}
