
package org.unetlens.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Progress;
import org.unetlens.infer.SegmenterOptions;

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
		final SegmentedImage result = ImageSegmenter.segment(image, model
			.toString(), SegmenterOptions.defaults(), Progress.NONE);
		final ImagePlus labels = result.labels();
		assertEquals(5, result.measurements().rows().size());
		assertEquals(2, result.maxObjects());
		assertEquals(1, labels.getStack().getVoxel(26, 15, 0));
		assertEquals(0, labels.getStack().getVoxel(27, 15, 0));
		assertEquals(2, labels.getStack().getVoxel(100, 66, 2));
		assertTrue(result.probabilities().getStack().getVoxel(80, 50, 3) > 0.99);
	}
}
