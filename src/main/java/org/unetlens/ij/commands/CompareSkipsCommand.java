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
import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.ij.compare.ImagePlanes;
import org.unetlens.ij.compare.Region;
import org.unetlens.ij.compare.SkipComparisons;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * Plugins &gt; U-Net Lens &gt; Compare Skip Connections...: what each skip
 * connection gives on the active image.
 */
@Plugin(type = Command.class, label = "Compare Skip Connections...",
	iconPath = "/org/unetlens/icons/compare.png",
	description = "Shows what each skip connection of a U-Net gives on the active image.",
	initializer = "offerTitles", menu = { @Menu(label = "Plugins"), @Menu(
		label = "U-Net Lens"), @Menu(label = "Compare Skip Connections...",
			weight = 22) })
public class CompareSkipsCommand extends ModelCommand {

	@Parameter(label = "Image", persist = false, required = false,
		description = "What to compare on: 8, 16, 32 bit or RGB. With a selection, only what surrounds it. It is not changed.")
	private ImagePlus image;

	@Parameter(label = "Model", choices = { "nuclei", "membranes" },
		description = "A model that comes with the plugin; in macros also the path of a model file.")
	private String model = SegmentSettings.DEFAULT_MODEL;

	@Parameter(label = "Own model file (instead)", required = false,
		persist = false,
		description = "A model package (.zip) to use instead of the model chosen above.")
	private File modelfile;

	@Parameter(label = "Own twin file", required = false, persist = false,
		description = "A twin of the model, as Train Twin Without Skips... makes it. The twins of the bundled nuclei model are added by themselves.")
	private File twin;

	@Parameter(label = "True objects", choices = { CompareSettings.NONE },
		persist = false,
		description = "An open label image (0 = background, i = object i) or mask. With None, outputs are compared with the full model's own.")
	private String truth = CompareSettings.NONE;

	@Parameter(label = "Slices", choices = { "current", "all" },
		description = "The slice in view, or all of them, summed up.")
	private String slices = CompareSettings.SLICES.get(0);

	@Parameter(label = "A silenced skip gives", choices = { "mean", "zero" },
		description = "The mean of each channel over the image, or zero, which also shifts the statistics that the net is used to.")
	private String fill = "mean";

	@Parameter(label = "Class of objects",
		description = "all, or for models with several classes of objects the name of one.")
	private String classname = "all";

	@Parameter(label = "Folder for the report (instead of a window)",
		required = false, persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "Writes report.html, tables and pictures there. Left empty, the window of the comparison opens.")
	private File output;

	@Parameter(label = "Replace files that are there", persist = false,
		description = "Otherwise a report that is there is left as it is.")
	private boolean overwrite;

	@Parameter(label = "Memory for the network (MB)", min = "64", max = "1048576",
		stepSize = "256",
		description = "How large an image may be; it is computed in one piece.")
	private int memory = 1024;

	@Override
	protected void execute() {
		final CompareSettings settings = new CompareSettings(fill, slices, memory);
		final boolean window = output == null || output.getPath().isBlank();
		if (window && GraphicsEnvironment.isHeadless())
			throw new IllegalArgumentException(
				"Without a display no window can be opened. Give a folder for the report (output=[path])");
		final ImagePlanes planes = new ImagePlanes(image, CompareSettings.truth(
			truth), Region.selected(image));
		final SkipComparisons comparisons = new SkipComparisons(settings.request(
			SegmentSettings.modelName(model, modelfile), twin, classname), planes,
			settings.allSlices(), progress());
		if (window) comparisons.show();
		else comparisons.write(output.toPath(), overwrite);
	}

	/** Called before the inputs are asked for. */
	protected void offerTitles() {
		offerModels();
		final List<String> titles = new ArrayList<>(List.of(CompareSettings.NONE));
		titles.addAll(List.of(WindowManager.getImageTitles()));
		getInfo().getMutableInput("truth", String.class).setChoices(titles);
	}
}
