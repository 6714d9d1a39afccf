
package org.unetlens.benchmark;

import java.lang.management.ManagementFactory;

import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImagePlusImages;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.SegmentedImage;
import org.unetlens.infer.SegmenterOptions;

import ij.ImagePlus;

/**
 * From the start of the JVM to the first label image of 512 x 512 px; run it in
 * a fresh JVM each time.
 */
public final class StartBenchmark {

	private StartBenchmark() {}

	public static void main(final String[] args) {
		final ImagePlus image = ImagePlusImages.wrap(NucleiField.default2d()
			.generate().image(), "field");
		final long ready = System.nanoTime();
		final SegmentedImage result = ImageSegmenter.segment(image, "nuclei",
			SegmenterOptions.defaults(), Progress.NONE);
		result.labels();
		final double first = (System.nanoTime() - ready) / 1e9;
		final long again = System.nanoTime();
		ImageSegmenter.segment(image, "nuclei", SegmenterOptions.defaults(),
			Progress.NONE).labels();
		System.out.printf(
			"first result %.2f s, %.2f s after the start of the JVM; second %.2f s%n",
			first, ManagementFactory.getRuntimeMXBean().getUptime() / 1e3 - (System
				.nanoTime() - again) / 1e9, (System.nanoTime() - again) / 1e9);
	}
}
