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
import java.awt.LayoutManager;
import java.util.List;

/**
 * Places the boxes and controls of the drawn U: one row per level, the
 * bottleneck below and between both sides.
 */
final class NetLayout implements LayoutManager {

	private static final int MARGIN = 6;
	private static final int SIDE = 10;
	private static final int ROW_GAP = 8;
	private static final int LARGEST_GAP = 40;

	private final List<LevelBox> encoders;
	private final List<LevelBox> decoders;
	private final LevelBox bottleneck;
	private final List<Component> middles;

	/**
	 * @param middles what stands between the boxes of each level
	 */
	NetLayout(final List<LevelBox> encoders, final List<LevelBox> decoders,
		final LevelBox bottleneck, final List<Component> middles)
	{
		this.encoders = encoders;
		this.decoders = decoders;
		this.bottleneck = bottleneck;
		this.middles = middles;
	}

	@Override
	public void layoutContainer(final Container parent) {
		final int box = boxWidth(), row = rowHeight();
		final int rows = encoders.size() + 1;
		final int head = head(parent);
		final int h = bottleneck.getPreferredSize().height;
		final int gap = Math.min(LARGEST_GAP, Math.max(ROW_GAP, (parent
			.getHeight() - 2 * MARGIN - head - h) / (rows - 1) - row));
		final int width = Math.min(parent.getWidth(), 2 * widthWanted());
		final int left = (parent.getWidth() - width) / 2 + MARGIN;
		final int right = (parent.getWidth() + width) / 2 - MARGIN - box;
		for (int k = 0; k < rows - 1; k++) {
			final int y = MARGIN + head + k * (row + gap);
			encoders.get(k).setBounds(left, y + (row - h) / 2, box, h);
			decoders.get(k).setBounds(right, y + (row - h) / 2, box, h);
			place(middles.get(k), left + box + SIDE, right - SIDE, y, row);
		}
		final int y = MARGIN + head + (rows - 1) * (row + gap);
		bottleneck.setBounds((parent.getWidth() - box) / 2, y, box, h);
	}

	private static void place(final Component c, final int left, final int right,
		final int y, final int height)
	{
		final int w = Math.min(right - left, c.getPreferredSize().width + 40);
		c.setBounds(left + (right - left - w) / 2, y, w, height);
	}

	/** Room for the words above the uppermost boxes. */
	static int head(final Container parent) {
		return parent.getFontMetrics(parent.getFont()).getHeight() + 10;
	}

	private int boxWidth() {
		int w = bottleneck.getPreferredSize().width;
		for (int k = 0; k < encoders.size(); k++)
			w = Math.max(w, Math.max(encoders.get(k).getPreferredSize().width,
				decoders.get(k).getPreferredSize().width));
		return w;
	}

	private int rowHeight() {
		int h = bottleneck.getPreferredSize().height;
		for (final Component c : middles)
			h = Math.max(h, c.getPreferredSize().height);
		return h;
	}

	private int widthWanted() {
		int middle = 0;
		for (final Component c : middles)
			middle = Math.max(middle, c.getPreferredSize().width);
		return 2 * (boxWidth() + SIDE + MARGIN) + middle;
	}

	@Override
	public Dimension preferredLayoutSize(final Container parent) {
		final int rows = encoders.size() + 1;
		return new Dimension(widthWanted(), head(parent) + 2 * MARGIN + (rows - 1) *
			(rowHeight() + ROW_GAP) + bottleneck.getPreferredSize().height);
	}

	@Override
	public Dimension minimumLayoutSize(final Container parent) {
		return preferredLayoutSize(parent);
	}

	@Override
	public void addLayoutComponent(final String name, final Component c) {}

	@Override
	public void removeLayoutComponent(final Component c) {}
}
