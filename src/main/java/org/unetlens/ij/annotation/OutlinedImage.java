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

package org.unetlens.ij.annotation;

import java.util.List;
import java.util.Objects;

import org.unetlens.ij.IndexedColors;

import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;

/**
 * An image and the outlines drawn on it, as they were found; shared, not
 * copied.
 *
 * @param name tells the image in messages
 * @param image one plane or a stack; not changed
 * @param rois outlines; their positions say to which planes they belong
 */
public record OutlinedImage(String name, ImagePlus image, List<Roi> rois) {

	/** Copies the list. */
	public OutlinedImage {
		Objects.requireNonNull(name);
		rois = List.copyOf(rois);
		image = IndexedColors.toRgb(image);
	}

	int planes() {
		return image.getNSlices() * image.getNFrames();
	}

	/** Slice, counted from 1, of a plane, counted from 0. */
	int z(final int plane) {
		return plane % image.getNSlices() + 1;
	}

	/** Frame, counted from 1, of a plane, counted from 0. */
	int t(final int plane) {
		return plane / image.getNSlices() + 1;
	}

	/** What decorates the image, such as text, and annotates nothing. */
	static boolean isDecoration(final Roi roi) {
		return roi instanceof TextRoi || roi instanceof ImageRoi ||
			roi instanceof Arrow;
	}

	/** Whether an outline lies on the plane. */
	boolean isOn(final Roi roi, final int plane) {
		final int[] place = place(roi);
		return (place[0] == 0 || place[0] == z(plane)) && (place[1] == 0 ||
			place[1] == t(plane));
	}

	/** Whether a stack has an outline that says nothing of its plane. */
	boolean isAnywhere(final Roi roi) {
		return planes() > 1 && !hasPosition(roi) && RoiName.slice(roi
			.getName()) == 0;
	}

	private static boolean hasPosition(final Roi roi) {
		return roi.getPosition() > 0 || roi.hasHyperStackPosition();
	}

	/** Slice and frame, counted from 1; 0 = all of them. */
	private int[] place(final Roi roi) {
		if (roi.hasHyperStackPosition()) return new int[] { roi.getZPosition(), roi
			.getTPosition() };
		if (planes() == 1) return new int[] { 0, 0 };
		final int named = roi.getPosition() > 0 ? roi.getPosition() : RoiName.slice(
			roi.getName());
		final int index = named > 0 ? named : image.getCurrentSlice();
		final int[] czt = image.convertIndexToPosition(Math.min(index, image
			.getStackSize()));
		return new int[] { czt[1], czt[2] };
	}
}
