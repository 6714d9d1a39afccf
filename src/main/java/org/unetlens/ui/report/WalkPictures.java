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
import java.util.List;

import net.imglib2.Interval;

import org.unetlens.compare.WalkStep;
import org.unetlens.ui.picture.Drawing;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.Zoom;
import org.unetlens.ui.report.ReportImage.Place;

/**
 * The walk from 64 x 64 pixels to 2 x 2 values on the user's own image: what is
 * left of position after each halving.
 */
final class WalkPictures {

	/** Side of a picture in picture pixels. */
	private static final int SIDE = 320;
	private static final int BEYOND = 0xE6E6E6;

	private final BufferedImage input;
	private final Interval start;
	private final List<WalkStep> steps;
	private final int depth;

	/** @param place whose cell is marked */
	WalkPictures(final BufferedImage input, final Place place, final int depth) {
		this.input = input;
		this.depth = depth;
		start = WalkStep.start(place.x(), place.y());
		steps = WalkStep.of(place.x(), place.y());
	}

	void write(final Page page) {
		page.figure("three", "From " + start.dimension(0) + " x " + start.dimension(
			1) +
			" pixels of this image to 2 x 2 values. The marked cell holds the same pixel each time. In the end it can say that something is there, but not where in its quadrant. " +
			(depth < steps.size() ? "This net stops at level " + depth + "."
				: "This net goes on to level " + depth + ".") +
			" (A cell shows the mean of its pixels; the net keeps many values per cell, but has this one place for them. Light grey lies beyond the image.)",
			() -> steps.forEach(step -> page.pane(title(step), picture(step), step
				.text())));
	}

	private String title(final WalkStep step) {
		final String name = step.level() == depth ? "bottleneck" : "level " + step
			.level();
		return step.text() + " (" + name + ")";
	}

	private BufferedImage picture(final WalkStep step) {
		final int cells = (int) step.perSide(), size = (int) step.covers()
			.dimension(0);
		final int[] rgb = new int[cells * cells];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = mean((int) start.min(0) + i % cells * size, (int) start.min(1) +
				i / cells * size, size);
		final Rectangle marked = new Rectangle((int) (step.covers().min(0) - start
			.min(0)) / size, (int) (step.covers().min(1) - start.min(1)) / size, 1,
			1);
		return new Drawing(Planes.picture(rgb, cells), Zoom.whole(cells, cells,
			SIDE)).line(marked, LensColors.VARIANT, 4).picture();
	}

	/** The mean of a cell's pixels that lie within the image. */
	private int mean(final int x, final int y, final int size) {
		final Rectangle cell = new Rectangle(x, y, size, size).intersection(
			new Rectangle(input.getWidth(), input.getHeight()));
		if (cell.isEmpty()) return BEYOND;
		final int[] pixels = input.getRGB(cell.x, cell.y, cell.width, cell.height,
			null, 0, cell.width);
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
