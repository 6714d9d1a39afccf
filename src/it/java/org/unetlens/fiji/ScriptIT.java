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


package org.unetlens.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;

import net.imagej.ImageJ;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.module.Module;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.ij.commands.SegmentCommand;

import ij.ImagePlus;

/** The example scripts, and a command called by a program. */
class ScriptIT {

	@TempDir
	private Path folder;

	private final ImageJ imageJ = RealImageJ.get();

	private static void assertSegmented(final ImagePlus labels) {
		assertEquals("boxes-labels", labels.getTitle());
		assertEquals(2, labels.getStatistics().max);
		assertEquals(0, labels.getProcessor().get(0, 0));
		assertTrue(labels.getProcessor().get(34, 26) > 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "macros/Segment.groovy", "macros/Segment.py" })
	void scriptsSegment(final String script) throws Exception {
		final String model = ThresholdModel.write(1, folder.resolve("m.zip"))
			.toString();
		final Module module = imageJ.script().run(new File(script), true, Map.of(
			"image", RealImageJ.boxes(), "model", model)).get();
		assertEquals(2, module.getOutput("objects"));
		assertSegmented((ImagePlus) module.getOutput("labels"));
	}

	@Test
	void imagesBecomeTensors() throws Exception {
		final Module module = imageJ.script().run(new File(
			"macros/Image_To_Tensor.groovy"), true, Map.of("image", RealImageJ
				.boxes())).get();
		assertTrue(module.getOutput("summary").toString().startsWith(
			"axes of length [1, 47, 61], mean 12.17"), module.getOutput("summary").toString());
	}

	@Test
	void aProgramGetsTheOutputs() throws Exception {
		final String model = ThresholdModel.write(1, folder.resolve("m.zip"))
			.toString();
		final Module module = imageJ.module().run(imageJ.command().getCommand(
			SegmentCommand.class), true, "image", RealImageJ.boxes(), "model", model,
			"labels", true, "probabilities", true, "masks", false, "outlines", false,
			"overlay", false, "table", false, "channel", "auto", "augmentation", "none", "memory", 256).get();
		assertSegmented((ImagePlus) module.getOutput("labelimage"));
		assertEquals(2, ((ImagePlus) module.getOutput("probabilityimage"))
			.getStackSize());
	}
}
