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

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.review.ModelDoctor;
import org.unetlens.train.doctor.Checkup;

import ij.IJ;

/**
 * Plugins &gt; U-Net Lens &gt; Training Doctor...: why a picture is bad
 * although the training went well.
 */
@Plugin(type = Command.class, label = "Training Doctor...",
	iconPath = "/org/unetlens/icons/train.png",
	description = "Why a picture is bad although the training went well.",
	initializer = "offerModels", menu = { @Menu(label = "Plugins"), @Menu(
		label = "U-Net Lens"), @Menu(label = "Training Doctor...", weight = 16) })
public class TrainingDoctorCommand extends ModelCommand {

	@Parameter(label = "Model", choices = { "nuclei", "membranes" },
		description = "A model that comes with the plugin; in macros also the path of a model file.")
	private String model = SegmentSettings.DEFAULT_MODEL;

	@Parameter(label = "Own model file (instead)", required = false,
		persist = false,
		description = "A model package (.zip) to use instead of the model chosen above.")
	private File modelfile;

	@Parameter(label = "Folder of images", required = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "Images on which the model works badly.")
	private File images;

	@Parameter(label = "Folder of labels", required = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "Label images of the same names: what it should find.")
	private File labels;

	@Parameter(label = "Images at most", min = "1",
		description = "So many of them are looked at; each takes some seconds.")
	private int most = 3;

	@Parameter(label = "Folder for the report", required = false, persist = false,
		style = FileWidget.DIRECTORY_STYLE,
		description = "Where doctor.html and doctor.csv go; made if missing.")
	private File output;

	@Parameter(label = "Replace files that are there", persist = false,
		description = "Otherwise a report that is there is left as it is.")
	private boolean overwrite;

	@Override
	protected void execute() {
		final ModelDoctor doctor = new ModelDoctor(FileInput.path(images,
			"folder of images", "images"), FileInput.path(labels, "folder of labels",
				"labels"), most, FileInput.path(output, "folder for the report",
					"output"));
		final Checkup checkup = doctor.examine(SegmentSettings.modelName(model,
			modelfile), overwrite ? OnExisting.REPLACE : OnExisting.REFUSE,
			progress());
		IJ.log(checkup.verdict());
		checkup.diagnoses().forEach(d -> IJ.log(d.cause().title() + ": " + d
			.sentence()));
		IJ.log("Report: " + doctor.page());
	}
}
