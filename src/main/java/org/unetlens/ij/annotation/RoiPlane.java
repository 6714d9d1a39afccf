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

package org.unetlens.ij.annotation;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import ij.gui.Roi;
import ij.process.ImageProcessor;

/**
 * The outlines of one plane as pixels. Larger ones are painted first, so that a
 * pixel inside several belongs to the smallest of them; of equally large ones
 * to the later. Not thread-safe.
 */
final class RoiPlane {

	/** Pixels that nothing was painted on. */
	static final int UNOUTLINED = -2;

	/** An outline and the value that its pixels get. */
	record Painted(Roi roi, int value) {
	}

	private final int width;
	private final int height;
	private final int[] values;

	RoiPlane(final int width, final int height) {
		this.width = width;
		this.height = height;
		values = new int[width * height];
		java.util.Arrays.fill(values, UNOUTLINED);
	}

	/**
	 * Paints outlines; they must enclose areas.
	 *
	 * @return those of which no pixel is seen in the end: outside the image, or
	 *         under smaller ones
	 */
	List<Roi> paint(final List<Painted> outlines) {
		final List<Shape> shapes = new ArrayList<>();
		for (final Painted outline : outlines)
			shapes.add(new Shape(outline, shapes.size()));
		// NB: The sort is stable, so of equal ones the later is painted last.
		shapes.sort(Comparator.comparingLong((Shape s) -> s.pixels).reversed());
		final int[] top = new int[values.length];
		for (final Shape shape : shapes)
			shape.paint(top);
		final boolean[] seen = new boolean[shapes.size() + 1];
		for (final int t : top)
			seen[t] = true;
		return shapes.stream().filter(s -> !seen[s.number]).sorted(Comparator
			.comparingInt(s -> s.number)).map(s -> s.outline.roi()).toList();
	}

	/** Gives the pixels around painted objects that are not outlined a value. */
	void surround(final int value) {
		final int[] before = values.clone();
		for (int i = 0; i < values.length; i++)
			if (before[i] == UNOUTLINED && touchesObject(before, i)) values[i] =
				value;
	}

	private boolean touchesObject(final int[] before, final int i) {
		final int x = i % width;
		final int y = i / width;
		for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
			for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
				if (before[v * width + u] > 0) return true;
		return false;
	}

	/**
	 * The values row by row; a copy.
	 *
	 * @param unoutlined the value of pixels that nothing was painted on
	 */
	int[] values(final int unoutlined) {
		final int[] copy = values.clone();
		for (int i = 0; i < copy.length; i++)
			if (copy[i] == UNOUTLINED) copy[i] = unoutlined;
		return copy;
	}

	/** The part of an outline that lies in the image. */
	private final class Shape {

		private final Painted outline;
		private final int number;
		private final Rectangle bounds;
		private final Rectangle inside;
		private final ImageProcessor mask;
		private final long pixels;

		Shape(final Painted outline, final int place) {
			this.outline = outline;
			number = place + 1;
			bounds = outline.roi().getBounds();
			inside = bounds.intersection(new Rectangle(width, height));
			mask = outline.roi().getMask();
			long count = 0;
			for (int y = inside.y; y < inside.y + inside.height; y++)
				for (int x = inside.x; x < inside.x + inside.width; x++)
					if (contains(x, y)) count++;
			pixels = count;
		}

		private boolean contains(final int x, final int y) {
			return mask == null || mask.get(x - bounds.x, y - bounds.y) != 0;
		}

		void paint(final int[] top) {
			for (int y = inside.y; y < inside.y + inside.height; y++)
				for (int x = inside.x; x < inside.x + inside.width; x++) {
					if (!contains(x, y)) continue;
					values[y * width + x] = outline.value();
					top[y * width + x] = number;
				}
		}
	}
}
