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

import java.util.ArrayList;
import java.util.List;

import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.NameList;

import ij.gui.Roi;

/** What is to be said about outlines once all are read. Not thread-safe. */
final class OutlineFindings {

	private final List<String> noAreas = new ArrayList<>();
	private final List<String> anywhere = new ArrayList<>();
	private final List<String> hidden = new ArrayList<>();
	private final List<String> empty = new ArrayList<>();
	private int planes;
	private int unused;

	/** Whether an outline encloses an area; what does not is remembered. */
	boolean isArea(final OutlinedImage image, final Roi roi) {
		if (OutlinedImage.isDecoration(roi)) return false;
		final boolean area = roi.isArea() && roi.getBounds().width > 0 && roi
			.getBounds().height > 0;
		if (!area) noAreas.add(name(image, roi));
		else if (image.isAnywhere(roi)) anywhere.add(name(image, roi));
		return area;
	}

	/** Outlines of which nothing is seen. */
	void hidden(final OutlinedImage image, final List<Roi> rois) {
		rois.forEach(roi -> hidden.add(name(image, roi)));
	}

	/** How many planes of an image are annotated. */
	void read(final OutlinedImage image, final int annotated) {
		if (annotated == 0) empty.add(image.name());
		if (image.planes() == 1 || annotated == 0) return;
		planes += image.planes();
		unused += image.planes() - annotated;
	}

	/** Why there is nothing to learn. */
	String nothing(final List<String> images) {
		if (!noAreas.isEmpty()) return NameList.few(noAreas) + ": " + (noAreas
			.size() == 1 ? "this is a point or line" : "these are points and lines") +
			", but objects need areas. Outline them with the freehand, polygon or oval tool";
		return "There are no outlines of objects on " + NameList.few(images) +
			". Draw around each object and press T (ROI Manager) or B (overlay), then try again";
	}

	List<Finding> list(final int images) {
		final List<Finding> list = new ArrayList<>();
		if (!empty.isEmpty()) list.add(Finding.warning(empty.size() + " of " +
			images + " images have no outlines and are left out: " + NameList.few(
				empty) + "."));
		if (unused > 0) list.add(Finding.note(unused + " of " + planes +
			" planes in stacks have no outlines and are left out."));
		if (!noAreas.isEmpty()) list.add(Finding.warning(noAreas.size() + (noAreas
			.size() == 1 ? " point or line is" : " points or lines are") +
			" left out, for objects need areas: " + NameList.few(noAreas) + "."));
		if (!anywhere.isEmpty()) list.add(Finding.warning(anywhere.size() +
			(anywhere.size() == 1
				? " outline belongs to no plane of the stack and counts"
				: " outlines belong to no plane of the stack and count") +
			" for the plane shown: " + NameList.few(anywhere) +
			". Set the position in the ROI Manager with Properties..."));
		if (!hidden.isEmpty()) list.add(Finding.warning(hidden.size() + (hidden
			.size() == 1 ? " outline has" : " outlines have") +
			" no pixel left, being outside the image or under smaller ones: " +
			NameList.few(hidden) + "."));
		return list;
	}

	private static String name(final OutlinedImage image, final Roi roi) {
		final String name = roi.getName() == null ? roi.getTypeAsString()
			.toLowerCase(java.util.Locale.ROOT) : roi.getName();
		return name + " (" + image.name() + ")";
	}
}
