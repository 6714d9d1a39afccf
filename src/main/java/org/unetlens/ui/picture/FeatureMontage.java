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

package org.unetlens.ui.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

import org.unetlens.infer.FeatureMap;

/**
 * Some channels of a layer side by side, the one that contributes most first,
 * each scaled to its own range. Stateless.
 */
public final class FeatureMontage {

	private static final int GAP = 4;
	private static final double DARK = 0.01;
	private static final double BRIGHT = 0.99;

	private FeatureMontage() {}

	/** The channels that a montage of n shows, in its order. */
	public static List<Integer> channels(final FeatureMap map, final int n) {
		return map.order().subList(0, Math.min(n, map.order().size()));
	}

	/**
	 * Draws the montage.
	 *
	 * @param n channels at most
	 * @param columns of the montage
	 * @param tile longer side of one channel in picture pixels
	 */
	public static BufferedImage of(final FeatureMap map, final int n,
		final int columns, final int tile)
	{
		final List<Integer> channels = channels(map, n);
		final int w = (int) map.image().dimension(0), h = (int) map.image()
			.dimension(1);
		final double factor = (double) tile / Math.max(w, h);
		final Zoom zoom = new Zoom(new Rectangle(w, h), factor);
		final int across = Math.min(columns, channels.size());
		final int down = (channels.size() + across - 1) / across;
		final BufferedImage montage = new BufferedImage(across * (zoom.width() +
			GAP) - GAP, down * (zoom.height() + GAP) - GAP,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = montage.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, montage.getWidth(), montage.getHeight());
		for (int i = 0; i < channels.size(); i++)
			tile(g, map, channels.get(i), zoom, i % across * (zoom.width() + GAP), i /
				across * (zoom.height() + GAP));
		g.dispose();
		return montage;
	}

	/** One channel, one picture pixel per cell. */
	public static BufferedImage channel(final FeatureMap map, final int channel) {
		final float[] values = Planes.channel(map.image(), channel);
		final double[] range = Planes.range(values, DARK, BRIGHT);
		return Planes.picture(values, (int) map.image().dimension(0), range[0],
			range[1], ColorMap.GREY);
	}

	private static void tile(final Graphics2D g, final FeatureMap map,
		final int channel, final Zoom zoom, final int x, final int y)
	{
		g.drawImage(new Drawing(channel(map, channel), zoom).picture(), x, y, null);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
		final String name = Integer.toString(channel);
		g.setColor(new Color(0, 0, 0, 170));
		g.fillRect(x, y, g.getFontMetrics().stringWidth(name) + 6, 14);
		g.setColor(Color.WHITE);
		g.drawString(name, x + 3, y + 11);
	}
}
