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

package org.unetlens.data;

import java.util.Arrays;

/**
 * Background, interior and border of instance labels, see
 * {@link TargetRule.Kind#INTERIOR_BORDER}. Not thread-safe.
 */
final class RimClasses {

	static final byte INTERIOR = 1;
	static final byte BORDER = 2;

	/** Interior pieces below this share of the interior are border instead. */
	private static final double SPLINTER = 0.1;

	private final int[] labels;
	private final int width;
	private final int height;
	private final byte[] classes;
	private final int[] stack;
	private final boolean[] visited;

	RimClasses(final int[] labels, final int width, final int height) {
		this.labels = labels;
		this.width = width;
		this.height = height;
		classes = new byte[labels.length];
		stack = new int[labels.length];
		visited = new boolean[labels.length];
	}

	byte[] classes(final double borderWidth, final int gapWidth) {
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == Sample.IGNORE) classes[i] = Targets.IGNORED;
		final PixelGroups objects = PixelGroups.of(labels.length, i -> labels[i]);
		final float[] depth = depth(2 * borderWidth + 1);
		for (int g = 0; g < objects.size(); g++)
			paint(Arrays.copyOfRange(objects.pixels, objects.start[g],
				objects.start[g + 1]), depth, borderWidth);
		if (gapWidth > 0) closeGaps(gapWidth);
		return classes;
	}

	/**
	 * Distance of object pixels to the nearest pixel that is background or
	 * another object; the radius where nothing is nearer.
	 */
	private float[] depth(final double radius) {
		final Offsets offsets = new Offsets(radius);
		final float[] depth = new float[labels.length];
		for (int i = 0; i < depth.length; i++)
			if (labels[i] > 0) depth[i] = (float) depth(i, offsets, radius);
		return depth;
	}

	private double depth(final int i, final Offsets offsets,
		final double radius)
	{
		final int x = i % width;
		final int y = i / width;
		for (int k = 0; k < offsets.size(); k++) {
			final int sx = x + offsets.dx[k];
			final int sy = y + offsets.dy[k];
			if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
			final int other = labels[sy * width + sx];
			if (other != labels[i] && other != Sample.IGNORE)
				return offsets.distance[k];
		}
		return radius;
	}

	/** Makes the rim as wide as leaves one interior per piece of the object. */
	private void paint(final int[] pixels, final float[] depth,
		final double borderWidth)
	{
		double deepest = 0;
		for (final int i : pixels)
			deepest = Math.max(deepest, depth[i]);
		Arrays.stream(pixels).forEach(i -> classes[i] = INTERIOR);
		final int pieces = pieces(pixels, 0);
		double rim = Math.min(borderWidth, deepest / 2);
		while (!paintRim(pixels, depth, rim, pieces))
			rim -= 0.5;
	}

	/** Returns whether the interior has no more pieces than the object. */
	private boolean paintRim(final int[] pixels, final float[] depth,
		final double rim, final int pieces)
	{
		int interior = 0;
		for (final int i : pixels) {
			classes[i] = depth[i] > rim ? INTERIOR : BORDER;
			if (classes[i] == INTERIOR) interior++;
		}
		return rim < 1 || pieces(pixels, SPLINTER * interior) <= pieces;
	}

	/**
	 * Counts the 4-connected pieces of interior; those of fewer pixels become
	 * border.
	 */
	private int pieces(final int[] pixels, final double fewest) {
		int pieces = 0;
		for (final int i : pixels) {
			if (visited[i] || classes[i] != INTERIOR) continue;
			final int size = fill(i);
			if (size >= fewest) pieces++;
			else for (int k = 0; k < size; k++)
				classes[stack[k]] = BORDER;
		}
		for (final int i : pixels)
			visited[i] = false;
		return pieces;
	}

	/** Puts the piece around the pixel on the stack and returns its size. */
	private int fill(final int seed) {
		int size = push(seed, 0);
		for (int next = 0; next < size; next++) {
			final int i = stack[next];
			final int x = i % width;
			if (x > 0) size = visit(i, i - 1, size);
			if (x + 1 < width) size = visit(i, i + 1, size);
			if (i >= width) size = visit(i, i - width, size);
			if (i + width < labels.length) size = visit(i, i + width, size);
		}
		return size;
	}

	private int visit(final int from, final int to, final int size) {
		return visited[to] || labels[to] != labels[from] || classes[to] != INTERIOR
			? size : push(to, size);
	}

	private int push(final int i, final int size) {
		visited[i] = true;
		stack[size] = i;
		return size + 1;
	}

	private void closeGaps(final int gapWidth) {
		final double widest = gapWidth + 1.5;
		final Offsets offsets = new Offsets(widest - 1);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == 0 && isGap(i, offsets, widest)) classes[i] = BORDER;
	}

	private boolean isGap(final int i, final Offsets offsets,
		final double widest)
	{
		final int x = i % width;
		final int y = i / width;
		int nearest = 0;
		double first = 0;
		for (int k = 0; k < offsets.size(); k++) {
			final int sx = x + offsets.dx[k];
			final int sy = y + offsets.dy[k];
			if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
			final int label = labels[sy * width + sx];
			if (label <= 0 || label == nearest) continue;
			if (nearest > 0) return first + offsets.distance[k] <= widest;
			nearest = label;
			first = offsets.distance[k];
		}
		return false;
	}
}
