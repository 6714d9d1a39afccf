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

/**
 * How the panes draw. Immutable.
 *
 * @param labels whether they show objects in place of probabilities
 * @param outlines whether all of them show outlines
 * @param paths whether the input shows what the pixel under the cursor sees
 * @param cells whether the input shows the grid of the selected level
 * @param path whose gradient is shown: a level, the depth for the bottleneck,
 *          {@link #ALL} for all together
 * @param walk how often the 64 x 64 pixels around the cursor are halved on the
 *          input, 0 to 5; {@link #NO_WALK} = they are not shown
 */
public record PaneOptions(boolean labels, boolean outlines, boolean paths,
		boolean cells, int path, int walk) {

	/** Path number of all paths together. */
	static final int ALL = -1;
	static final int NO_WALK = -1;

	static PaneOptions defaults() {
		return new PaneOptions(false, true, true, false, ALL, NO_WALK);
	}

	PaneOptions withLabels(final boolean on) {
		return new PaneOptions(on, outlines, paths, cells, path, walk);
	}

	PaneOptions withOutlines(final boolean on) {
		return new PaneOptions(labels, on, paths, cells, path, walk);
	}

	PaneOptions withPaths(final boolean on) {
		return new PaneOptions(labels, outlines, on, cells, path, walk);
	}

	PaneOptions withCells(final boolean on) {
		return new PaneOptions(labels, outlines, paths, on, path, walk);
	}

	PaneOptions withPath(final int p) {
		return new PaneOptions(labels, outlines, paths, cells, p, walk);
	}

	PaneOptions withWalk(final int halvings) {
		return new PaneOptions(labels, outlines, paths, cells, path, halvings);
	}
}
