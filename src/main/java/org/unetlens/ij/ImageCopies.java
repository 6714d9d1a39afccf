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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;

/** Copies of whole images, whatever is selected in them. */
final class ImageCopies {

	private ImageCopies() {}

	/**
	 * All pixels, with calibration, slice labels, colour tables and display
	 * range, without selection and overlay. A virtual stack is read.
	 */
	static ImagePlus of(final ImagePlus image, final String title) {
		final ImageStack from = image.getStack();
		final ImageStack stack = new ImageStack(image.getWidth(), image
			.getHeight());
		for (int i = 1; i <= from.size(); i++)
			stack.addSlice(from.getSliceLabel(i), from.getProcessor(i).duplicate());
		final ImagePlus copy = new ImagePlus(title, stack);
		copy.setDimensions(image.getNChannels(), image.getNSlices(), image
			.getNFrames());
		copy.setOpenAsHyperStack(image.isHyperStack());
		copy.setCalibration(image.getCalibration().copy());
		return withDisplayOf(image, copy);
	}

	private static ImagePlus withDisplayOf(final ImagePlus image,
		final ImagePlus copy)
	{
		if (image instanceof CompositeImage from) {
			final CompositeImage composite = new CompositeImage(copy, from.getMode());
			composite.copyLuts(from);
			return composite;
		}
		if (image.getType() != ImagePlus.COLOR_RGB) {
			copy.getProcessor().setLut(image.getProcessor().getLut());
			copy.setDisplayRange(image.getDisplayRangeMin(), image
				.getDisplayRangeMax());
		}
		return copy;
	}
}
