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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ThresholdModel;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

/** Tests {@link SegmentFolderCommand} through SciJava's command service. */
class SegmentFolderCommandTest {

	@TempDir
	private Path folder;
	private Path in;
	private Path out;
	private Context context;

	@BeforeEach
	void open() {
		context = new Context(CommandService.class,
			org.scijava.app.StatusService.class);
		in = folder.resolve("in");
		out = folder.resolve("out");
		final ImagePlus image = IJ.createImage("i", "8-bit black", 37, 29, 1);
		image.getProcessor().setColor(77);
		image.getProcessor().fill(new Roi(3, 4, 11, 7));
		ImageFiles.saveTiff(image, in.resolve("a.tif"), OnExisting.REFUSE);
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	/** NB: Inputs that are left out would be those of the last run. */
	static Map<String, Object> inputs(final Path in, final Path out,
		final Path model)
	{
		final Map<String, Object> inputs = new HashMap<>(Map.of("input", in
			.toFile(), "output", out.toFile(), "model", "nuclei", "modelfile", model
				.toFile(), "augmentation", "none", "memory", 64));
		for (final String box : new String[] { "probabilities", "masks", "outlines",
			"overlay" })
			inputs.put(box, false);
		inputs.put("labels", true);
		inputs.put("table", true);
		return inputs;
	}

	/** Why it was canceled; empty when it was not. */
	private String run(final Object... changed) throws InterruptedException,
		ExecutionException
	{
		final Map<String, Object> inputs = inputs(in, out, ThresholdModel.write(1,
			folder.resolve("m.zip")));
		for (int i = 0; i < changed.length; i += 2)
			inputs.put((String) changed[i], changed[i + 1]);
		final Cancelable command = (Cancelable) context.service(ModuleService.class)
			.run(context.service(CommandService.class).getCommand(
				SegmentFolderCommand.class), true, inputs).get().getDelegateObject();
		return command.isCanceled() ? command.getCancelReason() : "";
	}

	@Test
	void writesTheOutputsChosen() throws Exception {
		assertEquals("", run("overlay", true));
		assertEquals(1, ImageFiles.open(out.resolve("a_labels.tif")).getProcessor()
			.get(13, 10));
		assertTrue(Files.exists(out.resolve("a_overlay.png")));
		assertTrue(Files.readString(out.resolve("measurements.csv")).contains(
			"\na.tif,1,77,77,8.5,7.5,3,4,11,7,"));
	}

	@Test
	void refusalsAreSentences() throws Exception {
		assertTrue(run("input", null).contains("No folder of images"));
		assertTrue(run("output", null).contains("No folder for the results"));
		assertTrue(run("resume", true, "overwrite", true).contains("Both resume"));
		assertTrue(run("labels", false, "table", false).contains(
			"No output was chosen"));
		assertTrue(run("pattern", "*.png").contains("*.png"));
		assertTrue(run("channel", "red").contains("auto, grey"));
		assertTrue(run("memory", 3).contains("64"));
		assertTrue(Files.notExists(out));
		Files.writeString(in.resolve("b.tif"), "no image");
		assertTrue(run().contains("1 image of 2 could not be segmented"));
	}
}
