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

package org.unetlens.benchmark;

import java.lang.management.ManagementFactory;

import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImagePlusImages;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.SegmentedImage;

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
		final SegmentedImage result = ImageSegmenter.segment(image,
			SegmentationSettings.of("nuclei"), Progress.NONE);
		result.labels();
		final double first = (System.nanoTime() - ready) / 1e9;
		final long again = System.nanoTime();
		ImageSegmenter.segment(image, SegmentationSettings.of("nuclei"),
			Progress.NONE).labels();
		System.out.printf(
			"first result %.2f s, %.2f s after the start of the JVM; second %.2f s%n",
			first, ManagementFactory.getRuntimeMXBean().getUptime() / 1e3 - (System
				.nanoTime() - again) / 1e9, (System.nanoTime() - again) / 1e9);
	}
}
