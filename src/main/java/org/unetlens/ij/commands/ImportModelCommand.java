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
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.unetlens.engine.Engine;
import org.unetlens.graph.OutputKind;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.ResultWindows;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.LibraryModel;
import org.unetlens.model.ModelDescription;
import org.unetlens.model.ModelLibrary;
import org.unetlens.model.foreign.ForeignModels;
import org.unetlens.model.foreign.ImportOptions;
import org.unetlens.model.foreign.ModelImport;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

import ij.ImagePlus;

/**
 * Plugins &gt; U-Net Lens &gt; Import Model...: a model of another program
 * becomes one of the user's.
 */
@Plugin(type = Command.class, label = "Import Model...",
	iconPath = "/org/unetlens/icons/models.png",
	description = "Adds a model to yours: one of U-Net Lens, or a U-Net from a bioimage.io package, an ONNX, Keras or DL4J file.",
	menu = { @Menu(label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
		label = "Import Model...", weight = 42) })
public class ImportModelCommand extends LensCommand {

	private static final String FILE = "as the file says";

	@Parameter(label = "Model file", required = false, persist = false,
		description = "bioimage.io package (.zip), ONNX (.onnx), Keras (.h5, .hdf5) or DL4J (.zip).")
	private File file;

	@Parameter(label = "Name", required = false, persist = false,
		description = "Under which it will be in the lists of models; empty for the name of the file.")
	private String name = "";

	@Parameter(label = "Intensities", choices = { FILE, "percentile", "mean_sd",
		"min_max", "none", "fixed" },
		description = "How they are brought to scale before the network sees them, as in its training. Files that do not say it get percentiles 1 and 99.8. fixed: the two intensities below become 0 and 1.")
	private String normalization = FILE;

	@Parameter(label = "Low", persist = false,
		description = "Percentile, or with fixed the intensity, that becomes 0.")
	private double low = ImportOptions.NORMALIZATION.low();

	@Parameter(label = "High", persist = false,
		description = "Percentile, or with fixed the intensity, that becomes 1.")
	private double high = ImportOptions.NORMALIZATION.high();

	@Parameter(label = "Pixel size", min = "0", persist = false,
		description = "Side of a pixel of the images that it was trained on; 0 for what the file says, or when it is not known.")
	private double pixelsize;

	@Parameter(label = "Unit of the pixel size", persist = false,
		description = "As ImageJ writes it, e.g. micron or nm.")
	private String unit = "micron";

	@Parameter(label = "Output is", choices = { FILE, "sigmoid", "softmax" },
		description = "What makes probabilities of its values, for networks that end without it.")
	private String output = FILE;

	@Parameter(label = "Foreground channel", min = "1", persist = false,
		description = "Of the output, where each channel is a probability by itself; the first one is 1.")
	private int channel = 1;

	@Parameter(label = "Image", persist = false, required = false,
		description = "To preview on; one like those that the model was trained on.")
	private ImagePlus image;

	@Parameter(label = "Only preview on that image", persist = false,
		description = "Shows the probabilities that these settings give, and imports nothing.")
	private boolean preview;

	@Parameter(label = "Preview", type = ItemIO.OUTPUT)
	private ImagePlus previewimage;

	@Override
	protected void execute() {
		if (file == null || file.getPath().isBlank())
			throw new IllegalArgumentException(
				"No model file was given; choose one (in a macro file=[path])");
		if (preview) {
			previewimage = shown(probabilities());
			return;
		}
		final LibraryModel model = ModelImport.into(ModelLibrary.here(), file
			.toPath(), options());
		ResultWindows.showText(model.name() + " was imported", ModelDescription.of(
			model.read().model()).text() + "Where\n  " + model.origin() + "\n");
	}

	private ImagePlus probabilities() {
		if (image == null) throw new IllegalArgumentException(
			"No image is open to preview on. Open one like those that the model was trained on, or leave out the preview");
		Engine.start(progress());
		try (ImageSegmenter segmenter = ImageSegmenter.of(ForeignModels.load(file
			.toPath(), options()).model(), SegmenterOptions.defaults()))
		{
			return segmenter.segment(image, progress()).probabilities();
		}
	}

	private ImportOptions options() {
		final ImportOptions named = ImportOptions.defaults().withName(name.strip())
			.withChannel(channel - 1);
		final ImportOptions options = pixelsize == 0 ? named : named.withPixelSize(
			new PixelSize(pixelsize, pixelsize, unit.strip()));
		final ImportOptions scaled = normalization.equals(FILE) ? options : options
			.withNormalization(normalization());
		return output.equals(FILE) ? scaled : scaled.withOutput(OutputKind.valueOf(
			output.toUpperCase(Locale.ROOT)));
	}

	private Normalization normalization() {
		final Normalization.Kind kind = Normalization.Kind.valueOf(normalization
			.toUpperCase(Locale.ROOT));
		return kind == Normalization.Kind.PERCENTILE ||
			kind == Normalization.Kind.FIXED ? new Normalization(kind, low, high)
				: Normalization.of(kind);
	}
}
