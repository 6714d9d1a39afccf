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

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** Grey of colour pictures. */
final class GreyMean {

	private GreyMean() {}

	/**
	 * The mean of red, green and blue as 8-bit grey, as <em>Image &gt; Type &gt;
	 * 8-bit</em> makes it unless ImageJ is told to weigh the colours; any other
	 * image as it is.
	 */
	static ImagePlus of(final ImagePlus image) {
		if (image.getType() != ImagePlus.COLOR_RGB) return image;
		final ImageStack stack = new ImageStack(image.getWidth(), image
			.getHeight());
		for (int i = 1; i <= image.getStackSize(); i++)
			stack.addSlice(grey(image.getStack().getProcessor(i)));
		final ImagePlus grey = new ImagePlus(image.getTitle(), stack);
		grey.setDimensions(image.getNChannels(), image.getNSlices(), image
			.getNFrames());
		return grey;
	}

	private static ImageProcessor grey(final ImageProcessor color) {
		final byte[] grey = new byte[color.getPixelCount()];
		for (int i = 0; i < grey.length; i++) {
			final int rgb = color.get(i);
			final int sum = (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
			grey[i] = (byte) ((2 * sum + 3) / 6);
		}
		return new ByteProcessor(color.getWidth(), color.getHeight(), grey);
	}
}
