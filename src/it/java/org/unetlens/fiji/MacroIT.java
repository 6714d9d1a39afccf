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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.ij.ThresholdModel;

import ij.IJ;

/**
 * Macro lines in a real ImageJ2 without a display: the same as in plain ImageJ.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MacroIT {

	@TempDir
	private static Path folder;

	private static String model;

	@BeforeAll
	static void start() {
		RealImageJ.get();
		model = ThresholdModel.write(1, folder.resolve("threshold.zip")).toString()
			.replace('\\', '/');
	}

	private static String run(final String macro) {
		return IJ.runMacro(macro.replace('\'', '"'));
	}

	private static final String BOXES =
		"newImage('boxes', '8-bit black', 90, 70, 1); setColor(200); fillRect(5, 5, 20, 10); fillRect(50, 30, 10, 30);\n";

	@Test
	void segmentsWithDefaultsAndShowsResultsByTitle() {
		assertEquals("2 0 16 2 300", run(BOXES + "run('Segment...', 'model=[" +
			model + "] probabilities=true table=true outlines=true');\n" +
			"selectImage('boxes-labels'); r = '' + getPixel(59, 59) + ' ' + getPixel(4, 5) + ' ' + bitDepth();\n" +
			"selectImage('boxes-probabilities'); r = r + ' ' + nSlices;\n" +
			"r = r + ' ' + getResult('area (px)', 1); close('*'); return r;"));
	}

	@Test
	void aFailureEndsTheMacro() {
		final Path went = folder.resolve("went on.txt");
		run(BOXES + "run('Segment...', 'model=[no such]');\n" +
			"File.saveString('on', '" + went.toString().replace('\\', '/') + "');");
		assertFalse(Files.exists(went));
	}

	@Test
	void tensorsTravelThroughFiles() {
		final String file = folder.resolve("a tensor.npy").toString().replace('\\',
			'/');
		assertEquals("a tensor.npy 4 16 0", run(
			"newImage('s', '16-bit ramp', 50, 30, 4); v = getPixel(20, 10);\n" +
				"run('Image to Tensor (.npy)...', 'file=[" + file + "] axes=zyx');\n" +
				"run('Tensor (.npy) to Image...', 'file=[" + file + "] axes=zyx');\n" +
				"return getTitle() + ' ' + nSlices + ' ' + bitDepth() + ' ' + (getPixel(20, 10) - v);"));
	}

	@Test
	void evaluatesFolders() {
		final String out = folder.resolve("scores").toString().replace('\\', '/');
		run("newImage('t', '8-bit black', 40, 30, 1); setColor(1); fillRect(2, 2, 10, 8);\n" +
			"run('Duplicate...', 'title=p');\n" +
			"run('Evaluate...', 'prediction=p truth=t output=[" + out + "]');");
		assertTrue(Files.exists(folder.resolve("scores/evaluation.json")));
	}

	/** A bare macro never waits for a person. */
	@Test
	void missingKeysAreDefaults() {
		assertEquals("boxes-labels", run(BOXES +
			"run('Segment...', 'modelfile=[" + model +
			"]'); t = getTitle(); close('*'); return t;"));
	}
}
