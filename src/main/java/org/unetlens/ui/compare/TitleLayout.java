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
import java.awt.Insets;
import java.awt.LayoutManager;

/**
 * The first child as wide as it likes, the second in what is left, or not at
 * all when little is left.
 */
final class TitleLayout implements LayoutManager {

	private static final int LEAST = 60;

	private final int gap;

	TitleLayout(final int gap) {
		this.gap = gap;
	}

	@Override
	public void layoutContainer(final Container parent) {
		final Insets in = parent.getInsets();
		final int width = parent.getWidth() - in.left - in.right;
		final int height = parent.getHeight() - in.top - in.bottom;
		final Component first = parent.getComponent(0);
		final Component second = parent.getComponent(1);
		final int w = Math.min(width, first.getPreferredSize().width);
		final int rest = width - w - gap;
		first.setBounds(in.left, in.top, w, height);
		final int wanted = second.getPreferredSize().width;
		second.setBounds(in.left + w + gap, in.top, rest < Math.min(LEAST, wanted)
			? 0 : Math.min(rest, wanted), height);
	}

	@Override
	public Dimension preferredLayoutSize(final Container parent) {
		final Insets in = parent.getInsets();
		final Dimension a = parent.getComponent(0).getPreferredSize();
		final Dimension b = parent.getComponent(1).getPreferredSize();
		return new Dimension(a.width + gap + b.width + in.left + in.right, Math.max(
			a.height, b.height) + in.top + in.bottom);
	}

	@Override
	public Dimension minimumLayoutSize(final Container parent) {
		return new Dimension(LEAST, preferredLayoutSize(parent).height);
	}

	@Override
	public void addLayoutComponent(final String name, final Component c) {}

	@Override
	public void removeLayoutComponent(final Component c) {}
}
