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

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.function.DoubleSupplier;

/**
 * Panes of equal size, in as many columns as show the largest pictures.
 */
final class PaneGrid extends GridLayout {

	private static final long serialVersionUID = 1L;
	private static final int GAP = 4;
	private static final int HEAD = 20;

	private final transient DoubleSupplier aspect;

	/** @param aspect width / height of the picture */
	PaneGrid(final DoubleSupplier aspect) {
		super(0, 2, GAP, GAP);
		this.aspect = aspect;
	}

	@Override
	public void layoutContainer(final Container parent) {
		setColumns(best(parent));
		super.layoutContainer(parent);
	}

	private int best(final Container parent) {
		int best = 2;
		double largest = 0;
		for (int columns = 1; columns <= parent.getComponentCount(); columns *= 2) {
			final double size = pictureWidth(parent, columns);
			if (size > largest * 1.05) {
				largest = size;
				best = columns;
			}
		}
		return best;
	}

	private double pictureWidth(final Container parent, final int columns) {
		final int rows = parent.getComponentCount() / columns;
		final double w = (double) parent.getWidth() / columns - GAP;
		final double h = (double) parent.getHeight() / rows - GAP - HEAD;
		return Math.min(w, h * aspect.getAsDouble());
	}

	@Override
	public Dimension minimumLayoutSize(final Container parent) {
		int w = 0, h = 0;
		for (final Component c : parent.getComponents()) {
			w = Math.max(w, c.getMinimumSize().width);
			h = Math.max(h, c.getMinimumSize().height);
		}
		return new Dimension(2 * w + GAP, 2 * h + GAP);
	}
}
