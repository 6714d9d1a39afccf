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

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Locale;

import org.unetlens.tensor.PixelSize;
import org.unetlens.ui.picture.Drawing;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.Zoom;
import org.unetlens.ui.report.ReportImage.Place;

/**
 * The walk from 64 x 64 pixels to 2 x 2 cells on the user's own image: what is
 * left of position after each halving.
 */
final class Shrinking {

	private static final int SIDE = 64;
	private static final int PICTURE = 192;

	private final BufferedImage part;
	private final int depth;
	private final PixelSize size;
	/** The marked pixel, within the part. */
	private final Place marked;

	private Shrinking(final BufferedImage part, final int depth,
		final PixelSize size, final Place marked)
	{
		this.part = part;
		this.depth = depth;
		this.size = size;
		this.marked = marked;
	}

	/** Around a pixel; less than 64 pixels, a power of two, of small images. */
	static Shrinking of(final BufferedImage input, final Place place,
		final int depth, final PixelSize size)
	{
		final int side = Math.min(SIDE, Integer.highestOneBit(Math.min(input
			.getWidth(), input.getHeight())));
		final int x = start(place.x(), input.getWidth(), side);
		final int y = start(place.y(), input.getHeight(), side);
		return new Shrinking(input.getSubimage(x, y, side, side), depth, size,
			new Place(place.x() - x, place.y() - y));
	}

	private static int start(final int position, final int size, final int side) {
		// NB: On the grid of the poolings, as the network's own cells are.
		final int step = Math.max(1, side / 2);
		final int last = (size - side) / step;
		return step * Math.max(0, Math.min(last, Math.round((float) (position -
			step) / step)));
	}

	void write(final Page page) {
		final int side = part.getWidth();
		final int halvings = Math.max(0, Integer.numberOfTrailingZeros(side) - 1);
		page.figure("six", caption(side, halvings), () -> {
			for (int k = 0; k <= halvings; k++)
				page.pane(title(k), picture(k), (side >> k) + " x " + (side >> k) +
					" cells");
		});
	}

	private String caption(final int side, final int halvings) {
		final int cell = 1 << halvings;
		return side + " x " + side +
			" pixels of this image, halved again and again. The marked cell holds the same pixel each time. After " +
			halvings +
			" halvings there are 2 x 2 cells, and the marked one covers a " + cell +
			" x " + cell +
			" quadrant: it can say that something is there, but not where in the quadrant. This net halves " +
			depth + " times: one cell of its bottleneck stands for " + (1 << depth) +
			" x " + (1 << depth) +
			" pixels. (Cells show means; the net keeps many numbers per cell, but has one place for them.)";
	}

	private String title(final int k) {
		final int cell = 1 << k;
		final String unit = size.isCalibrated() ? String.format(Locale.ROOT,
			" (%.3g %s)", cell * size.x(), size.unit()) : "";
		return (k == depth ? "Bottleneck: " : "Level " + k + ": ") + (part
			.getWidth() >> k) + " x " + (part.getWidth() >> k) + ", cell = " + cell +
			" px" + unit;
	}

	private BufferedImage picture(final int k) {
		final int cells = part.getWidth() >> k;
		final BufferedImage means = means(k);
		final Drawing drawing = new Drawing(means, new Zoom(new Rectangle(cells,
			cells), (double) PICTURE / cells));
		final Rectangle cell = new Rectangle(marked.x() >> k, marked.y() >> k, 1,
			1);
		return drawing.line(cell, LensColors.VARIANT, 3).picture();
	}

	/** The mean of each cell. */
	private BufferedImage means(final int k) {
		final int cells = part.getWidth() >> k, cell = 1 << k;
		final int[] rgb = new int[cells * cells];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = mean(i % cells * cell, i / cells * cell, cell);
		return Planes.picture(rgb, cells);
	}

	private int mean(final int x0, final int y0, final int cell) {
		final int[] pixels = part.getRGB(x0, y0, cell, cell, null, 0, cell);
		int mean = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			long sum = 0;
			for (final int p : pixels)
				sum += p >> shift & 255;
			mean = mean << 8 | (int) Math.round((double) sum / pixels.length);
		}
		return mean;
	}
}
