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
 * Objects found in the plane as a whole, as plainly as can be: what bands must
 * give, too.
 */
final class OnePiece {

	private OnePiece() {}

	static int[] labels(final byte[] heights, final int width,
		final ObjectRule rule)
	{
		final int[] labels = new int[heights.length];
		final int n = new Landscape(rule).part(heights.clone(), labels, width);
		if (rule.fillHoles()) fillHoles(labels, width, n);
		if (rule.excludeBorder()) dropAtBorder(labels, width, n);
		final int[] number = new int[n + 1];
		int next = 0;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0) continue;
			if (number[labels[i]] == 0) number[labels[i]] = ++next;
			labels[i] = number[labels[i]];
		}
		return labels;
	}

	private static void fillHoles(final int[] labels, final int width,
		final int n)
	{
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == 0) ConnectedAreas.mark(labels, i);
		final int last = ConnectedAreas.connect(labels, width, Connectivity.EIGHT,
			n);
		final int[] owner = new int[last - n + 1];
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > n) findOwner(labels, width, n, owner, i);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > n) labels[i] = Math.max(0, owner[labels[i] - n]);
	}

	/** Owner of an area: 0 = none met so far, -1 = not a hole. */
	private static void findOwner(final int[] labels, final int width,
		final int n, final int[] owner, final int i)
	{
		final int area = labels[i] - n;
		if (owner[area] < 0) return;
		final int x = i % width;
		if (x == 0 || x == width - 1 || i < width || i >= labels.length - width)
			owner[area] = -1;
		else for (final int label : new int[] { labels[i - width], labels[i - 1],
			labels[i + 1], labels[i + width] })
		{
			if (label > n) continue;
			if (owner[area] == 0) owner[area] = label;
			else if (owner[area] != label) owner[area] = -1;
		}
	}

	private static void dropAtBorder(final int[] labels, final int width,
		final int n)
	{
		final boolean[] drop = new boolean[n + 1];
		for (int i = 0; i < labels.length; i++) {
			final int x = i % width;
			if (x == 0 || x == width - 1 || i < width || i >= labels.length - width)
				drop[labels[i]] = true;
		}
		for (int i = 0; i < labels.length; i++)
			if (drop[labels[i]]) labels[i] = 0;
	}
}
