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

package org.unetlens.ui.part;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;

/**
 * Rows of controls that wrap, and ask for the height that this needs at their
 * width; for the north of a border layout, which sets the width first.
 */
public final class WrapLayout extends FlowLayout {

	private static final long serialVersionUID = 1L;

	public WrapLayout(final int hgap, final int vgap) {
		super(LEFT, hgap, vgap);
	}

	@Override
	public Dimension preferredLayoutSize(final Container target) {
		if (target.getWidth() == 0) return super.preferredLayoutSize(target);
		final Insets in = target.getInsets();
		final int room = target.getWidth() - in.left - in.right - 2 * getHgap();
		int x = 0, height = 0, row = 0;
		for (final Component c : target.getComponents()) {
			final Dimension d = c.getPreferredSize();
			if (x > 0 && x + d.width > room) {
				height += row + getVgap();
				x = 0;
				row = 0;
			}
			x += d.width + getHgap();
			row = Math.max(row, d.height);
		}
		return new Dimension(target.getWidth(), height + row + 2 * getVgap() +
			in.top + in.bottom);
	}

	@Override
	public Dimension minimumLayoutSize(final Container target) {
		return new Dimension(0, preferredLayoutSize(target).height);
	}
}
