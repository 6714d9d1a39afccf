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

package org.unetlens.metrics;

import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelPlane;

/** Boundary pixels of label images and distances to them. */
final class Boundaries {

	private Boundaries() {}

	/**
	 * Pixels of an object with a neighbour (sharing an edge, within the image)
	 * that has another label.
	 */
	static boolean[] of(final LabelPlane plane) {
		final int[] labels = plane.pixels();
		final int width = plane.width();
		final boolean[] boundary = new boolean[labels.length];
		for (int i = 0; i < labels.length; i++) {
			final int x = i % width, label = labels[i];
			boundary[i] = label != 0 && (x > 0 && labels[i - 1] != label ||
				x < width - 1 && labels[i + 1] != label || i >= width && labels[i -
					width] != label || i + width < labels.length && labels[i +
						width] != label);
		}
		return boundary;
	}

	/** Squared distance of every pixel to the boundary. */
	static float[] squaredDistance(final boolean[] boundary,
		final LabelPlane plane)
	{
		return DistanceTransform.squared(boundary, plane.width(), plane.height());
	}

	static long count(final boolean[] boundary) {
		long n = 0;
		for (final boolean b : boundary)
			if (b) n++;
		return n;
	}
}
