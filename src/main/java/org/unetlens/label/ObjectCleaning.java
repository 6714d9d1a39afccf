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

package org.unetlens.label;

/**
 * What follows the first labelling, in this order: objects below the smallest
 * size go, holes are filled, objects at the image border go, and the rest is
 * numbered 1..n in raster order of the first pixel. In place.
 */
final class ObjectCleaning {

	private final int[] labels;
	private final int width;
	private final int objects;

	private ObjectCleaning(final int[] labels, final int width,
		final int objects)
	{
		this.labels = labels;
		this.width = width;
		this.objects = objects;
	}

	/**
	 * @param labels (x, y) in raster order, labels 0..objects
	 * @return the number of objects left
	 */
	static int run(final int[] labels, final int width, final int objects,
		final ObjectRule rule)
	{
		final ObjectCleaning cleaning = new ObjectCleaning(labels, width, objects);
		if (rule.minSize() > 1) cleaning.dropSmall(rule.minSize());
		if (rule.fillHoles()) cleaning.fillHoles();
		if (rule.excludeBorder()) cleaning.dropAtBorder();
		return cleaning.renumber();
	}

	private void dropSmall(final int minSize) {
		final int[] size = new int[objects + 1];
		for (final int label : labels)
			size[label]++;
		for (int i = 0; i < labels.length; i++)
			if (size[labels[i]] < minSize) labels[i] = 0;
	}

	/**
	 * A hole is an area of background (its pixels share edges or corners) that
	 * does not reach the image border and has one object only as neighbour.
	 */
	private void fillHoles() {
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == 0) ConnectedAreas.mark(labels, i);
		final int last = ConnectedAreas.connect(labels, width, Connectivity.EIGHT,
			objects);
		final int[] owner = new int[last - objects + 1];
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > objects) findOwner(owner, i);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > objects) labels[i] = Math.max(0, owner[labels[i] -
				objects]);
	}

	/** Owner of an area: 0 = none met so far, -1 = not a hole. */
	private void findOwner(final int[] owner, final int i) {
		final int area = labels[i] - objects;
		if (owner[area] < 0) return;
		if (atBorder(i)) owner[area] = -1;
		else for (final int label : new int[] { labels[i - width], labels[i - 1],
			labels[i + 1], labels[i + width] })
		{
			if (label > objects) continue;
			if (owner[area] == 0) owner[area] = label;
			else if (owner[area] != label) owner[area] = -1;
		}
	}

	private boolean atBorder(final int i) {
		final int x = i % width;
		return x == 0 || x == width - 1 || i < width || i >= labels.length - width;
	}

	private void dropAtBorder() {
		final boolean[] drop = new boolean[objects + 1];
		for (int x = 0; x < width; x++) {
			drop[labels[x]] = true;
			drop[labels[labels.length - 1 - x]] = true;
		}
		for (int i = 0; i < labels.length; i += width) {
			drop[labels[i]] = true;
			drop[labels[i + width - 1]] = true;
		}
		for (int i = 0; i < labels.length; i++)
			if (drop[labels[i]]) labels[i] = 0;
	}

	private int renumber() {
		final int[] number = new int[objects + 1];
		int n = 0;
		for (int i = 0; i < labels.length; i++) {
			final int label = labels[i];
			if (label == 0) continue;
			if (number[label] == 0) number[label] = ++n;
			labels[i] = number[label];
		}
		return n;
	}
}
