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

package org.unetlens.ui.compare;

import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.label.Outline;
import org.unetlens.tensor.PixelSize;

/**
 * An image that leaves the window. Immutable; pixels are only to be read.
 *
 * @param title names exactly what it is
 * @param pixels axes (x, y[, channel])
 * @param pixelSize of its own pixels: that of the image times the distance of
 *          the cells
 * @param range values shown black and white; empty for label images
 * @param outlines over it, by kind
 * @param channelNames one per channel, or none
 */
public record ExportedImage(String title,
		RandomAccessibleInterval<? extends RealType<?>> pixels, PixelSize pixelSize,
		Optional<Range> range, List<Group> outlines, List<String> channelNames) {

	/** Values shown black and white. */
	public record Range(double black, double white) {
	}

	/**
	 * Outlines of one kind.
	 *
	 * @param name e.g. {@code truth}
	 * @param rgb colour of their lines
	 * @param outlines in pixels of the image
	 */
	public record Group(String name, int rgb, List<Outline> outlines) {
	}

	public ExportedImage {
		outlines = List.copyOf(outlines);
		channelNames = List.copyOf(channelNames);
	}
}
