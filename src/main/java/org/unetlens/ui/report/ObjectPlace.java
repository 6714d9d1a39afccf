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

package org.unetlens.ui.report;

import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelPlane;
import org.unetlens.ui.report.ReportImage.Place;

/** Finds a pixel that is worth looking at. Stateless. */
public final class ObjectPlace {

	private ObjectPlace() {}

	/**
	 * The innermost pixel of the object that is nearest to the middle of the
	 * image; the middle when there are no objects.
	 */
	public static Place of(final LabelPlane plane) {
		final int width = plane.width(), height = plane.height();
		final int nearest = nearest(plane);
		if (nearest < 0) return new Place(width / 2, height / 2);
		final int label = plane.pixels()[nearest];
		final boolean[] outside = new boolean[width * height];
		for (int i = 0; i < outside.length; i++)
			outside[i] = plane.pixels()[i] != label;
		final float[] depth = DistanceTransform.squared(outside, width, height);
		int best = nearest;
		for (int i = 0; i < depth.length; i++)
			if (depth[i] > depth[best]) best = i;
		return new Place(best % width, best / width);
	}

	/** Object pixel nearest to the middle, or -1. */
	private static int nearest(final LabelPlane plane) {
		final int[] labels = plane.pixels();
		int nearest = -1;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] != 0 && (nearest < 0 || fromMiddle(plane, i) < fromMiddle(
				plane, nearest))) nearest = i;
		return nearest;
	}

	private static double fromMiddle(final LabelPlane plane, final int i) {
		return Math.hypot(i % plane.width() - plane.width() / 2.0, i / plane
			.width() - plane.height() / 2.0);
	}
}
