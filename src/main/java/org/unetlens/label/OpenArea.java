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

package org.unetlens.label;

import java.util.ArrayList;
import java.util.List;

/**
 * An area that goes on from band to band, as the parts met so far. Two that
 * turn out to be one are joined.
 */
final class OpenArea {

	private OpenArea joinedTo;
	private List<OpenPart> parts = new ArrayList<>(2);
	private long bytes;
	private int left = Integer.MAX_VALUE, top = Integer.MAX_VALUE;
	private int right = -1, bottom = -1;

	private int openAfter;

	OpenArea(final OpenPart part) {
		parts.add(part);
		bytes = part.bytes();
		part.forEach((y, x, length, heights, from) -> {
			left = Math.min(left, x);
			right = Math.max(right, x + length - 1);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
		});
	}

	/** Itself, or what it has become a part of. */
	OpenArea root() {
		OpenArea root = this;
		while (root.joinedTo != null)
			root = root.joinedTo;
		for (OpenArea a = this; a.joinedTo != null;) {
			final OpenArea next = a.joinedTo;
			a.joinedTo = root;
			a = next;
		}
		return root;
	}

	/** Joins the two areas; returns what they are now. */
	static OpenArea join(final OpenArea a, final OpenArea b) {
		if (a == b) return a;
		final OpenArea major = a.parts.size() >= b.parts.size() ? a : b;
		final OpenArea minor = major == a ? b : a;
		major.parts.addAll(minor.parts);
		major.bytes += minor.bytes;
		major.left = Math.min(major.left, minor.left);
		major.right = Math.max(major.right, minor.right);
		major.top = Math.min(major.top, minor.top);
		major.bottom = Math.max(major.bottom, minor.bottom);
		minor.parts = null;
		minor.joinedTo = major;
		return major;
	}

	/** Notes that it goes on after that band. */
	void goOnAfter(final int band) {
		openAfter = band;
	}

	boolean goesOnAfter(final int band) {
		return openAfter == band;
	}

	/** Memory that it takes while it is open. */
	long bytes() {
		return bytes;
	}

	/** Pixels of its bounding box. */
	long boxPixels() {
		return (long) (right - left + 1) * (bottom - top + 1);
	}

	int top() {
		return top;
	}

	int bottom() {
		return bottom;
	}

	/** Its objects, once it is complete. */
	Parted part(final Landscape landscape) {
		final int width = right - left + 1;
		final byte[] heights = new byte[Math.toIntExact(boxPixels())];
		for (final OpenPart part : parts)
			part.forEach((y, x, length, from, at) -> System.arraycopy(from, at,
				heights, (y - top) * width + x - left, length));
		final int[] labels = new int[heights.length];
		final int n = landscape.part(heights, labels, width);
		return new Parted(this, labels, Landscape.sizes(labels, n));
	}

	/**
	 * @param labels of the bounding box, in raster order
	 * @param sizes pixels of each label, from 1
	 */
	record Parted(OpenArea area, int[] labels, int[] sizes) {

		/** Writes the labels, raised by {@code base}, where the area has pixels. */
		void write(final LabelStore store, final int imageWidth, final int base) {
			final int width = area.right - area.left + 1;
			for (int i = 0; i < labels.length; i++)
				if (labels[i] != 0) labels[i] += base;
			for (final OpenPart part : area.parts)
				part.forEach((y, x, length, heights, from) -> store.write((long) y *
					imageWidth + x, labels, (y - area.top) * width + x - area.left,
					length));
		}
	}
}
