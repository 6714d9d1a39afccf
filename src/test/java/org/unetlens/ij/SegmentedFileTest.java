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

package org.unetlens.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Progress;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;

/** Tests {@link ImageSegmenter} with a network from a model file. */
public class SegmentedFileTest {

	@TempDir
	private Path folder;

	@Test
	public void stackIsSegmentedByTheModelOfAFile() {
		final Path model = ThresholdModel.write(1, folder.resolve("threshold.zip"));
		final ImageStack stack = new ImageStack(101, 67);
		for (int s = 0; s < 3; s++) {
			final ByteProcessor plane = new ByteProcessor(101, 67);
			plane.setColor(200);
			plane.fill(new ij.gui.Roi(7, 5, 20, 11));
			if (s > 0) plane.fill(new ij.gui.Roi(60, 40, 41, 27));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("boxes", stack);
		final SegmentedImage result = ImageSegmenter.segment(image,
			SegmentationSettings.of(model.toString()), Progress.NONE);
		final ImagePlus labels = result.labels();
		assertEquals(5, result.measurements().rows().size());
		assertEquals(2, result.maxObjects());
		assertEquals(1, labels.getStack().getVoxel(26, 15, 0));
		assertEquals(0, labels.getStack().getVoxel(27, 15, 0));
		assertEquals(2, labels.getStack().getVoxel(100, 66, 2));
		assertTrue(result.probabilities().getStack().getVoxel(80, 50, 3) > 0.99);
	}
}
