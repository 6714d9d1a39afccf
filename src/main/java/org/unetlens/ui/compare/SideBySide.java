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
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Rectangle;

import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;

/**
 * Parts of equal width that fill what is seen, or scroll sideways when they
 * would become too narrow.
 */
final class SideBySide extends JPanel implements Scrollable {

	private static final long serialVersionUID = 1L;
	private static final int GAP = 4;

	SideBySide() {
		super(new GridLayout(1, 0, GAP, 0));
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return getPreferredSize();
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		final JViewport port = (JViewport) SwingUtilities.getAncestorOfClass(
			JViewport.class, this);
		int least = 0;
		for (final Component c : getComponents())
			least = Math.max(least, c.getMinimumSize().width + GAP);
		return port != null && port.getWidth() >= least * getComponentCount();
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		final JViewport port = (JViewport) SwingUtilities.getAncestorOfClass(
			JViewport.class, this);
		return port != null && port.getHeight() > getMinimumSize().height;
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle seen,
		final int orientation, final int direction)
	{
		return 20;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle seen,
		final int orientation, final int direction)
	{
		return seen.width / 2;
	}
}
