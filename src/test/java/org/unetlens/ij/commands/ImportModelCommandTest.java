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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelExports;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelFolders;
import org.unetlens.model.ModelLibrary;
import org.unetlens.model.foreign.ForeignModels;
import org.unetlens.model.foreign.ImportOptions;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

import ij.IJ;
import ij.ImagePlus;

/** Import Model... as Fiji runs it. */
class ImportModelCommandTest {

	@TempDir
	private Path folder;
	private Context context;

	@BeforeEach
	void open() {
		System.setProperty(ModelFolders.PROPERTY, folder.resolve("library")
			.toString());
		context = new Context(CommandService.class,
			org.scijava.app.StatusService.class);
	}

	@AfterEach
	void close() {
		System.clearProperty(ModelFolders.PROPERTY);
		context.dispose();
	}

	private String run(final Object... inputs) throws Exception {
		final List<Object> all = new ArrayList<>(List.of(inputs));
		// NB: Inputs that are left out would be asked for.
		for (final Object[] standard : new Object[][] { { "name", "" }, {
			"normalization", "as the file says" }, { "pixelsize", 0.0 }, { "unit",
				"micron" }, { "low", 1.0 }, { "high", 99.8 }, { "output",
					"as the file says" }, { "channel", 1 }, { "preview", false } })
			if (!all.contains(standard[0])) all.addAll(List.of(standard));
		final Cancelable command = (Cancelable) context.service(
			CommandService.class).run(ImportModelCommand.class, true, all.toArray())
			.get().getCommand();
		return command.isCanceled() ? command.getCancelReason() : "";
	}

	@Test
	void aModelOfAnotherProgramBecomesOneOfOurs() throws Exception {
		final Path file = dl4j();
		assertEquals("", run("file", file.toFile(), "name", "theirs",
			"normalization", "fixed", "low", 0.0, "high", 255.0, "pixelsize", 0.65));
		final ModelBundle model = ModelLibrary.here().get("theirs").read().model();
		assertEquals(Normalization.fixed(0, 255), model.normalization());
		assertEquals(new PixelSize(0.65, 0.65, "micron"), model.pixelSize());
		assertEquals("", run("file", file.toFile()));
		assertEquals(Normalization.percentile(1, 99.8), ModelLibrary.here().get(
			"net").read().model().normalization());
	}

	@Test
	void aPreviewImportsNothing() throws Exception {
		final Path file = dl4j();
		assertTrue(run("file", file.toFile(), "preview", true).contains(
			"No image is open to preview on"));
		final ImagePlus image = IJ.createImage("ramp", "8-bit ramp", 43, 21, 1);
		final ImagePlus shown = (ImagePlus) context.service(CommandService.class)
			.run(ImportModelCommand.class, true, "file", file.toFile(), "name", "",
				"normalization", "fixed", "low", 0.0, "high", 255.0, "output",
				"as the file says", "channel", 1, "pixelsize", 0.0, "unit", "micron",
				"image", image, "preview", true).get().getOutput("previewimage");
		try (ImageSegmenter segmenter = ImageSegmenter.of(ForeignModels.load(file,
			ImportOptions.defaults().withNormalization(Normalization.fixed(0, 255)))
			.model(), SegmenterOptions.defaults()))
		{
			assertArrayEquals((float[]) segmenter.segment(image, Progress.NONE)
				.probabilities().getProcessor().getPixels(), (float[]) shown
					.getProcessor().getPixels(), 1e-6f);
		}
		assertTrue(ModelLibrary.here().find("net").isEmpty());
	}

	private Path dl4j() {
		final Path file = folder.resolve("net.zip");
		ModelExports.dl4j(ModelFiles.read(ThresholdModel.write(1, folder.resolve(
			"own.zip"))), file, false);
		return file;
	}

	@Test
	void badInputGetsASentence() throws Exception {
		assertTrue(run().contains("No model file was given"));
		assertTrue(run("file", folder.resolve("absent.h5").toFile()).contains(
			"no readable model file"));
		assertTrue(run("file", dl4j().toFile(), "name", "a/b").contains(
			"cannot be the name"));
		assertTrue(run("file", dl4jAgain(), "normalization", "percentile", "low",
			70.0, "high", 20.0).contains("percentiles are 70.0 and 20.0"));
	}

	private java.io.File dl4jAgain() {
		return folder.resolve("net.zip").toFile();
	}
}
