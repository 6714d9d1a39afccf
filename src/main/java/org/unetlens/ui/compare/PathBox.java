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

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

import org.unetlens.network.ReceptiveField;
import org.unetlens.network.ReceptiveField.Extent;
import org.unetlens.network.UNetSpec;
import org.unetlens.ui.pane.Pixel;

/**
 * What an output pixel sees through one path, by arithmetic.
 *
 * @param level of the skip; the depth for the bottleneck
 * @param box in image pixels; it may reach beyond the image
 */
record PathBox(int level, Rectangle box) {

	/** The skips that the model has, then the bottleneck. */
	static List<PathBox> of(final UNetSpec spec, final Pixel at) {
		final List<PathBox> boxes = new ArrayList<>();
		for (final int k : spec.skips().levels())
			boxes.add(new PathBox(k, box(ReceptiveField.throughSkip(spec, k, at.x()),
				ReceptiveField.throughSkip(spec, k, at.y()))));
		boxes.add(new PathBox(spec.depth(), box(ReceptiveField.throughBottleneck(
			spec, at.x()), ReceptiveField.throughBottleneck(spec, at.y()))));
		return boxes;
	}

	private static Rectangle box(final Extent x, final Extent y) {
		return new Rectangle((int) x.from(), (int) y.from(), (int) x.size(), (int) y
			.size());
	}

	/** E.g. {@code skip 0} or {@code bottleneck}. */
	static String name(final int level, final int depth) {
		return level == PaneOptions.ALL ? "all paths" : level == depth
			? "bottleneck" : "skip " + level;
	}
}
